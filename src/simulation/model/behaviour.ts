import type { Message, ModelAnswer, ModelProvider, Question, ToolCall } from '../../ports.ts';

/** What the model does next: tool calls. */
export type ModelTurn = readonly (readonly [tool: string, input: Readonly<Record<string, unknown>>])[];

export interface BehaviourFacts {
  /** Title of the task. */
  readonly item: string;
  /** How often it has answered in this conversation, from 0. */
  readonly turn: number;
  readonly question: Question;
}

/** A model that is a function of the conversation: it calls tools, or answers as it likes. */
export type Behaviour = (facts: BehaviourFacts) => ModelTurn | ModelAnswer;

/** A second reader that objects to nothing. */
export const CONTENT: Behaviour = () => [['verdict', { objections: [] }]];

/** Whether a second reader is asked about a change, and not a model to make one. */
export function isReading({ tools }: Question): boolean {
  return tools.some(({ name }) => name === 'verdict');
}

/** A provider of a model that behaves so; `asked` is told of each question. `reads`: what it answers as a second reader. */
export function modelOf(
  behave: Behaviour,
  asked: (question: Question) => void = () => {},
  reads: Behaviour = CONTENT,
): ModelProvider {
  return {
    name: () => 'test-model',
    open: async () => ({
      async ask(question, signal) {
        signal.throwIfAborted();
        asked(question);
        const turn = question.messages.filter((message) => message.role === 'assistant').length;
        const next = (isReading(question) ? reads : behave)({
          item: itemOf(question.messages),
          turn,
          question,
        });
        return isTurn(next) ? answerOf(next, turn) : next;
      },
    }),
  };
}

/** The same behaviour, which uses so many tokens for each answer. */
export function using(tokensIn: number, behave: Behaviour): Behaviour {
  return (facts) => {
    const next = behave(facts);
    return isTurn(next) ? answerOf(next, facts.turn, { tokensIn, tokensOut: 0 }) : next;
  };
}

export function isTurn(next: ModelTurn | ModelAnswer): next is ModelTurn {
  return Array.isArray(next);
}

const USAGE = { tokensIn: 100, tokensOut: 20 };

export function answerOf(turn: ModelTurn, n: number, usage = USAGE): ModelAnswer {
  const toolCalls = turn.map(
    ([name, input], index): ToolCall => ({
      id: `call-${n}-${index}`,
      name,
      arguments: JSON.stringify(input),
    }),
  );
  return { kind: 'answer', content: '', toolCalls, finish: 'tool_calls', usage };
}

/** The title of the task, from the first message of the user. */
function itemOf(messages: readonly Message[]): string {
  const first = messages.find((message) => message.role === 'user');
  return /^Task: (?:<data-\w+>)?(.*?)(?:<\/data-\w+>)?$/m.exec(first?.content ?? '')?.[1] ?? '';
}
