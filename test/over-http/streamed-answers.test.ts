/** Answers that come in parts: how long a server is waited for, and what a stream that ends too soon is. */
import { afterEach, describe, expect, it } from 'vitest';
import { createOpenAiModels } from '../../src/adapters/openai-model.ts';
import type { ModelSettings } from '../../src/core/settings.ts';
import type { ModelAnswer, Question } from '../../src/ports.ts';
import { asMasked } from '../support/as-masked.ts';
import { completion, type Reply, startModelServer, USAGE } from '../support/model-server.ts';

const QUESTION: Question = {
  messages: [{ role: 'user', content: asMasked('Say hello.') }],
  tools: [],
  maxTokens: 1_000,
};
/** How long a server is waited for here. */
const PATIENCE = 400;

const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((server) => server.close()));
});

async function asked(replies: readonly Reply[], more: Partial<ModelSettings> = {}) {
  const server = await startModelServer(replies);
  opened.push(server);
  const settings = {
    ...{ model: 'm', baseUrl: server.baseUrl, price: null, maxOutputTokens: 1_000, isStreamed: true },
    ...more,
  };
  const model = await createOpenAiModels({ key: 'k', timeoutMs: PATIENCE }).open(settings);
  const answer: ModelAnswer = await model.ask(QUESTION, new AbortController().signal);
  return { answer, bodies: server.requests.map(({ body }) => body as unknown as Record<string, unknown>) };
}

const event = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;
const word = (content: string) => event({ choices: [{ index: 0, delta: { content } }] });
const STOP = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] });
const COUNTED = event({ choices: [], usage: USAGE });
const DONE = 'data: [DONE]\n\n';

/** Twice as long as the server is waited for, and never silent for long. */
const SLOWLY = ['Hel', 'lo, ', 'slow ', 'wor', 'ld'].flatMap((part) => [word(part), PATIENCE / 2.5]);

describe('a stream', () => {
  it('is asked for with its usage, and read as one answer', async () => {
    const { answer, bodies } = await asked([{ kind: 'stream', parts: [word('Hello'), STOP, COUNTED, DONE] }]);
    expect(bodies).toMatchObject([{ stream: true, stream_options: { include_usage: true } }]);
    expect(answer).toMatchObject({
      ...{ kind: 'answer', content: 'Hello', finish: 'stop' },
      usage: { tokensIn: 100, tokensOut: 20 },
    });
  });

  it('is waited for as long as its parts come', async () => {
    const { answer } = await asked([{ kind: 'stream', parts: [...SLOWLY, STOP, COUNTED, DONE] }]);
    expect(answer).toMatchObject({ kind: 'answer', content: 'Hello, slow world', usage: { tokensOut: 20 } });
  });

  it.each<[string, readonly (string | number)[]]>([
    ['before its first part', []],
    ['in the middle of it', [word('Hello')]],
    ['but for comments that keep the connection', [word('Hello'), ...pings(), word(' there')]],
    ['but for comments from the beginning', [...pings(), word('Hello'), STOP, DONE]],
  ])('that is silent %s is given up, and charged', async (_, parts) => {
    const { answer } = await asked([{ kind: 'stream', parts, isKeptOpen: true }]);
    expect(answer).toMatchObject({ kind: 'fault', fault: 'timeout', isCharged: true });
  });

  it.each<[string, Partial<ModelSettings>, string]>([
    ['a completion', {}, word('Half of')],
    [
      'a response',
      { api: 'responses' },
      event({ type: 'response.created', response: { status: 'in_progress', output: [] } }),
    ],
    ['a response that only began', { api: 'responses' }, event({ type: 'response.output_text.delta' })],
  ])('that ends before the answer does is no answer: %s', async (_, more, part) => {
    const { answer } = await asked([{ kind: 'stream', parts: [part] }], more);
    expect(answer).toMatchObject({ kind: 'fault', fault: 'dropped', isCharged: true });
    expect(answer.kind === 'fault' && answer.detail).toContain('the stream ended before the answer did');
  });

  it.each<[string, string, unknown]>([
    ['an error', event({ error: { message: 'The server is overloaded.', code: 503 } }), 'server_error'],
    ['a limit', event({ error: { message: 'Rate limit reached.', code: 429 } }), 'rate_limited'],
  ])('that ends with %s says so', async (_, last, fault) => {
    const { answer } = await asked([{ kind: 'stream', parts: [word('Hel'), last] }]);
    expect(answer).toMatchObject({ kind: 'fault', fault });
  });

  it('of the Responses API is read from its last event', async () => {
    const output = [{ type: 'message', content: [{ type: 'output_text', text: 'Hello' }] }];
    const usage = { input_tokens: 9, output_tokens: 3 };
    const parts = [
      event({ type: 'response.created', response: { status: 'in_progress', output: [] } }),
      event({ type: 'response.completed', response: { status: 'completed', output, usage } }),
    ];
    const { answer, bodies } = await asked([{ kind: 'stream', parts }], { api: 'responses' });
    expect(bodies).toMatchObject([{ stream: true }]);
    expect(bodies[0]).not.toHaveProperty('stream_options');
    expect(answer).toMatchObject({ content: 'Hello', usage: { tokensIn: 9, tokensOut: 3 } });
  });
});

it('a server that does not know the option is asked for a stream without usage', async () => {
  const message = "Unrecognized request argument supplied: 'stream_options'";
  const { answer, bodies } = await asked([
    { kind: 'json', status: 400, body: { error: { message } } },
    { kind: 'stream', parts: [word('Hello'), STOP, DONE] },
  ]);
  expect(bodies.map((body) => 'stream_options' in body)).toEqual([true, false]);
  expect(answer).toMatchObject({ kind: 'answer', content: 'Hello', usage: null });
});

it('a server that answers whole all the same is understood', async () => {
  const { answer } = await asked([completion({ content: 'Hello' })]);
  expect(answer).toMatchObject({ kind: 'answer', content: 'Hello' });
});

it('without the setting nothing is streamed, and the time is that of the whole answer', async () => {
  const { answer, bodies } = await asked([{ kind: 'stream', parts: [...SLOWLY, STOP, DONE] }], {
    isStreamed: false,
  });
  expect(bodies).toMatchObject([{ stream: false }]);
  expect(answer).toMatchObject({ kind: 'fault', fault: 'timeout' });
});

function pings(): readonly (string | number)[] {
  return Array.from({ length: 8 }, () => [': still here\n\n', PATIENCE / 4]).flat();
}
