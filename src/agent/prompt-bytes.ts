import { utf8Length } from '../core/text/bytes.ts';
import type { ToolCall, ToolSchema } from '../ports.ts';

/** Room for what a server puts around each message, call and tool. */
const AROUND = 16;

/** A message, whether or not it may be sent unchanged. */
type Measured =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly toolCalls: readonly ToolCall[] }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string };

/**
 * UTF-8 bytes of a prompt plus a few per message: never fewer than its tokens. A token holds at least one byte;
 * characters divided by three or four do not bound tokens.
 */
export function promptBytes(messages: readonly Measured[], tools: readonly ToolSchema[]): number {
  const all = [...messages.map(messageBytes), ...tools.map(toolBytes)];
  return all.reduce((sum, each) => sum + each, AROUND);
}

/** The same tools are offered with every question. */
const measured = new WeakMap<ToolSchema, number>();

function toolBytes(tool: ToolSchema): number {
  const size = measured.get(tool) ?? AROUND + bytes(JSON.stringify(tool));
  measured.set(tool, size);
  return size;
}

function messageBytes(message: Measured): number {
  const size = AROUND + bytes(message.content);
  switch (message.role) {
    case 'assistant':
      return message.toolCalls.reduce(
        (sum, call) => sum + AROUND + bytes(call.id) + bytes(call.name) + bytes(call.arguments),
        size,
      );
    case 'tool':
      return size + bytes(message.toolCallId);
    default:
      return size;
  }
}

function bytes(text: string): number {
  return utf8Length(text);
}
