import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiModels } from '../../src/adapters/openai-model.ts';
import type { Model, ModelAnswer, Question } from '../../src/ports.ts';
import { asMasked } from '../support/as-masked.ts';
import { calls, completion, type Reply, startModelServer, USAGE } from '../support/model-server.ts';

const TOOL = {
  name: 'read_file',
  description: 'Reads.',
  parameters: { type: 'object', properties: {} },
} as const;
const QUESTION: Question = {
  messages: [
    { role: 'system', content: asMasked('Be brief.') },
    { role: 'user', content: asMasked('Read the file.') },
  ],
  tools: [TOOL],
  maxTokens: 8_000,
};

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function at(replies: Parameters<typeof startModelServer>[0], path = '') {
  const server = await startModelServer(replies);
  opened.push(server);
  const settings = { model: 'm', baseUrl: `${server.baseUrl}${path}`, price: null, maxOutputTokens: 8_000 };
  const model: Model = await createOpenAiModels({ key: 'k' }).open(settings);
  const ask = (question = QUESTION): Promise<ModelAnswer> =>
    model.ask(question, new AbortController().signal);
  return { server, ask };
}

const refusal = (status: number, body: unknown): Reply => ({ kind: 'json', status, body });
const READ = calls(['read_file', { path: 'a' }]);

describe('a refusal', () => {
  it.each([
    [
      'Azure, filtered',
      400,
      { error: { message: 'filtered due to the prompt', code: 'content_filter' } },
      'refused_text',
    ],
    [
      'OpenRouter, flagged',
      403,
      { error: { code: 403, message: 'Input was flagged by moderation' } },
      'refused_text',
    ],
    [
      'Qwen, inspected',
      400,
      { error: { message: 'Input data may contain inappropriate content.', code: 'data_inspection_failed' } },
      'refused_text',
    ],
    [
      'llama.cpp, too long',
      400,
      {
        error: {
          code: 400,
          message: 'the request exceeds the available context size',
          type: 'exceed_context_size_error',
        },
      },
      'refused_text',
    ],
    [
      'OpenAI, too long',
      400,
      { error: { message: 'Your input exceeds the context window', code: 'context_length_exceeded' } },
      'refused_text',
    ],
    ['unknown words', 400, { error: { message: 'No.' } }, 'refused_text'],
    [
      'Groq, a slip',
      400,
      { error: { message: 'Failed to call a function.', code: 'tool_use_failed' } },
      'slip',
    ],
    [
      'Groq, a broken answer',
      400,
      { error: { message: 'Parsing failed.', code: 'output_parse_failed' } },
      'slip',
    ],
    [
      'Gemini, a wrong key',
      400,
      [{ error: { code: 400, message: 'API key not valid.', status: 'INVALID_ARGUMENT' } }],
      'key_refused',
    ],
    [
      'OpenAI, no model',
      404,
      { error: { message: 'The model `y` does not exist', code: 'model_not_found' } },
      'unknown_model',
    ],
    ['a gateway, no model', 400, { detail: 'The model y does not exist on this gateway.' }, 'unknown_model'],
    ['Ollama, no tools', 400, { error: { message: 'library/gemma does not support tools' } }, 'bad_request'],
    ['DeepSeek, no money', 402, { error: { message: 'Insufficient Balance' } }, 'no_credit'],
    ['Anthropic, no money', 400, { error: { message: 'Your credit balance is too low' } }, 'no_credit'],
    [
      'busy',
      529,
      { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      'server_error',
    ],
  ] as const)('is blamed on who has caused it, and costs nothing: %s', async (_, status, body, fault) => {
    const { ask } = await at(() => refusal(status, body));
    expect(await ask()).toMatchObject({ kind: 'fault', fault, isCharged: false });
  });

  it.each([
    ['a number', { error: { code: 429, message: 'Rate limit exceeded' } }, 'rate_limited'],
    ['a number as text', { error: { code: '503', message: 'no' } }, 'server_error'],
    ['words', { error: { type: 'overloaded_error', message: 'Overloaded' } }, 'server_error'],
    ['a provider', { error: { code: 502, message: 'Provider returned error' } }, 'server_error'],
    ['a text', { error: 'model is loading' }, 'server_error'],
    ['no money', { error: { code: 402, message: 'Insufficient credits' } }, 'no_credit'],
    ['a filter', { error: { code: 403, message: 'Input was flagged by moderation' } }, 'refused_text'],
    [
      'a choice',
      { choices: [{ error: { code: 503, message: 'overloaded' }, message: { content: '' } }] },
      'server_error',
    ],
  ] as const)('inside of a good status counts as its status would: %s', async (_, body, fault) => {
    const { ask } = await at(() => refusal(200, body));
    expect(await ask()).toMatchObject({ kind: 'fault', fault, isCharged: false });
  });

  it.each([
    [
      'max_tokens is too large: 8000. This model supports at most 4096 completion tokens, whereas you provided 8000.',
      4_096,
    ],
    ['Invalid max_tokens value, the valid range of max_tokens is [1, 2048]', 2_048],
    ['max_tokens: 8000 > 4096, which is the maximum allowed number of output tokens', 4_096],
    ['`max_tokens` must be less than or equal to `1024`', 1_024],
    ['You requested up to 8000 tokens, but can only afford 1234 (fewer max_tokens).', 1_234],
    [
      "This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (1000 in the messages, 8000 in the completion).",
      7_192,
    ],
    [
      "'max_tokens' or 'max_completion_tokens' is too large: 8000. This model's maximum context length is 4096 tokens and your request has 500 input tokens (8000 > 4096 - 500).",
      3_596,
    ],
  ])('of the size of an answer is followed: %s', async (message, most) => {
    const limitOf = (body: Record<string, unknown>) => body['max_completion_tokens'] ?? body['max_tokens'];
    const { server, ask } = await at(({ body }) =>
      Number(limitOf({ ...body })) > most ? refusal(400, { error: { message } }) : READ,
    );
    expect(await ask()).toMatchObject({ kind: 'answer' });
    expect(server.requests.map(({ body }) => limitOf({ ...body }))).toEqual([8_000, most]);
  });

  it('of a field that it sent itself leaves that out', async () => {
    const { server, ask } = await at(({ body }) =>
      JSON.stringify(body).includes('"reasoning"')
        ? refusal(400, { error: { message: "property 'reasoning' is unsupported" } })
        : READ,
    );
    expect(await ask(withThinking('reasoning'))).toMatchObject({ kind: 'answer' });
    expect(server.requests).toHaveLength(2);
  });
});

function withThinking(name: string): Question {
  const extra = new Map([['fields' as const, { [name]: 'I look first.' }]]);
  const call = { id: asMasked('a'), name: asMasked('read_file'), arguments: asMasked('{}') };
  const signature = { google: { thought_signature: 's' } };
  return {
    ...QUESTION,
    messages: [
      ...QUESTION.messages,
      {
        role: 'assistant',
        content: asMasked(''),
        toolCalls: [{ ...call, extra: new Map([['fields', { extra_content: signature }]]) }],
        extra,
      },
      { role: 'tool', toolCallId: asMasked('a'), content: asMasked('text') },
      { role: 'user', content: asMasked('Little is left.') },
    ],
  };
}

describe('what is sent back', () => {
  it('holds the fields of the server, and suits strict servers', async () => {
    const { server, ask } = await at(() => READ);
    await ask(withThinking('reasoning_content'));
    expect(server.requests[0]?.body.messages.slice(2)).toEqual([
      {
        role: 'assistant',
        content: null,
        reasoning_content: 'I look first.',
        tool_calls: [
          {
            id: 'a',
            type: 'function',
            function: { name: 'read_file', arguments: '{}' },
            extra_content: { google: { thought_signature: 's' } },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: 'text\n\nLittle is left.' },
    ]);
  });

  it('is kept from the answer', async () => {
    const message = {
      content: '',
      reasoning_content: 'I look first.',
      tool_calls: [{ id: 'a', function: { name: 'read_file', arguments: '{}' }, extra_content: { s: 1 } }],
    };
    const { ask } = await at([completion(message)]);
    expect(await ask()).toMatchObject({
      extra: new Map([['fields', { reasoning_content: 'I look first.' }]]),
      toolCalls: [{ extra: new Map([['fields', { extra_content: { s: 1 } }]]) }],
    });
  });
});

describe('an answer in an odd wrapping is read', () => {
  const CALL = { name: 'read_file', arguments: '{"path":"a"}' };
  const json = JSON.stringify;
  const inText = (content: string) => completion({ content });
  const event = (delta: unknown, more = {}) =>
    `data: ${json({ choices: [{ index: 0, delta }], ...more })}\n\n`;
  const stream = [
    ': waiting\n\n',
    event({
      role: 'assistant',
      tool_calls: [{ index: 0, id: 'a', function: { name: 'read_file', arguments: '{"path"' } }],
    }),
    event({ tool_calls: [{ index: 0, function: { arguments: ':"a"}' } }] }, { usage: USAGE }),
    'data: [DONE]\n\n',
  ].join('');

  it.each<[string, Reply]>([
    [
      'a byte order mark',
      {
        kind: 'text',
        text: `\uFEFF${json({ choices: [{ message: { tool_calls: [{ id: 'a', function: CALL }] } }] })}`,
      },
    ],
    ['events of a stream', { kind: 'text', text: stream }],
    ['the field of old', completion({ function_call: CALL })],
    [
      'a part without text',
      completion({ content: [{ type: 'text', text: null }], tool_calls: [{ id: 'a', function: CALL }] }),
    ],
    [
      'a mark of the channel',
      completion({
        tool_calls: [{ id: 'a', function: { ...CALL, name: 'read_file<|channel|>commentary' } }],
      }),
    ],
    [
      'a name space',
      completion({ tool_calls: [{ id: 'a', function: { ...CALL, name: 'functions.read_file:0' } }] }),
    ],
    [
      'a tag in the text',
      inText(`<tool_call>\n{"name": "read_file", "arguments": {"path":"a"}}\n</tool_call>`),
    ],
    ['a function in the text', inText('<function=read_file>{"path":"a"}</function>')],
    ['the mark of Mistral', inText('[TOOL_CALLS][{"name": "read_file", "arguments": {"path":"a"}}]')],
    ['a fence in the text', inText('Here:\n```json\n{"name": "read_file", "parameters": {"path":"a"}}\n```')],
    ['JSON as the text', inText('{"name": "read_file", "arguments": {"path":"a"}}')],
  ])('%s', async (_, reply) => {
    const { ask } = await at([reply]);
    expect(await ask()).toMatchObject({
      kind: 'answer',
      toolCalls: [{ name: 'read_file', arguments: '{"path":"a"}' }],
    });
  });

  it('and an example of another call in the text is none', async () => {
    const { ask } = await at([inText('```json\n{"name": "rm", "arguments": {}}\n```')]);
    expect(await ask()).toMatchObject({ kind: 'answer', toolCalls: [] });
  });

  it('but a web page is named with its title, and costs nothing', async () => {
    const { ask } = await at([{ kind: 'text', text: '<!doctype html><title>Open WebUI</title>' }]);
    expect(await ask()).toMatchObject({
      fault: 'server_error',
      isCharged: false,
      detail: expect.stringMatching(/web page \("Open WebUI"\).*base_url/),
    });
  });
});

it.each(['', '/', '/chat/completions', '/chat/completions/', '/completions'])(
  'an address may end in %j',
  async (path) => {
    const { ask } = await at([READ], path);
    expect(await ask()).toMatchObject({ kind: 'answer' });
  },
);
