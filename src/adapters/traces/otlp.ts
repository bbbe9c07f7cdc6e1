/**
 * A run as OTLP over HTTP has it, in its JSON form (https://opentelemetry.io/docs/specs/otlp/#otlphttp), with the names of the GenAI
 * conventions (https://opentelemetry.io/docs/specs/semconv/gen-ai/).
 */
import type { TracedCall, TracedWake } from '../../core/health/trace.ts';

type Attribute = string | number | readonly string[];

interface SpanIds {
  readonly traceId: string;
  readonly spanId: string;
}

const INTERNAL = 1;
const CLIENT = 3;
const OK = 1;
const ERROR = 2;

/** `newId`: 32 hexadecimal digits that nobody has had before. */
export function otlpTrace(
  wake: TracedWake,
  resource: Readonly<Record<string, string>>,
  newId: () => string,
): object {
  const ids = { traceId: newId(), spanId: newId().slice(0, 16) };
  const spans = [wakeSpan(wake, ids), ...wake.calls.map((call) => callSpan(call, ids, newId().slice(0, 16)))];
  return {
    resourceSpans: [
      { resource: { attributes: attributes(resource) }, scopeSpans: [{ scope: { name: 'wakeful' }, spans }] },
    ],
  };
}

function wakeSpan(wake: TracedWake, ids: SpanIds): object {
  return {
    ...ids,
    name: wake.does === 'work' ? 'invoke_agent wakeful' : 'watchdog',
    kind: INTERNAL,
    ...times(wake),
    attributes: attributes({
      // The watchdog is no agent of the conventions: it asks no model.
      ...(wake.does === 'work'
        ? { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'wakeful' }
        : {}),
      'wakeful.run': wake.id,
      'wakeful.repository': wake.repository,
      'wakeful.started_by': wake.trigger,
      'wakeful.ending': wake.ending,
      'wakeful.goals': wake.goals,
      ...(wake.url === null ? {} : { 'url.full': wake.url }),
      ...(wake.isFailure ? { 'error.type': wake.ending } : {}),
    }),
    status: { code: wake.isFailure ? ERROR : OK },
  };
}

function callSpan(call: TracedCall, { traceId, spanId: parentSpanId }: SpanIds, spanId: string): object {
  const { end, usage, texts } = call;
  return {
    ...{ traceId, spanId, parentSpanId, name: `chat ${call.model}`, kind: CLIENT },
    ...times(call),
    attributes: attributes({
      'gen_ai.operation.name': 'chat',
      // What the server speaks, whoever runs it.
      'gen_ai.provider.name': 'openai',
      'gen_ai.request.model': call.model,
      'gen_ai.request.max_tokens': call.mostTokens,
      ...(call.goal === null ? {} : { 'wakeful.goal': call.goal }),
      ...(call.task === null ? {} : { 'wakeful.task': call.task }),
      ...(call.server === null ? {} : serverAttributes(call.server)),
      ...(end.kind === 'answer' ? { 'gen_ai.response.finish_reasons': [end.finish] } : {}),
      ...(end.kind === 'fault' ? { 'error.type': end.fault } : {}),
      ...(end.kind === 'aborted' ? { 'error.type': 'aborted' } : {}),
      ...(usage === null ? {} : usageAttributes(usage)),
      ...(texts === undefined ? {} : textAttributes(texts)),
    }),
    status:
      end.kind === 'fault'
        ? { code: ERROR, message: end.detail }
        : { code: end.kind === 'answer' ? OK : ERROR },
  };
}

function serverAttributes({
  host,
  port,
}: NonNullable<TracedCall['server']>): Readonly<Record<string, Attribute>> {
  return { 'server.address': host, ...(port === null ? {} : { 'server.port': port }) };
}

function usageAttributes({
  tokensIn,
  tokensOut,
  cachedIn,
  reasoningOut,
  usdMicros,
}: NonNullable<TracedCall['usage']>): Readonly<Record<string, number>> {
  return {
    'gen_ai.usage.input_tokens': tokensIn,
    'gen_ai.usage.output_tokens': tokensOut,
    ...(cachedIn === undefined ? {} : { 'gen_ai.usage.cache_read.input_tokens': cachedIn }),
    ...(reasoningOut === undefined ? {} : { 'gen_ai.usage.reasoning.output_tokens': reasoningOut }),
    // The conventions have no name for money.
    ...(usdMicros === null ? {} : { 'wakeful.cost_usd': usdMicros / 1e6 }),
  };
}

function textAttributes({
  asked,
  answered,
}: NonNullable<TracedCall['texts']>): Readonly<Record<string, string>> {
  const message = (role: string, content: string) => ({ role, parts: [{ type: 'text', content }] });
  return {
    'gen_ai.input.messages': JSON.stringify(asked.map(({ role, content }) => message(role, content))),
    'gen_ai.output.messages': JSON.stringify([message('assistant', answered)]),
  };
}

/** Nanoseconds as text: as numbers they would not be exact. */
function times({ startedAt, endedAt }: Pick<TracedCall, 'startedAt' | 'endedAt'>) {
  const nanoseconds = (ms: number): string => `${BigInt(Math.round(ms)) * 1_000_000n}`;
  return { startTimeUnixNano: nanoseconds(startedAt), endTimeUnixNano: nanoseconds(endedAt) };
}

function attributes(all: Readonly<Record<string, Attribute>>): readonly object[] {
  return Object.entries(all).map(([key, value]) => ({ key, value: typedValue(value) }));
}

function typedValue(value: Attribute): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number')
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  return { arrayValue: { values: value.map((each) => ({ stringValue: each })) } };
}
