import type OpenAI from 'openai';
import type { ExtraFields, Message, Question, ToolSchema } from '../../ports.ts';
import { asRecord } from './json.ts';

/** Newer servers know the first name, older ones only the second. */
export type MaxTokensField = 'max_completion_tokens' | 'max_tokens';

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParams;

export interface RequestSettings {
  readonly model: string;
  readonly field: MaxTokensField;
  /** Whether what else a server's messages held goes back to it. */
  readonly isExtraSent: boolean;
  readonly isStreamed: boolean;
  /** Whether a stream is to end with the usage. */
  readonly isUsageAsked: boolean;
}

export function requestBody(
  { messages, tools, maxTokens }: Question,
  { model, field, isExtraSent, isStreamed, isUsageAsked }: RequestSettings,
): Body {
  return {
    model,
    messages: inOrder(messages.map((message) => wireMessage(message, isExtraSent))),
    [field]: maxTokens,
    stream: isStreamed,
    ...(isStreamed && isUsageAsked && { stream_options: { include_usage: true } }),
    ...(tools.length > 0 && { tools: tools.map(wireTool) }),
  };
}

function wireTool({ name, description, parameters }: ToolSchema): OpenAI.Chat.Completions.ChatCompletionTool {
  return { type: 'function', function: { name, description, parameters: { ...parameters } } };
}

type Wire = OpenAI.Chat.Completions.ChatCompletionMessageParam;

/** Strict servers refuse words of a user right after a result, or after other words of a user: they are joined to those. */
function inOrder(messages: readonly Wire[]): Wire[] {
  const ordered: Wire[] = [];
  for (const message of messages) {
    const before = ordered.at(-1);
    const isJoined = message.role === 'user' && (before?.role === 'tool' || before?.role === 'user');
    if (isJoined)
      ordered[ordered.length - 1] = { ...before, content: `${before.content}\n\n${message.content}` };
    else ordered.push(message);
  }
  return ordered;
}

function wireMessage(message: Message, isExtraSent: boolean): Wire {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.content.toWellFormed() };
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content.toWellFormed() };
    case 'assistant': {
      const more = (extra: ExtraFields | undefined) => (isExtraSent ? extra?.get('fields') : undefined);
      const calls = message.toolCalls.map(({ id, name, arguments: text, extra }) => {
        const own = more(extra);
        const call = { ...asRecord(own?.['function']), name, arguments: text };
        return { ...own, id, type: 'function' as const, function: call };
      });
      return {
        ...more(message.extra),
        role: 'assistant',
        content: message.content === '' && calls.length > 0 ? null : message.content.toWellFormed(),
        ...(calls.length > 0 && { tool_calls: calls }),
      };
    }
  }
}
