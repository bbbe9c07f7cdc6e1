/** A trace of a run, sent to a real server in this process which reads what arrives. */
import type { RequestListener } from 'node:http';
import { describe, expect, test } from 'vitest';
import { sendTrace } from '../../src/adapters/traces/send-trace.ts';
import { MOST_CALLS, tracedModels } from '../../src/adapters/traces/traced-model.ts';
import { readTraceTarget } from '../../src/config/fields/trace-target.ts';
import { createMask } from '../../src/core/access/mask.ts';
import type { TracedCall, TracedWake, TraceTarget } from '../../src/core/health/trace.ts';
import type { ModelAnswer } from '../../src/ports.ts';
import { modelOf } from '../../src/simulation/model/behaviour.ts';
import { serve } from '../support/http-server.ts';
import { Night, PLAIN } from '../support/memory/night.ts';
import { diligent } from '../support/memory/test-model.ts';

const SETTINGS =
  'models: {default: {model: test-model, base_url: "http://127.0.0.1:8080/v1", price: {in: 1, out: 2}}}\n';
const SECRET = 'sk-fake-0123456789abcdef';

interface Value {
  readonly stringValue?: string;
  readonly intValue?: string;
  readonly doubleValue?: number;
  readonly arrayValue?: { readonly values: readonly Value[] };
}

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly kind: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status: { readonly code: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: Value }[];
}
interface Body {
  readonly resourceSpans: readonly {
    readonly resource: Pick<Span, 'attributes'>;
    readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
  }[];
}

function read({ stringValue, intValue, doubleValue, arrayValue }: Value): unknown {
  if (intValue !== undefined) return Number(intValue);
  return stringValue ?? doubleValue ?? arrayValue?.values.map(read);
}

const attributesOf = ({ attributes }: Pick<Span, 'attributes'>) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, read(value)]));

/** What the server has been sent. */
interface Received {
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: Body;
}

async function receiver(): Promise<{ readonly address: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const address = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      received.push({ path: request.url, headers: request.headers, text, body: JSON.parse(text) as Body });
      response.setHeader('content-type', 'application/json').end('{"partialSuccess":{}}');
    });
  });
  return { address, received };
}

function targetOf(variables: Readonly<Record<string, string>>): TraceTarget {
  const found = readTraceTarget(variables);
  if (found.kind !== 'target') throw new Error(`there is no target: ${found.kind}`);
  return found.target;
}

/** The calls of one real run in memory. */
async function callsOfRun(hasTexts: boolean, goal = PLAIN): Promise<readonly TracedCall[]> {
  const night = await Night.begin({ goals: { tidy: goal }, settings: SETTINGS });
  const calls: TracedCall[] = [];
  const mask = createMask({ values: [SECRET], patterns: [] });
  const model = modelOf(diligent, () => night.clock.advance(2_000));
  await night.wake({
    model: tracedModels(model, { clock: night.clock, mask, hasTexts, add: (call) => calls.push(call) }),
  });
  expect(calls.length).toBeGreaterThan(1);
  return calls;
}

const wakeOf = (calls: readonly TracedCall[]): TracedWake => ({
  ...{
    does: 'work',
    id: '900-1',
    repository: 'acme/site',
    url: 'https://github.com/acme/site/actions/runs/900',
  },
  ...{ trigger: 'schedule', startedAt: 1_795_000_000_000, endedAt: 1_795_000_009_000 },
  ...{ ending: 'worked', isFailure: false, goals: ['tidy'], calls },
});

let ids = 0;
const newId = (): string => {
  ids += 1;
  return ids.toString(16).padStart(16, '0') + 'a'.repeat(16);
};

describe('the trace of a run', () => {
  test('is one request, with a span for the run and one for each call of the model below it', async () => {
    const { address, received } = await receiver();
    const calls = await callsOfRun(false);
    const target = targetOf({
      OTEL_EXPORTER_OTLP_ENDPOINT: `${address}/base/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20fake-token,x-scope=main',
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=test',
    });
    expect(await sendTrace(target, wakeOf(calls), newId)).toBeNull();
    const [one, ...more] = received;
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      path: '/base/v1/traces',
      headers: {
        ...{ 'content-type': 'application/json', authorization: 'Bearer fake-token', 'x-scope': 'main' },
      },
    });
    const [group] = one?.body.resourceSpans ?? [];
    expect(attributesOf(group?.resource ?? { attributes: [] })).toEqual({
      'service.name': 'wakeful',
      'deployment.environment.name': 'test',
    });
    const [run, ...spans] = group?.scopeSpans[0]?.spans ?? [];
    expect(run).toMatchObject({
      name: 'invoke_agent wakeful',
      ...{ startTimeUnixNano: '1795000000000000000', endTimeUnixNano: '1795000009000000000' },
      status: { code: 1 },
    });
    expect(run?.parentSpanId).toBeUndefined();
    expect(spans).toHaveLength(calls.length);
    for (const [index, span] of spans.entries()) {
      const call = calls[index];
      expect(span).toMatchObject({
        ...{ traceId: run?.traceId, parentSpanId: run?.spanId, name: 'chat test-model', kind: 3 },
        ...{ startTimeUnixNano: `${call?.startedAt}000000`, endTimeUnixNano: `${call?.endedAt}000000` },
      });
      const usage = call?.usage;
      expect(attributesOf(span)).toMatchObject({
        ...{ 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'test-model' },
        ...{ 'server.address': '127.0.0.1', 'server.port': 8080 },
        'gen_ai.response.finish_reasons': ['tool_calls'],
        'wakeful.goal': 'tidy',
        'gen_ai.usage.input_tokens': usage?.tokensIn,
        'gen_ai.usage.output_tokens': usage?.tokensOut,
        'wakeful.cost_usd': ((usage?.tokensIn ?? 0) + 2 * (usage?.tokensOut ?? 0)) / 1e6,
      });
    }
    const ownIds = [run, ...spans].map((span) => span?.spanId);
    expect(new Set(ownIds).size).toBe(ownIds.length);
    expect(`${run?.traceId} ${ownIds.join(' ')}`).toMatch(/^[0-9a-f]{32}( [0-9a-f]{16})+$/);
    expect(one?.text).not.toContain('Look after tidy');
  });

  test('names the task of each call where the goal has several', async () => {
    const { address, received } = await receiver();
    const target = targetOf({ OTEL_EXPORTER_OTLP_ENDPOINT: address });
    await sendTrace(target, wakeOf(await callsOfRun(false, `${PLAIN}for_each: {list: [one, two]}\n`)), newId);
    const spans = received[0]?.body.resourceSpans[0]?.scopeSpans[0]?.spans.slice(1) ?? [];
    const tasks = spans.map((span) => attributesOf(span)['wakeful.task']);
    expect([...new Set(tasks)]).toEqual(['one', 'two']);
  });

  test('of the watchdog is one span, which is no agent’s and asks no model', async () => {
    const { address, received } = await receiver();
    const target = targetOf({ OTEL_EXPORTER_OTLP_ENDPOINT: address });
    await sendTrace(target, { ...wakeOf([]), does: 'watch', ending: 'no_change', goals: [] }, newId);
    const [span, ...more] = received[0]?.body.resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
    expect([span?.name, more]).toEqual(['watchdog', []]);
    const own = attributesOf(span ?? { attributes: [] });
    expect(own).toMatchObject({ 'wakeful.run': '900-1', 'wakeful.ending': 'no_change' });
    expect(Object.keys(own).filter((key) => key.startsWith('gen_ai.'))).toEqual([]);
  });

  test('holds what was asked and answered only where the variable asks for it', async () => {
    const { address, received } = await receiver();
    const variables = { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${address}/own` };
    const asking = { ...variables, OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT: 'true' };
    expect([targetOf(variables).hasTexts, targetOf(asking).hasTexts]).toEqual([false, true]);
    await sendTrace(targetOf(asking), wakeOf(await callsOfRun(true)), newId);
    expect(received[0]?.path).toBe('/own');
    const span = received[0]?.body.resourceSpans[0]?.scopeSpans[0]?.spans[1];
    const texts = attributesOf(span ?? { attributes: [] });
    expect(String(texts['gen_ai.input.messages'])).toContain('Look after tidy');
    expect(JSON.parse(String(texts['gen_ai.output.messages']))).toMatchObject([{ role: 'assistant' }]);
  });

  test.each<[string, RequestListener, object]>([
    ['refuses it', (_, response) => response.writeHead(401).end(), { kind: 'status', status: 401 }],
    [
      'sends it elsewhere',
      (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
      { kind: 'status', status: 307 },
    ],
    ['says nothing for too long', () => {}, { kind: 'unreachable', timeoutMs: 300 }],
    ['hangs up', (request) => request.socket.destroy(), { kind: 'unreachable', timeoutMs: 300 }],
  ])('to a server that %s is a reason and no error', async (_, listener, failure) => {
    const address = await serve(listener);
    const target = targetOf({
      ...{ OTEL_EXPORTER_OTLP_ENDPOINT: address, OTEL_EXPORTER_OTLP_TIMEOUT: '300' },
    });
    expect(await sendTrace(target, wakeOf([]), newId)).toEqual(failure);
  });
});

describe('a call of a model', () => {
  const SERVER = { model: 'm', baseUrl: null, price: null } as never;
  const question = { messages: [], tools: [], maxTokens: 10 };
  const { signal } = new AbortController();

  async function noted(answer: () => Promise<ModelAnswer>): Promise<readonly TracedCall[]> {
    const calls: TracedCall[] = [];
    const mask = createMask({ values: [SECRET], patterns: [] });
    const provider = { name: () => 'm', open: async () => ({ ask: answer, limitField: 'max_tokens' }) };
    const tracing = {
      clock: { now: () => 7 },
      mask,
      hasTexts: true,
      add: (call: TracedCall) => calls.push(call),
    };
    const model = await tracedModels(provider, tracing).open(SERVER);
    expect(model.limitField).toBe('max_tokens');
    await model.ask(question, signal).catch(() => undefined);
    return calls;
  }

  test('that fails is noted with its fault, masked, and without figures that nobody gave', async () => {
    const detail = `The server says: ${SECRET} is wrong.`;
    const fault = {
      kind: 'fault',
      fault: 'key_refused',
      isCharged: false,
      retryAfter: null,
      detail,
    } as const;
    const [call] = await noted(async () => fault);
    expect(call).toMatchObject({ end: { kind: 'fault', fault: 'key_refused' }, usage: null, server: null });
    expect(JSON.stringify(call)).not.toContain(SECRET);
  });

  test('that the run gives up on is noted, and ends the run as before', async () => {
    const [call] = await noted(() => Promise.reject(new Error('the run is over')));
    expect(call?.end).toEqual({ kind: 'aborted' });
  });

  test('holds no secret that the model has written', async () => {
    const answer = {
      kind: 'answer',
      content: `It is ${SECRET}.`,
      toolCalls: [],
      finish: 'stop',
      usage: null,
    } as const;
    expect(JSON.stringify(await noted(async () => answer))).not.toContain(SECRET);
    expect(MOST_CALLS).toBeGreaterThan(100);
  });
});
