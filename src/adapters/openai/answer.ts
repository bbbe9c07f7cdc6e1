import * as v from 'valibot';
import type { AnswerUsage, ExtraFields, ModelAnswer, ToolCall, ToolSchema } from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';
import { bodyOf } from './body.ts';
import { callsInText } from './calls-in-text.ts';
import { completionOfStream } from './event-stream.ts';
import { faultInBody } from './fault.ts';
import { offeredName } from './offered-name.ts';
import { errorIn } from './refusal.ts';

type Finish = Extract<ModelAnswer, { kind: 'answer' }>['finish'];

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Where servers say what of it was cheaper or never seen. What is no count is left out, not refused. */
const USAGE_DETAILS = {
  prompt_tokens_details: v.fallback(v.nullish(v.object({ cached_tokens: v.nullish(count) })), null),
  prompt_cache_hit_tokens: v.fallback(v.nullish(count), null),
  completion_tokens_details: v.fallback(v.nullish(v.object({ reasoning_tokens: v.nullish(count) })), null),
} as const;

const usageSchema = v.object({
  usage: v.object({
    // No prompt has none: a server that says so does not count.
    prompt_tokens: v.pipe(count, v.minValue(1)),
    completion_tokens: count,
    total_tokens: v.optional(v.nullable(count)),
    ...USAGE_DETAILS,
  }),
});

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
export async function readAnswer(response: Response, tools: readonly ToolSchema[]): Promise<ModelAnswer> {
  const read = await bodyOf(response, completionOfStream);
  if (read.kind === 'fault') return read;
  const { body } = read;
  const usage = usageOf(body);
  const error = errorIn(body);
  if (error !== null && usage === null) return faultInBody(error);
  const checked = v.safeParse(bodySchema, body);
  if (!checked.success) return malformed(MODEL_TEXTS.notCompletion(problem(checked.issues)), usage);
  const [choice] = checked.output.choices;
  if (choice === undefined) return malformed(MODEL_TEXTS.noChoice, usage);
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
  const others = Object.entries(given).filter(
    ([name, value]) => !known.includes(name) && value !== null && value !== undefined && value !== '',
  );
  return others.length === 0 ? {} : { extra: new Map([['fields', Object.fromEntries(others)]]) };
}

/** Some servers count their thinking only in the total: whatever is not prompt was answer. */
function usageOf(body: unknown): AnswerUsage | null {
  const checked = v.safeParse(usageSchema, body);
  if (!checked.success) return null;
  const { usage } = checked.output;
  const tokensIn = usage.prompt_tokens;
  const unnamed = (usage.total_tokens ?? 0) - tokensIn - usage.completion_tokens;
  const tokensOut = usage.completion_tokens + Math.max(0, unnamed);
  const cached = usage.prompt_tokens_details?.cached_tokens ?? usage.prompt_cache_hit_tokens ?? 0;
  const reasoning = Math.max(usage.completion_tokens_details?.reasoning_tokens ?? 0, unnamed);
  return {
    ...{ tokensIn, tokensOut },
    ...(cached > 0 && { cachedIn: Math.min(cached, tokensIn) }),
    ...(reasoning > 0 && { reasoningOut: Math.min(reasoning, tokensOut) }),
  };
}

function toolCall(call: v.InferOutput<typeof callSchema>, index: number, names: readonly string[]): ToolCall {
  const text = call.function.arguments ?? '';
  return {
    id: call.id || `call_${index + 1}`,
    name: offeredName(call.function.name, names),
    arguments: typeof text === 'string' ? text : JSON.stringify(text),
    ...extraOf(call, ['id', 'type', 'index', 'function']),
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

function finishOf({ finish_reason, message }: Choice, calls: number): Finish {
  const refused = Boolean(message.refusal) || finish_reason === 'content_filter';
  if (refused) return 'refusal';
  if (finish_reason === 'length' || finish_reason === 'max_tokens') return 'length';
  return calls > 0 ? 'tool_calls' : 'stop';
}

function malformed(detail: string, usage: AnswerUsage | null): ModelAnswer {
  return { kind: 'fault', fault: 'malformed', isCharged: true, retryAfter: null, usage, detail };
}

function problem(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`)
    .join('; ');
}
