import type { Message, ToolCall } from '../ports.ts';

/** What has been said. Only ever appended, so that a server's cache of the beginning always hits. */
export class Transcript {
  readonly #messages: Message[] = [];

  get messages(): readonly Message[] {
    return this.#messages;
  }

  system(content: string): void {
    this.#messages.push({ role: 'system', content });
  }

  tell(content: string): void {
    this.#messages.push({ role: 'user', content });
  }

  answer(content: string, toolCalls: readonly ToolCall[]): void {
    this.#messages.push({ role: 'assistant', content, toolCalls: toolCalls.map(sendable) });
  }

  result(toolCallId: string, content: string): void {
    this.#messages.push({ role: 'tool', toolCallId, content });
  }
}

/** Some servers refuse a history whose arguments are not JSON; the model reads in the result what was wrong. */
function sendable(call: ToolCall): ToolCall {
  try {
    JSON.parse(call.arguments);
    return call;
  } catch {
    return { ...call, arguments: '{}' };
  }
}
