import type { Message, ToolSchema } from '../ports.ts';

/** Room for what a server puts around each message, call and tool. */
const AROUND = 16;

/**
 * UTF-8 bytes of a prompt plus a few per message: never fewer than its tokens. A token holds at least one byte;
 * characters divided by three or four do not bound tokens.
 */
export function promptBytes(messages: readonly Message[], tools: readonly ToolSchema[]): number {
  const all = [...messages.map(messageBytes), ...tools.map((tool) => AROUND + bytes(JSON.stringify(tool)))];
  return all.reduce((sum, each) => sum + each, AROUND);
}

function messageBytes(message: Message): number {
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
  return Buffer.byteLength(text);
}
