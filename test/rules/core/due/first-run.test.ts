import { expect, test } from 'vitest';
import type { DueReason } from '../../../../src/core/due/due.ts';
import { withinFirstRun } from '../../../../src/core/due/first-run.ts';
import { sampleGoal } from '../sample-goal.ts';

interface Case {
  readonly what: string;
  readonly epoch: number;
  readonly due: readonly DueReason[];
  /** Which of them are taken. */
  readonly taken: readonly number[];
}

const CASES: readonly Case[] = [
  { what: 'the first run', epoch: 0, due: ['slot', 'slot', 'condition'], taken: [0] },
  { what: 'the first run, for an event', epoch: 0, due: ['event', 'event'], taken: [0] },
  { what: 'the first run with one goal', epoch: 0, due: ['slot'], taken: [0] },
  { what: 'the first run with none', epoch: 0, due: [], taken: [] },
  { what: 'the first run, for a person', epoch: 0, due: ['request', 'request', 'slot'], taken: [0, 1] },
  { what: 'the first run of goals that a person chose', epoch: 0, due: ['asked', 'asked'], taken: [0, 1] },
  { what: 'a later run', epoch: 1, due: ['slot', 'slot'], taken: [0, 1] },
];

test.each(CASES)('$what of $due takes $taken', ({ epoch, due, taken }) => {
  const goals = due.map((why) => ({ goal: sampleGoal(), why }));
  expect(withinFirstRun(goals, { epoch })).toEqual(taken.map((at) => goals[at]));
});
