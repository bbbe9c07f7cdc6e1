import * as v from 'valibot';
import type { ModelAnswer, ToolCall } from '../../ports.ts';
import { MODEL_TEXTS } from '../../report/failures/model-texts.ts';

type Finish = Extract<ModelAnswer, { kind: 'answer' }>['finish'];
type AnswerUsage = { readonly tokensIn: number; readonly tokensOut: number };

const LARGEST_BODY = 16_000_000;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const usageSchema = v.object({
  usage: v.object({
    // No prompt has none: a server that says so does not count.
    prompt_tokens: v.pipe(count, v.minValue(1)),
    completion_tokens: count,
    total_tokens: v.optional(v.nullable(count)),
  }),
});

const callSchema = v.object({
  id: v.nullish(v.string()),
  function: v.object({
    name: v.string(),
    arguments: v.nullish(v.union([v.string(), v.record(v.string(), v.unknown())])),
  }),
});

const partSchema = v.object({
  type: v.string(),
  text: v.optional(v.string()),
  refusal: v.optional(v.string()),
});

const bodySchema = v.object({
  choices: v.pipe(
    v.array(
      v.object({
        finish_reason: v.nullish(v.string()),
        message: v.object({
          content: v.nullish(v.union([v.string(), v.array(partSchema)])),
          refusal: v.nullish(v.string()),
          tool_calls: v.nullish(v.array(callSchema)),
        }),
      }),
    ),
    v.minLength(1),
  ),
});

type Choice = v.InferOutput<typeof bodySchema>['choices'][number];

/** Reads a chat completion. The usage is read first and by itself, so that a broken answer is charged rightly too. */
export async function readAnswer(response: Response): Promise<ModelAnswer> {
  const body = parsed(await readText(response));
  if (body === undefined) return malformed(MODEL_TEXTS.notJson, null);
  const usage = usageOf(body);
  const checked = v.safeParse(bodySchema, body);
  if (!checked.success) return malformed(MODEL_TEXTS.notCompletion(problem(checked.issues)), usage);
  const [choice] = checked.output.choices;
  if (choice === undefined) return malformed(MODEL_TEXTS.noChoice, usage);
  const toolCalls = (choice.message.tool_calls ?? []).map(toolCall);
  return { kind: 'answer', content: textOf(choice), toolCalls, finish: finishOf(choice), usage };
}

/** The text, or what there was of it when it grew too large to be a chat completion. */
async function readText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST_BODY) break;
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Some servers count their thinking only in the total: whatever is not prompt was answer. */
function usageOf(body: unknown): AnswerUsage | null {
  const checked = v.safeParse(usageSchema, body);
  if (!checked.success) return null;
  const { prompt_tokens: tokensIn, completion_tokens, total_tokens } = checked.output.usage;
  return { tokensIn, tokensOut: Math.max(completion_tokens, (total_tokens ?? 0) - tokensIn) };
}

function toolCall(call: v.InferOutput<typeof callSchema>, index: number): ToolCall {
  const text = call.function.arguments ?? '';
  return {
    id: call.id || `call_${index + 1}`,
    name: call.function.name,
    arguments: typeof text === 'string' ? text : JSON.stringify(text),
  };
}

function textOf({ message }: Choice): string {
  if (message.refusal) return message.refusal;
  const { content } = message;
  if (typeof content === 'string') return content;
  return (content ?? []).map((part) => part.text ?? part.refusal ?? '').join('');
}

function finishOf({ finish_reason, message }: Choice): Finish {
  const refused = Boolean(message.refusal) || finish_reason === 'content_filter';
  if (refused) return 'refusal';
  if (finish_reason === 'length') return 'length';
  return (message.tool_calls ?? []).length > 0 ? 'tool_calls' : 'stop';
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
