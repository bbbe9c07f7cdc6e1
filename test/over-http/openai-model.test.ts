import { LLMock } from '@copilotkit/aimock';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiModels } from '../../src/adapters/openai-model.ts';
import type { ModelSettings } from '../../src/core/settings.ts';
import type { Model, ModelAnswer, Question } from '../../src/ports.ts';
import { asMasked } from '../support/as-masked.ts';
import {
  calls,
  completion,
  type ModelServer,
  type Reply,
  startModelServer,
  USAGE,
} from '../support/model-server.ts';

const QUESTION: Question = {
  messages: [
    { role: 'system', content: asMasked('Be brief.') },
    { role: 'user', content: asMasked('List the files.') },
    {
      role: 'assistant',
      content: asMasked(''),
      toolCalls: [{ id: asMasked('a'), name: asMasked('list_files'), arguments: asMasked('{}') }],
    },
    { role: 'tool', toolCallId: asMasked('a'), content: asMasked('none') },
  ],
  tools: [{ name: 'list_files', description: 'Lists.', parameters: { type: 'object', properties: {} } }],
  maxTokens: 512,
};

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

function settings(baseUrl: string | null): ModelSettings {
  return { model: 'some-model', baseUrl, price: null, maxOutputTokens: 4_096 };
}

async function modelAt(
  replies: Parameters<typeof startModelServer>[0],
  timeoutMs?: number,
): Promise<{ model: Model; server: ModelServer }> {
  const server = await startModelServer(replies);
  opened.push(server);
  const provider = createOpenAiModels({ key: 'the-key', ...(timeoutMs !== undefined && { timeoutMs }) });
  return { server, model: await provider.open(settings(server.baseUrl)) };
}

async function ask(model: Model): Promise<ModelAnswer> {
  return model.ask(QUESTION, new AbortController().signal);
}

async function answerTo(reply: Reply, timeoutMs?: number): Promise<ModelAnswer> {
  return ask((await modelAt([reply], timeoutMs)).model);
}

describe('a question', () => {
  it('is sent as a chat completion with tools, key and limit', async () => {
    const { model, server } = await modelAt([calls(['list_files', {}])]);
    await ask(model);
    const [request] = server.requests;
    expect(request?.headers.authorization).toBe('Bearer the-key');
    expect(request?.body).toEqual({
      model: 'some-model',
      max_completion_tokens: 512,
      stream: false,
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'List the files.' },
        {
          role: 'assistant',
          content: null,
          tool_calls: [{ id: 'a', type: 'function', function: { name: 'list_files', arguments: '{}' } }],
        },
        { role: 'tool', tool_call_id: 'a', content: 'none' },
      ],
      tools: [
        {
          type: 'function',
          function: {
            name: 'list_files',
            description: 'Lists.',
            parameters: { type: 'object', properties: {} },
          },
        },
      ],
    });
  });

  it('falls back to max_tokens where the newer name is unknown, and remembers it', async () => {
    const unknown: Reply = {
      kind: 'json',
      status: 400,
      body: {
        error: {
          message: 'Unrecognized request argument supplied: max_completion_tokens',
          type: 'invalid_request_error',
        },
      },
    };
    const { model, server } = await modelAt([unknown, calls(['list_files', {}]), calls(['list_files', {}])]);
    expect((await ask(model)).kind).toBe('answer');
    expect((await ask(model)).kind).toBe('answer');
    expect(server.requests.map(({ body }) => [body.max_completion_tokens, body.max_tokens])).toEqual([
      [512, undefined],
      [undefined, 512],
      [undefined, 512],
    ]);
  });

  it('needs a key, or a server of its own', async () => {
    const provider = createOpenAiModels({ key: null });
    await expect(provider.open(settings(null))).rejects.toMatchObject({ ending: 'missing_key' });
    await expect(provider.open(settings('http://127.0.0.1:9/v1'))).resolves.toBeDefined();
  });

  it('is answered by an independent stand-in of the same protocol', async () => {
    const mock = new LLMock({ port: 0 });
    mock.on(
      { toolName: 'list_files' },
      { toolCalls: [{ name: 'list_files', arguments: '{"pattern":"**"}' }] },
    );
    await mock.start();
    opened.push({ close: () => mock.stop().then(() => undefined) });
    const model = await createOpenAiModels({ key: 'k' }).open(settings(`${mock.url}/v1`));
    const answer = await ask(model);
    expect(answer).toMatchObject({
      kind: 'answer',
      finish: 'tool_calls',
      toolCalls: [{ name: 'list_files', arguments: '{"pattern":"**"}' }],
    });
    expect(answer.usage?.tokensIn).toBeGreaterThan(0);
  });
});

describe('an answer', () => {
  it('holds text, calls, finish and usage', async () => {
    expect(await answerTo(completion({ content: 'Hello', tool_calls: undefined }))).toEqual({
      kind: 'answer',
      content: 'Hello',
      toolCalls: [],
      finish: 'stop',
      usage: { tokensIn: USAGE.prompt_tokens, tokensOut: USAGE.completion_tokens },
    });
    expect(await answerTo(calls(['read_file', { path: 'a' }]))).toMatchObject({
      finish: 'tool_calls',
      toolCalls: [{ id: 'call_0', name: 'read_file', arguments: '{"path":"a"}' }],
    });
  });

  it.each([
    ['length', { finish: 'length' }, { content: 'cut' }],
    ['refusal', { finish: 'content_filter' }, { content: '' }],
    ['refusal', {}, { content: null, refusal: 'I cannot help with that.' }],
    ['stop', { finish: 'eos' }, { content: 'odd' }],
  ] as const)('is finished by %s', async (finish, more, message) => {
    expect(await answerTo(completion(message, more))).toMatchObject({ kind: 'answer', finish });
  });

  it('may come in parts, without ids, or with arguments that are no text', async () => {
    const message = {
      content: [
        { type: 'text', text: 'Hel' },
        { type: 'text', text: 'lo' },
      ],
      tool_calls: [
        { function: { name: 'a', arguments: { x: 1 } } },
        { id: '', function: { name: 'b', arguments: null } },
      ],
    };
    expect(await answerTo(completion(message))).toMatchObject({
      content: 'Hello',
      toolCalls: [
        { id: 'call_1', name: 'a', arguments: '{"x":1}' },
        { id: 'call_2', name: 'b', arguments: '' },
      ],
    });
  });

  it('without usage says so', async () => {
    expect(await answerTo(completion({ content: 'x' }, { usage: null }))).toMatchObject({ usage: null });
    expect(
      await answerTo(completion({ content: 'x' }, { usage: { prompt_tokens: 0, completion_tokens: 0 } })),
    ).toMatchObject({ usage: null });
  });

  it('counts thinking that is only in the total', async () => {
    const usage = { prompt_tokens: 100, completion_tokens: 20, total_tokens: 900 };
    expect(await answerTo(completion({ content: 'x' }, { usage }))).toMatchObject({
      usage: { tokensIn: 100, tokensOut: 800 },
    });
  });

  it.each([
    ['not JSON', { kind: 'text', text: 'gateway' }],
    ['cut JSON', { kind: 'text', text: '{"choices":[{"message":' }],
    ['empty', { kind: 'text', text: '' }],
    ['without choices', { kind: 'json', body: { choices: [] } }],
    ['of another kind', { kind: 'json', body: { hello: 1 } }],
    ['null', { kind: 'json', body: null }],
  ] as const)('that is %s is malformed, and charged', async (_, reply) => {
    expect(await answerTo(reply)).toMatchObject({
      kind: 'fault',
      fault: 'malformed',
      isCharged: true,
      usage: null,
    });
  });

  it('that is broken behind its usage is charged by its usage', async () => {
    expect(await answerTo({ kind: 'json', body: { choices: 'none', usage: USAGE } })).toMatchObject({
      fault: 'malformed',
      usage: { tokensIn: 100, tokensOut: 20 },
    });
  });
});

describe('a fault', () => {
  function refusal(status: number, error: unknown = { message: 'some words' }, headers = {}): Reply {
    return { kind: 'json', status, headers, body: { error } };
  }

  it.each([
    [400, 'refused_text', false],
    [402, 'no_credit', false],
    [401, 'key_refused', false],
    [403, 'key_refused', false],
    [404, 'bad_request', false],
    [408, 'timeout', true],
    [422, 'refused_text', false],
    [429, 'rate_limited', false],
    [500, 'server_error', false],
    [502, 'server_error', false],
    [503, 'server_error', false],
    [529, 'server_error', false],
  ] as const)('of status %i is %s', async (status, fault, isCharged) => {
    const answer = await answerTo(refusal(status));
    expect(answer).toMatchObject({ kind: 'fault', fault, isCharged, retryAfter: null });
    expect(answer.kind === 'fault' && answer.detail).toBe(`${status}: some words`);
  });

  it('tells an empty purse from too many requests', async () => {
    const error = { message: 'You exceeded your current quota.', code: 'insufficient_quota' };
    expect(await answerTo(refusal(429, error))).toMatchObject({ fault: 'no_credit' });
  });

  it.each([
    ['seconds', { 'retry-after': '7' }, 7],
    ['milliseconds', { 'retry-after-ms': '1500', 'retry-after': '2' }, 1.5],
    ['a date', { 'retry-after': 'Sun, 22 Nov 2026 03:00:30 GMT', date: 'Sun, 22 Nov 2026 03:00:00 GMT' }, 30],
    [
      'a date in the past',
      { 'retry-after': 'Sun, 22 Nov 2026 03:00:00 GMT', date: 'Sun, 22 Nov 2026 03:00:30 GMT' },
      0,
    ],
    ['nonsense', { 'retry-after': 'soon' }, null],
  ])('knows how long to wait, given in %s', async (_, headers, seconds) => {
    expect(await answerTo(refusal(429, { message: 'slow down' }, headers))).toMatchObject({
      retryAfter: seconds,
    });
  });

  it('is never tried again by the package', async () => {
    const { model, server } = await modelAt([refusal(500), calls(['list_files', {}])]);
    await ask(model);
    expect(server.requests).toHaveLength(1);
  });

  it('of a refused connection costs nothing', async () => {
    const server = await startModelServer([]);
    await server.close();
    const model = await createOpenAiModels({ key: 'k' }).open(settings(server.baseUrl));
    expect(await ask(model)).toMatchObject({
      fault: 'unreachable',
      isCharged: false,
      detail: expect.stringMatching(/ECONNREFUSED.*does the model server run at that address\?$/),
    });
  });

  it.each(['http://127.0.0.1:9/v1', 'ftp://127.0.0.1/v1'])(
    'of an address that nothing can be sent to costs nothing: %s',
    async (baseUrl) => {
      const model = await createOpenAiModels({ key: 'k' }).open(settings(baseUrl));
      expect(await ask(model)).toMatchObject({
        fault: 'unreachable',
        isCharged: false,
        detail: expect.stringContaining('does the model server run at that address?'),
      });
    },
  );

  it('of a connection that drops is charged, before and in the answer', async () => {
    expect(await answerTo({ kind: 'drop' })).toMatchObject({ fault: 'dropped', isCharged: true });
    expect(await answerTo({ kind: 'drop_in_body' })).toMatchObject({ fault: 'dropped', isCharged: true });
  });

  it.each(['hang', 'hang_in_body'] as const)(
    'of a server that does not answer in time is a timeout: %s',
    async (kind) => {
      expect(await answerTo({ kind }, 50)).toMatchObject({ fault: 'timeout', isCharged: true });
    },
  );
});

describe('a wake that ends', () => {
  it.each(['hang', 'hang_in_body'] as const)('ends the request with its own reason: %s', async (kind) => {
    const abort = new AbortController();
    const reason = new Error('the deadline');
    const { model } = await modelAt(() => {
      setImmediate(() => abort.abort(reason));
      return { kind };
    });
    await expect(model.ask(QUESTION, abort.signal)).rejects.toBe(reason);
  });

  it('sends nothing any more', async () => {
    const { model, server } = await modelAt([]);
    await expect(model.ask(QUESTION, AbortSignal.abort(new Error('over')))).rejects.toThrow('over');
    expect(server.requests).toHaveLength(0);
  });
});
