import * as v from 'valibot';
import type { AnswerUsage, ExtraFields, ModelAnswer, ToolCall, ToolSchema } from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { bodyOf } from './body.ts';
import { callsInText } from './calls-in-text.ts';
import { errorIn } from './error-in.ts';
import { completionOfStream } from './event-stream.ts';
import { faultInBody } from './fault.ts';
import { offeredName } from './offered-name.ts';
import { plainCompletion } from './plain-completion.ts';
import { usageOf } from './usage.ts';

type Finish = Extract<ModelAnswer, { kind: 'answer' }>['finish'];

const functionSchema = v.looseObject({
  name: v.string(),
  arguments: v.nullish(v.union([v.string(), v.record(v.string(), v.unknown())])),
});

const callSchema = v.looseObject({ id: v.nullish(v.string()), function: functionSchema });

const partSchema = v.looseObject({
  type: v.nullish(v.string()),
  text: v.nullish(v.unknown()),
  refusal: v.nullish(v.string()),
});

const bodySchema = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        finish_reason: v.nullish(v.string()),
        message: v.looseObject({
          content: v.nullish(v.union([v.string(), v.array(partSchema)])),
          refusal: v.nullish(v.string()),
          tool_calls: v.nullish(v.array(callSchema)),
          // The name of old, for one call.
          function_call: v.nullish(functionSchema),
        }),
      }),
    ),
    v.minLength(1),
  ),
});

type Choice = v.InferOutput<typeof bodySchema>['choices'][number];

/** Reads a chat completion. The usage is read first and by itself, so that a broken answer is charged rightly too. */
export async function readAnswer(
  response: Response,
  tools: readonly ToolSchema[],
  signal?: AbortSignal,
): Promise<ModelAnswer> {
  const read = await bodyOf(response, completionOfStream, signal);
  if (read.kind === 'fault') return read;
  const body = plainCompletion(read.body);
  const usage = usageOf(body);
  const error = errorIn(body);
  if (error !== null) return { ...faultInBody(error), isCharged: usage !== null, usage };
  const checked = v.safeParse(bodySchema, body);
  if (!checked.success) return malformed(MODEL_TEXTS.notCompletion(problem(checked.issues)), usage);
  const [choice] = checked.output.choices;
  if (choice === undefined) return malformed(MODEL_TEXTS.noChoice, usage);
  const reason = choice.finish_reason ?? '';
  if (BROKEN_OFF.has(reason.toLowerCase()))
    return { ...malformed(MODEL_TEXTS.brokenAnswer(reason), usage), fault: 'dropped' };
  return { kind: 'answer', ...saidIn(choice, tools), usage };
}

function saidIn(choice: Choice, tools: readonly ToolSchema[]) {
  const names = tools.map(({ name }) => name);
  const { tool_calls, function_call } = choice.message;
  const old =
    function_call === null || function_call === undefined ? [] : [{ id: '', function: function_call }];
  const given = (tool_calls ?? []).length > 0 ? (tool_calls ?? []) : old;
  const extra = extraOf(choice.message, MESSAGE_FIELDS);
  const finish = finishOf(choice, given.length);
  const content = textOf(choice);
  if (given.length > 0 || finish === 'refusal') {
    const toolCalls = given.map((call, index) => toolCall(call, index, names));
    return { content, toolCalls, finish, ...extra };
  }
  const { text, calls } = callsInText(content, tools);
  return {
    content: text,
    toolCalls: calls,
    finish: calls.length > 0 ? 'tool_calls' : finish,
    ...extra,
  } as const;
}

const MESSAGE_FIELDS = ['role', 'content', 'refusal', 'tool_calls', 'function_call', 'annotations', 'audio'];

function extraOf(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
): { readonly extra?: ExtraFields } {
  const others = othersIn(given, known);
  return hasAny(others) ? { extra: new Map([['fields', others]]) } : {};
}

/** An empty text is kept: some servers insist on a field, whatever is in it. */
function othersIn(
  given: Readonly<Record<string, unknown>>,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) => !known.includes(name) && value !== null && value !== undefined,
    ),
  );
}

function hasAny(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).length > 0;
}

function toolCall(call: v.InferOutput<typeof callSchema>, index: number, names: readonly string[]): ToolCall {
  const text = call.function.arguments ?? '';
  const inside = othersIn(call.function, ['name', 'arguments']);
  const others = {
    ...othersIn(call, ['id', 'type', 'index', 'function']),
    ...(hasAny(inside) && { function: inside }),
  };
  return {
    id: call.id || `call_${index + 1}`,
    name: offeredName(call.function.name, names),
    arguments: typeof text === 'string' ? text : JSON.stringify(text),
    ...(hasAny(others) && { extra: new Map([['fields', others]]) }),
  };
}

function textOf({ message }: Choice): string {
  if (message.refusal) return message.refusal;
  const { content } = message;
  if (typeof content === 'string') return content;
  return (content ?? [])
    .map(({ text, refusal }) => (typeof text === 'string' ? text : (refusal ?? '')))
    .join('');
}

/** How servers call an answer that they did not end themselves. */
const BROKEN_OFF: ReadonlySet<string> = new Set([
  ...['error', 'network_error', 'server_error', 'insufficient_system_resource'],
  ...['abort', 'aborted', 'cancelled', 'canceled'],
]);
const CUT_OFF: ReadonlySet<string> = new Set([
  ...['length', 'max_tokens', 'max_output_tokens', 'model_length', 'model_context_window_exceeded'],
]);
const REFUSED = /^(?:content_filter|sensitive|safety|refusal|recitation|prohibited_content|blocklist|spii)\b/;

function finishOf({ finish_reason, message }: Choice, calls: number): Finish {
  const reason = finish_reason?.toLowerCase() ?? '';
  if (message.refusal || REFUSED.test(reason)) return 'refusal';
  if (CUT_OFF.has(reason)) return 'length';
  return calls > 0 ? 'tool_calls' : 'stop';
}

function malformed(detail: string, usage: AnswerUsage | null): Extract<ModelAnswer, { kind: 'fault' }> {
  return { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null, usage, detail };
}

function problem(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
    .join('; ');
}
