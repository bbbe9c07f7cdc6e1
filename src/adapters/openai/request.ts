import type OpenAI from 'openai';
import type { Message, Question, ToolSchema } from '../../ports.ts';

/** Newer servers know the first name, older ones only the second. */
export type MaxTokensField = 'max_completion_tokens' | 'max_tokens';

type Body = OpenAI.Chat.Completions.ChatCompletionCreateParamsNonStreaming;

export function requestBody(
  { messages, tools, maxTokens }: Question,
  { model, field }: { readonly model: string; readonly field: MaxTokensField },
): Body {
  return {
    model,
    messages: messages.map(wireMessage),
    [field]: maxTokens,
    ...(tools.length > 0 && { tools: tools.map(wireTool) }),
  };
}

function wireTool({ name, description, parameters }: ToolSchema): OpenAI.Chat.Completions.ChatCompletionTool {
  return { type: 'function', function: { name, description, parameters: { ...parameters } } };
}

function wireMessage(message: Message): OpenAI.Chat.Completions.ChatCompletionMessageParam {
  switch (message.role) {
    case 'system':
    case 'user':
      return { role: message.role, content: message.content };
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
    case 'assistant':
      return {
        role: 'assistant',
        content: message.content,
        ...(message.toolCalls.length > 0 && {
          tool_calls: message.toolCalls.map(({ id, name, arguments: text }) => ({
            id,
            type: 'function' as const,
            function: { name, arguments: text },
          })),
        }),
      };
  }
}
