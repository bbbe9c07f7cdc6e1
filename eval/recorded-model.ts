import type { Message, ModelAnswer, ModelProvider, ToolCall } from '../src/ports.ts';
import type { HandedIn } from './outcome.ts';

/** All messages about one task, with the last answer. */
export interface Conversation {
  readonly messages: readonly Message[];
  readonly answer: ModelAnswer | null;
}

/** The same model, and what was said. Messages are only ever appended, so the last question holds all before it. */
export function recorded(provider: ModelProvider): {
  readonly provider: ModelProvider;
  readonly conversations: () => readonly Conversation[];
} {
  const conversations: Conversation[] = [];
  return {
    conversations: () => conversations,
    provider: {
      name: (settings) => provider.name(settings),
      async open(settings) {
        const model = await provider.open(settings);
        return {
          get limitField() {
            return model.limitField ?? 'max_tokens';
          },
          async ask(question, signal) {
            // A second reader has no part in the conversation.
            if (question.tools.some(({ name }) => name === 'verdict')) return model.ask(question, signal);
            const { messages } = question;
            const last = conversations.at(-1);
            const goesOn = last !== undefined && messages[1] === last.messages[1];
            const at = goesOn ? conversations.length - 1 : conversations.length;
            conversations[at] = { messages: [...messages], answer: null };
            const answer = await model.ask(question, signal);
            conversations[at] = { messages: [...messages], answer };
            return answer;
          },
        };
      },
    },
  };
}

/** Every call of a tool, in order. */
export function callsOf({ messages, answer }: Conversation): readonly ToolCall[] {
  const earlier = messages.flatMap((message) => (message.role === 'assistant' ? message.toolCalls : []));
  return [...earlier, ...(answer?.kind === 'answer' ? answer.toolCalls : [])];
}

/** What a call was given; empty where that cannot be read. */
export function argumentsOf(call: Pick<ToolCall, 'arguments'>): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(call.arguments);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What the model handed in last; null: it handed in nothing. */
export function handedIn(conversation: Conversation): HandedIn | null {
  const last = callsOf(conversation).findLast(({ name }) => name === 'finish' || name === 'give_up');
  if (last === undefined) return null;
  const { title, summary, reason, findings } = argumentsOf(last);
  return {
    title: textOf(title),
    summary: textOf(last.name === 'finish' ? summary : reason),
    findings: (Array.isArray(findings) ? findings : []).map(findingOf),
  };
}

function findingOf(value: unknown): HandedIn['findings'][number] {
  const { path, line, text }: Readonly<Record<string, unknown>> =
    typeof value === 'object' && value !== null ? { ...value } : {};
  return {
    path: typeof path === 'string' ? path : null,
    line: typeof line === 'number' ? line : null,
    text: textOf(text),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
