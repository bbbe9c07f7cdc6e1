import { LLMock } from '@copilotkit/aimock';
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiModels } from '../../src/adapters/openai-model.ts';
import type { Message, Model, ModelAnswer } from '../../src/ports.ts';
import { asMasked } from '../support/as-masked.ts';
import { type Reply, startModelServer } from '../support/model-server.ts';

const TOOLS = [{ name: 'read_file', description: 'Reads.', parameters: { type: 'object', properties: {} } }];
const FIRST: readonly Message[] = [
  { role: 'system', content: asMasked('Be brief.') },
  { role: 'user', content: asMasked('Read a.') },
];
const REASONING = { type: 'reasoning', id: 'rs_1', summary: [], encrypted_content: 'gAAA' };
const CALL = {
  ...{ type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'read_file' },
  ...{ arguments: '{"path":"a"}', status: 'completed' },
};
const USAGE = {
  ...{ input_tokens: 900, output_tokens: 300, total_tokens: 1_200 },
  ...{ input_tokens_details: { cached_tokens: 700 }, output_tokens_details: { reasoning_tokens: 250 } },
};

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

function answering(output: readonly unknown[], more: Record<string, unknown> = {}): Reply {
  const body = {
    id: 'resp_1',
    object: 'response',
    status: 'completed',
    error: null,
    output,
    usage: USAGE,
    ...more,
  };
  return { kind: 'json', body };
}

async function modelAt(replies: Parameters<typeof startModelServer>[0]) {
  const server = await startModelServer(replies);
  opened.push(server);
  const model = await createOpenAiModels({ key: 'the-key' }).open({
    ...{ model: 'some-model', baseUrl: server.baseUrl, price: null, maxOutputTokens: 4_096 },
    api: 'responses',
  });
  const bodies = (): readonly Record<string, unknown>[] =>
    server.requests.map(({ body }) => body as unknown as Record<string, unknown>);
  return { model, bodies, paths: server.paths };
}

function ask(model: Model, messages = FIRST): Promise<ModelAnswer> {
  return model.ask({ messages, tools: TOOLS, maxTokens: 512 }, new AbortController().signal);
}

describe('the Responses API', () => {
  it('is asked for one answer that the server does not store', async () => {
    const { model, bodies, paths } = await modelAt([answering([REASONING, CALL])]);
    expect(await ask(model)).toEqual({
      kind: 'answer',
      content: '',
      toolCalls: [
        {
          id: 'call_1',
          name: 'read_file',
          arguments: '{"path":"a"}',
          extra: new Map([['fields', { id: 'fc_1' }]]),
        },
      ],
      finish: 'tool_calls',
      usage: { tokensIn: 900, tokensOut: 300, cachedIn: 700, reasoningOut: 250 },
      extra: new Map([['fields', { output: [REASONING, { type: 'function_call' }] }]]),
    });
    expect(paths).toEqual(['/v1/responses']);
    expect(bodies()[0]).toEqual({
      model: 'some-model',
      input: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Read a.' },
      ],
      max_output_tokens: 512,
      store: false,
      stream: false,
      include: ['reasoning.encrypted_content'],
      tools: [{ type: 'function', ...TOOLS[0], strict: false }],
    });
  });

  it('gets its own thinking back before what came of it, and the results by the ids of the calls', async () => {
    const said = {
      type: 'message',
      id: 'msg_1',
      role: 'assistant',
      content: [{ type: 'output_text', text: 'I look.' }],
    };
    const { model, bodies } = await modelAt([
      answering([REASONING, said, { ...REASONING, id: 'rs_2' }, CALL, { ...REASONING, id: 'rs_3' }]),
      answering([]),
    ]);
    const answer = await ask(model);
    if (answer.kind !== 'answer') throw new Error('no answer');
    const call = answer.toolCalls[0];
    await ask(model, [
      ...FIRST,
      {
        role: 'assistant',
        content: asMasked(answer.content),
        toolCalls:
          call === undefined
            ? []
            : [
                {
                  ...call,
                  id: asMasked(call.id),
                  name: asMasked(call.name),
                  arguments: asMasked(call.arguments),
                },
              ],
        ...(answer.extra !== undefined && { extra: answer.extra }),
      },
      { role: 'tool', toolCallId: asMasked('call_1'), content: asMasked('the text') },
    ]);
    // Thinking that nothing has followed would be refused.
    const input = bodies()[1]?.['input'];
    expect(Array.isArray(input) ? input.slice(2) : input).toEqual([
      REASONING,
      { role: 'assistant', content: 'I look.' },
      { ...REASONING, id: 'rs_2' },
      { type: 'function_call', id: 'fc_1', call_id: 'call_1', name: 'read_file', arguments: '{"path":"a"}' },
      { type: 'function_call_output', call_id: 'call_1', output: 'the text' },
    ]);
  });

  it.each([
    ['cut off', { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } }, 'length'],
    ['filtered', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }, 'refusal'],
  ])('says that an answer was %s', async (_, more, finish) => {
    const { model } = await modelAt([answering([REASONING], more)]);
    expect(await ask(model)).toMatchObject({ kind: 'answer', finish, content: '', toolCalls: [] });
  });

  it('says that the model refused, and why', async () => {
    const refusal = {
      type: 'message',
      role: 'assistant',
      content: [{ type: 'refusal', refusal: 'I will not.' }],
    };
    const { model } = await modelAt([answering([refusal])]);
    expect(await ask(model)).toMatchObject({ finish: 'refusal', content: 'I will not.' });
  });

  it.each([
    ['rate_limit_exceeded', 'Rate limit reached', 'rate_limited'],
    ['server_error', 'An error occurred', 'server_error'],
    ['invalid_prompt', 'flagged as potentially violating our usage policy', 'refused_text'],
  ])('counts a failed answer as its error says: %s', async (code, message, fault) => {
    const { model } = await modelAt([
      answering([], { status: 'failed', error: { code, message }, usage: null }),
    ]);
    expect(await ask(model)).toMatchObject({ kind: 'fault', fault, isCharged: false });
  });

  it('charges a failed answer that says what it cost', async () => {
    const { model } = await modelAt([
      answering([], { status: 'failed', error: { code: 'server_error', message: 'x' } }),
    ]);
    expect(await ask(model)).toMatchObject({ kind: 'fault', isCharged: true, usage: { tokensIn: 900 } });
  });

  it('is asked without thinking of its own where it does not take that, now and later', async () => {
    const message = 'Encrypted content is not supported with this model.';
    const refused: Reply = {
      kind: 'json',
      status: 400,
      body: { error: { message, param: 'include', code: null } },
    };
    const { model, bodies } = await modelAt([refused, answering([CALL]), answering([CALL])]);
    expect(await ask(model)).toMatchObject({ kind: 'answer' });
    expect(await ask(model)).toMatchObject({ kind: 'answer' });
    expect(bodies().map((body) => 'include' in body)).toEqual([true, false, false]);
  });

  it('is read where the server streams all the same', async () => {
    const done = {
      type: 'response.completed',
      response: { status: 'completed', output: [CALL], usage: USAGE },
    };
    const text = `event: response.created\ndata: {"type":"response.created","response":{"status":"in_progress","output":[]}}\n\nevent: response.completed\ndata: ${JSON.stringify(done)}\n\n`;
    const { model } = await modelAt([{ kind: 'text', text }]);
    expect(await ask(model)).toMatchObject({ finish: 'tool_calls', usage: { tokensIn: 900 } });
  });

  it.each([
    [{ choices: [{ message: { content: 'x' } }] }, 'is not one of the Responses API'],
    [{ status: 'completed', output: 'text' }, 'is not one of the Responses API'],
  ])('is told from another answer: %j', async (body, words) => {
    const { model } = await modelAt([{ kind: 'json', body }]);
    const answer = await ask(model);
    expect(answer).toMatchObject({ kind: 'fault', fault: 'malformed' });
    expect(answer.kind === 'fault' && answer.detail).toContain(words);
  });

  it('is named where a model answers by it alone', async () => {
    const message = 'This model is only supported in v1/responses and not in v1/chat/completions.';
    const server = await startModelServer([{ kind: 'json', status: 404, body: { error: { message } } }]);
    opened.push(server);
    const settings = { model: 'm', baseUrl: server.baseUrl, price: null, maxOutputTokens: 4_096 };
    const answer = await ask(await createOpenAiModels({ key: 'k' }).open(settings));
    expect(answer.kind === 'fault' && answer.detail).toContain('set `api: responses` for this model');
  });

  it('is spoken with an independent stand-in', async () => {
    const mock = new LLMock({ port: 0 });
    mock.on({ toolName: 'read_file' }, { toolCalls: [{ name: 'read_file', arguments: '{"path":"a"}' }] });
    await mock.start();
    opened.push({ close: () => mock.stop().then(() => undefined) });
    const settings = { model: 'm', baseUrl: `${mock.url}/v1`, price: null, maxOutputTokens: 4_096 };
    const model = await createOpenAiModels({ key: 'k' }).open({ ...settings, api: 'responses' });
    expect(await ask(model)).toMatchObject({
      finish: 'tool_calls',
      toolCalls: [{ name: 'read_file', arguments: '{"path":"a"}' }],
    });
  });
});
