import * as v from 'valibot';
import type { ChatMessage } from './text/conversation.ts';
import { type Turn, turnBytes } from './text/turn.ts';

const ToolCallSchema = v.object({
  id: v.string(),
  type: v.literal('function'),
  function: v.object({ name: v.string(), arguments: v.string() }),
});

const TextSchema = v.union([v.string(), v.array(v.object({ type: v.literal('text'), text: v.string() }))]);

const MessageSchema = v.object({
  role: v.picklist(['system', 'developer', 'user', 'assistant', 'tool']),
  content: v.nullish(TextSchema),
  tool_calls: v.optional(v.array(ToolCallSchema)),
  tool_call_id: v.optional(v.string()),
});

const TokensSchema = v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1)));

const VerdictToolSchema = v.object({ function: v.object({ name: v.literal('verdict') }) });

const RequestSchema = v.object({
  model: v.pipe(v.string(), v.nonEmpty()),
  messages: v.pipe(v.array(MessageSchema), v.nonEmpty()),
  tools: v.optional(v.array(v.unknown())),
  stream: v.nullish(v.literal(false, 'stream: only false is answered')),
  max_tokens: TokensSchema,
  max_completion_tokens: TokensSchema,
});

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly promptTokens: number;
  readonly maxTokens: number;
  /** A finished change is to be read, and not worked on. */
  readonly isReading: boolean;
}

export type ReadRequest =
  | { readonly kind: 'request'; readonly request: ChatRequest }
  | { readonly kind: 'bad'; readonly message: string; readonly param: string | null };

const USUAL_MAX_TOKENS = 4096;
const BYTES_PER_TOKEN = 4;

export function readRequest(body: string): ReadRequest {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch {
    return { kind: 'bad', message: 'The body is not JSON.', param: null };
  }
  const parsed = v.safeParse(RequestSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { kind: 'bad', message: issue.message, param: v.getDotPath(issue) };
  }
  const { model, messages, tools, max_completion_tokens, max_tokens } = parsed.output;
  return {
    kind: 'request',
    request: {
      model,
      messages: messages.map(chatMessage),
      promptTokens: tokensOf(Buffer.byteLength(JSON.stringify(messages) + JSON.stringify(tools ?? []))),
      isReading: (tools ?? []).some((tool) => v.is(VerdictToolSchema, tool)),
      maxTokens: max_completion_tokens ?? max_tokens ?? USUAL_MAX_TOKENS,
    },
  };
}

function chatMessage(message: v.InferOutput<typeof MessageSchema>): ChatMessage {
  const { content } = message;
  const text = Array.isArray(content) ? content.map((part) => part.text).join('') : (content ?? '');
  return {
    role: message.role,
    content: text,
    toolCalls: (message.tool_calls ?? []).map(({ id, function: called }) => ({ id, ...called })),
    toolCallId: message.tool_call_id ?? null,
  };
}

/** The estimate behind every usage figure of the scripted model. */
function tokensOf(bytes: number): number {
  return Math.ceil(bytes / BYTES_PER_TOKEN);
}

export function answerBytes(request: ChatRequest): number {
  return request.maxTokens * BYTES_PER_TOKEN;
}

/** A turn as a chat completion. Ids count the answers, so that the same messages get the same answer. */
export function completion(request: ChatRequest, turn: Turn): Readonly<Record<string, unknown>> {
  const answers = request.messages.filter((message) => message.role === 'assistant').length;
  const completionTokens = tokensOf(turnBytes(turn));
  return {
    id: `chatcmpl-scripted-${answers + 1}`,
    object: 'chat.completion',
    created: 0,
    model: request.model,
    choices: [
      { index: 0, message: answerMessage(turn, answers + 1), logprobs: null, finish_reason: 'tool_calls' },
    ],
    usage: {
      prompt_tokens: request.promptTokens,
      completion_tokens: completionTokens,
      total_tokens: request.promptTokens + completionTokens,
    },
  };
}

function answerMessage(turn: Turn, answer: number): Readonly<Record<string, unknown>> {
  return {
    role: 'assistant',
    content: turn.say === '' ? null : turn.say,
    refusal: null,
    tool_calls: turn.calls.map((call, index) => ({
      id: `call_${answer}_${index + 1}`,
      type: 'function',
      function: { name: call.tool, arguments: JSON.stringify(call.input) },
    })),
  };
}
