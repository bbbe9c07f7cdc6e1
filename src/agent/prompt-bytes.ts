import { utf8Length } from '../core/text/bytes.ts';
import type { ExtraFields, ToolCall, ToolSchema } from '../ports.ts';

/** Room for what a server puts around each message, call and tool. */
const AROUND = 16;

/** A message, whether or not it may be sent unchanged. */
type Measured =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly toolCalls: readonly ToolCall[];
      readonly extra?: ExtraFields;
    }
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
        (sum, call) =>
          sum + AROUND + bytes(call.id) + bytes(call.name) + bytes(call.arguments) + extraBytes(call.extra),
        size + extraBytes(message.extra),
      );
    case 'tool':
      return size + bytes(message.toolCallId);
    default:
      return size;
  }
}

function extraBytes(extra: ExtraFields | undefined): number {
  return extra === undefined ? 0 : bytes(JSON.stringify(extra.get('fields') ?? {}));
}

function bytes(text: string): number {
  return utf8Length(text);
}

/** How many tokens the next prompt can have at most. */
export class PromptBound {
  /** The newest prompt whose tokens the server has told. */
  #known = { size: 0, tokens: 0 };

  learn(size: number, tokens: number): void {
    this.#known = { size, tokens };
  }

  /**
   * No prompt of so many bytes has more tokens: no token is shorter than a byte, and what the last one took is known, so that
   * only what has been added since counts by its bytes.
   */
  mostTokens(size: number): number {
    const { size: before, tokens } = this.#known;
    return Math.min(size, tokens + Math.max(0, size - before));
  }
}
