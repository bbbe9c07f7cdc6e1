import type { Message, Model, ModelAnswer, ModelProvider, Question, ToolCall } from '../../../src/ports.ts';

/** What the model does next: tool calls, or what it says instead. */
export type Turn = readonly (readonly [tool: string, input: Readonly<Record<string, unknown>>])[];

/** A model that is a function of the conversation. `turn` counts its own answers so far, from 0. */
export type Behaviour = (facts: {
  readonly item: string;
  readonly turn: number;
  readonly question: Question;
}) => Turn | ModelAnswer;

/** A provider of a model that behaves so; `asked` is told of each question. */
export function modelOf(behave: Behaviour, asked: (question: Question) => void = () => {}): ModelProvider {
  const model: Model = {
    async ask(question, signal) {
      signal.throwIfAborted();
      asked(question);
      const turn = question.messages.filter((message) => message.role === 'assistant').length;
      const next = behave({ item: itemOf(question.messages), turn, question });
      return isTurn(next) ? answer(next, turn) : next;
    },
  };
  return { name: () => 'test-model', open: async () => model };
}

function isTurn(next: Turn | ModelAnswer): next is Turn {
  return Array.isArray(next);
}

const USAGE = { tokensIn: 100, tokensOut: 20 };

function answer(turn: Turn, n: number, usage: { tokensIn: number; tokensOut: number } = USAGE): ModelAnswer {
  const toolCalls = turn.map(
    ([name, input], index): ToolCall => ({
      id: `call-${n}-${index}`,
      name,
      arguments: JSON.stringify(input),
    }),
  );
  return {
    kind: 'answer',
    content: '',
    toolCalls,
    finish: 'tool_calls',
    usage,
  };
}

/** The same behaviour, which uses so many tokens for each answer. */
export function using(tokensIn: number, behave: Behaviour = diligent): Behaviour {
  return (facts) => {
    const next = behave(facts);
    return isTurn(next) ? answer(next, facts.turn, { tokensIn, tokensOut: 0 }) : next;
  };
}

/** The title of the item, from the first user message. */
function itemOf(messages: readonly Message[]): string {
  const first = messages.find((message) => message.role === 'user');
  return /^Task: (?:<data-\w+>)?(.*?)(?:<\/data-\w+>)?$/m.exec(first?.content ?? '')?.[1] ?? '';
}

/** Writes one line that names the item into a file of its own, then finishes. */
export const diligent: Behaviour = ({ item, turn }) => {
  const path = item === 'the whole window' ? 'docs/index.md' : item;
  if (turn === 0) return [['write_file', { path, text: `Looked after: ${item}\n` }]];
  return [['finish', { summary: `Looked after ${item}.` }]];
};

/** Each element and each window has a file of its own, and a summary that names it. */
export const named: Behaviour = ({ item, turn, question }) => {
  const text = question.messages.map((message) => message.content).join('\n');
  const name = `${item} ${/^Window: (.*)$/m.exec(text)?.[1]}`.replace(/[^a-z0-9]+/gi, '-');
  if (turn > 0) return [['finish', { summary: `Looked after ${name}.` }]];
  return [['write_file', { path: `docs/${name}.txt`, text: `${name}\n` }]];
};
