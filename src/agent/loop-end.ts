import type { Ending } from '../core/ending.ts';
import type { SecondReading } from '../core/item-state.ts';
import type { CheckReport } from '../core/progress/check-report.ts';
import type { RunawayVerdict } from '../core/progress/runaway.ts';
import type { FinishReport } from './tools/tool.ts';

export interface LoopEnd extends FinishReport {
  readonly ending: Ending;
  readonly detail: string;
  /** See `Pursuit`. */
  readonly isFinal?: true;
  /** See `Pursuit`. */
  readonly reading?: SecondReading;
  /** Of the work that this end is about; missing: the newest ones. */
  readonly checks?: readonly CheckReport[];
}

const NOTHING_SAID: FinishReport = { title: '', summary: '', findings: [] };

export function loopEnd(ending: Ending, detail: string, said = NOTHING_SAID): LoopEnd {
  const { title, summary, findings } = said;
  return { ending, detail, title, summary, findings };
}

/** The model finished, and that was judged. */
export function finishedEnd(
  { ending, detail, isFinal }: Pick<LoopEnd, 'ending' | 'detail' | 'isFinal'>,
  said: FinishReport,
  reading: SecondReading | null = null,
): LoopEnd {
  return {
    ...loopEnd(ending, detail, said),
    ...(isFinal === true && { isFinal }),
    ...(reading !== null && { reading }),
  };
}

/** What the program says of what it did without a model. */
export function saidByProgram(summary: string): FinishReport {
  return { ...NOTHING_SAID, summary };
}

/** Some models and servers cannot call tools at all: nothing that a goal needs can be done with them. */
export const NO_TOOLS = (times: number) =>
  `The model has called no tool in ${times} answers, only written text. Either it cannot, or its server does not hand tools on to it: try \`doctor --model\`, and name a model that calls tools.`;

/** What the model reads after an answer that could not be used. */
export const USELESS = {
  cutOff:
    'Your last answer was cut off because it was too long. Take smaller steps: fewer calls, shorter texts.',
  empty: 'Your last answer was empty. Call a tool.',
  noCall: 'Nothing happens by text alone. Call a tool; finish or give_up when you are done.',
} as const;

/** Of an item that a program has found. */
export const NOTHING_FOUND = (name: string, path: string) =>
  `\`${name}\` reports nothing in ${path} any more.`;
export const BY_PROGRAM = 'The program did it without a model.';

/** Why an item of a model that went round in circles ends; notes carry it to the next attempt. */
export function runawayText(verdict: RunawayVerdict): string {
  switch (verdict.kind) {
    case 'same_call':
      return `The model called ${verdict.tool} ${verdict.times} times with the same arguments.`;
    case 'same_error':
      return `The same error came ${verdict.times} times: ${verdict.error}`;
    case 'edits_undone':
      return `Edits of ${verdict.path} undo each other.`;
    case 'fiddling':
      return `${verdict.rounds} rounds in a row changed a few characters at one place of ${verdict.path}, with nothing new read.`;
  }
}
