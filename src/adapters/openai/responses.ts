import * as v from 'valibot';
import type { Steps } from '../../core/text/steps.ts';
import type {
  AnswerUsage,
  ExtraFields,
  Message,
  ModelAnswer,
  Question,
  ToolCall,
  ToolSchema,
} from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { type BodyReading, bodyOf } from './body.ts';
import { callsInText } from './calls-in-text.ts';
import { errorIn } from './error-in.ts';
import { CutStream } from './event-stream.ts';
import { faultInBody } from './fault.ts';
import { asRecord, parsedJson } from './json.ts';
import { offeredName } from './offered-name.ts';
import type { RequestSettings } from './request.ts';
import { linesOf, REST } from './stream-lines.ts';

type Item = Record<string, unknown>;

/**
 * A question in the words of the Responses API, complete in itself: nothing is stored on the server, so that what the model thought
 * before its calls goes back to it with them, as it came.
 */
export function responsesBody(
  { messages, tools, maxTokens }: Question,
  { model, isExtraSent, isStreamed }: Omit<RequestSettings, 'field' | 'isUsageAsked'>,
): Record<string, unknown> {
  return {
    model,
    input: messages.flatMap((message) => itemsOf(message, isExtraSent)),
    max_output_tokens: maxTokens,
    store: false,
    stream: isStreamed,
    ...(isExtraSent && { include: ['reasoning.encrypted_content'] }),
    ...(tools.length > 0 && { tools: tools.map(wireTool) }),
  };
}

function wireTool({ name, description, parameters }: ToolSchema): Item {
  return { type: 'function', name, description, parameters, strict: false };
}

function itemsOf(message: Message, isExtraSent: boolean): readonly Item[] {
  switch (message.role) {
    case 'system':
    case 'user':
      return [{ role: message.role, content: message.content.toWellFormed() }];
    case 'tool': {
      const output = message.content.toWellFormed();
      return [{ type: 'function_call_output', call_id: message.toolCallId, output }];
    }
    case 'assistant':
      return answerItems(message, isExtraSent);
  }
}

/** Thinking stands before what came of it. Where that has been left out since, the server refuses the thinking alone. */
function answerItems(
  { content, toolCalls, extra }: Extract<Message, { role: 'assistant' }>,
  isExtraSent: boolean,
): readonly Item[] {
  const calls = toolCalls.map((call): Item => {
    const own = isExtraSent ? call.extra?.get('fields') : undefined;
    const { id, name, arguments: text } = call;
    return { ...own, type: 'function_call', call_id: id, name, arguments: text };
  });
  const words: readonly Item[] =
    content === '' ? [] : [{ role: 'assistant', content: content.toWellFormed() }];
  const given = isExtraSent ? extra?.get('fields')?.['output'] : undefined;
  if (!Array.isArray(given)) return [...words, ...calls];
  const items: Item[] = [];
  let thinking: Item[] = [];
  const [restWords, restCalls] = [[...words], [...calls]];
  for (const part of given.map(asRecord)) {
    const kind = part?.['type'];
    if (part !== null && kind === 'reasoning') thinking.push(part);
    const next =
      kind === 'message' ? restWords.shift() : kind === 'function_call' ? restCalls.shift() : undefined;
    if (next === undefined) continue;
    items.push(...thinking, next);
    thinking = [];
  }
  return [...items, ...restWords, ...restCalls];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const usageSchema = v.object({
  usage: v.object({
    input_tokens: v.pipe(count, v.minValue(1)),
    output_tokens: count,
    input_tokens_details: v.fallback(v.nullish(v.object({ cached_tokens: v.nullish(count) })), null),
    output_tokens_details: v.fallback(v.nullish(v.object({ reasoning_tokens: v.nullish(count) })), null),
  }),
});

const answerSchema = v.object({
  status: v.nullish(v.string()),
  incomplete_details: v.nullish(v.object({ reason: v.nullish(v.string()) })),
  output: v.array(v.looseObject({ type: v.string() })),
});

const callSchema = v.looseObject({
  call_id: v.nullish(v.string()),
  id: v.nullish(v.string()),
  name: v.string(),
  arguments: v.nullish(v.union([v.string(), v.record(v.string(), v.unknown())])),
});

/** Reads an answer of the Responses API. The usage is read first and by itself, so that a broken answer is charged rightly too. */
export async function readResponse(
  response: Response,
  tools: readonly ToolSchema[],
  signal?: AbortSignal,
): Promise<ModelAnswer> {
  const read = await bodyOf(response, finalResponse, signal);
  return read.kind === 'fault' ? read : answerOf(read, tools);
}

function answerOf({ body }: BodyReading, tools: readonly ToolSchema[]): ModelAnswer {
  const usage = usageOf(body);
  const error = errorIn(body);
  if (error !== null) return { ...faultInBody(error), isCharged: usage !== null, usage };
  const checked = v.safeParse(answerSchema, body);
  if (!checked.success) {
    const [issue] = checked.issues;
    const problem = `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`;
    const detail = MODEL_TEXTS.notResponse(problem);
    return { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null, usage, detail };
  }
  const { output, status, incomplete_details: incomplete } = checked.output;
  const parts = output.filter(({ type }) => type === 'message').flatMap(partsOf);
  const refusal = parts.map(({ refusal }) => refusal).find((words) => typeof words === 'string');
  const content = typeof refusal === 'string' ? refusal : parts.map(textOf).join('');
  const calls = output.filter(({ type }) => type === 'function_call').flatMap((item) => callOf(item, tools));
  const inText = calls.length === 0 && refusal === undefined ? callsInText(content, tools) : null;
  const toolCalls = inText === null ? calls : inText.calls;
  const isRefused = refusal !== undefined || incomplete?.reason === 'content_filter';
  const isCut = status === 'incomplete' && !isRefused;
  return {
    kind: 'answer',
    content: inText === null ? content : inText.text,
    toolCalls,
    finish: isRefused ? 'refusal' : isCut ? 'length' : toolCalls.length > 0 ? 'tool_calls' : 'stop',
    usage,
    ...thoughtIn(output),
  };
}

/** What has to go back: the thinking as it came, and at which places. */
function thoughtIn(output: readonly Item[]): { readonly extra?: ExtraFields } {
  if (!output.some(({ type }) => type === 'reasoning')) return {};
  const places = output.map((item) => (item['type'] === 'reasoning' ? item : { type: item['type'] }));
  return { extra: new Map([['fields', { output: places }]]) };
}

function partsOf({ content }: Item): readonly Item[] {
  if (typeof content === 'string') return [{ text: content }];
  return (Array.isArray(content) ? content : []).map(asRecord).filter((part) => part !== null);
}

function textOf({ text }: Item): string {
  return typeof text === 'string' ? text : '';
}

function callOf(item: Item, tools: readonly ToolSchema[]): readonly ToolCall[] {
  const checked = v.safeParse(callSchema, item);
  if (!checked.success) return [];
  const { call_id, id, name, arguments: text } = checked.output;
  const call: ToolCall = {
    id: call_id || id || 'call',
    name: offeredName(
      name,
      tools.map((tool) => tool.name),
    ),
    arguments:
      typeof text === 'string' ? text : text === null || text === undefined ? '' : JSON.stringify(text),
  };
  return [id ? { ...call, extra: new Map([['fields', { id }]]) } : call];
}

function usageOf(body: unknown): AnswerUsage | null {
  const checked = v.safeParse(usageSchema, body);
  if (!checked.success) return null;
  const { usage } = checked.output;
  const cached = usage.input_tokens_details?.cached_tokens ?? 0;
  const reasoning = usage.output_tokens_details?.reasoning_tokens ?? 0;
  return {
    ...{ tokensIn: usage.input_tokens, tokensOut: usage.output_tokens },
    ...(cached > 0 && { cachedIn: Math.min(cached, usage.input_tokens) }),
    ...(reasoning > 0 && { reasoningOut: Math.min(reasoning, usage.output_tokens) }),
  };
}

/**
 * The last event of a stream holds the whole; undefined: it is no stream. Some servers stream although nobody asked for it. Throws a
 * `CutStream` where the response was still at work when the stream ended.
 */
function* finalResponse(text: string): Steps<unknown> {
  let hasEvents = false;
  let last: Item | undefined;
  for (const line of linesOf(text)) {
    if (line === REST) {
      yield;
      continue;
    }
    const data = /^data:[ \t]*(\{.*)$/s.exec(line)?.[1];
    if (data === undefined) continue;
    hasEvents = true;
    const event = asRecord(parsedJson(data));
    if (event?.['response'] !== undefined || event?.['type'] === 'error') last = event;
  }
  if (last === undefined && hasEvents) throw new CutStream();
  if (last?.['type'] === 'error') return { error: last['error'] ?? last };
  const response = last?.['response'];
  if (['queued', 'in_progress'].includes(String(asRecord(response)?.['status']))) throw new CutStream();
  return response;
}
