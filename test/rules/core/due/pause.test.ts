import { expect, test } from 'vitest';
import { pauseGoal, resumeGoal, withPauseOf } from '../../../../src/core/due/pause.ts';
import { checkpointWith } from '../../../support/core-samples.ts';

const FIRST = { reason: 'holidays', at: '2026-11-20T03:00:00Z', by: 'mona' };
const SECOND = { reason: 'three wakes have died', at: '2026-11-22T03:00:00Z', by: 'wakeful' };
const END = '2026-11-23T03:00:00Z';

test('a goal that is paused again has the new reason, and is paused since the first time', () => {
  const paused = pauseGoal(checkpointWith(), FIRST);
  expect(paused.pause).toEqual(FIRST);
  expect(pauseGoal(paused, SECOND).pause).toEqual({ ...SECOND, at: FIRST.at });
});

test('a resume counts afresh what led to the pause, and keeps its time', () => {
  const change = { slot: 's', characters: 1, files: {} };
  const paused = checkpointWith({ pause: FIRST, dead_wakes: 3, refusals: 2, changes: [change] });
  expect(resumeGoal(paused, END)).toEqual({
    ...paused,
    pause: null,
    dead_wakes: 0,
    refusals: 0,
    changes: [],
    pauses: [{ since: FIRST.at, until: END }],
  });
});

test('a resume of a goal that is not paused changes nothing', () => {
  const checkpoint = checkpointWith({ dead_wakes: 2, refusals: 1 });
  expect(resumeGoal(checkpoint, END)).toBe(checkpoint);
});

test('the newest twenty pauses are kept until their slots are counted', () => {
  const pauses = Array.from({ length: 20 }, (_, n) => ({ since: `${n}`, until: `${n}` }));
  const resumed = resumeGoal(checkpointWith({ pause: FIRST, pauses }), END);
  expect(resumed.pauses?.map(({ since }) => since)).toEqual([
    ...pauses.slice(1).map(({ since }) => since),
    FIRST.at,
  ]);
});

test('a checkpoint that is put back keeps the pause that came meanwhile, and the ends of pauses', () => {
  const before = checkpointWith({ dead_wakes: 1 });
  const pauses = [{ since: FIRST.at, until: SECOND.at }];
  const newest = checkpointWith({ dead_wakes: 2, pause: FIRST, pauses });
  expect(withPauseOf(before, newest)).toEqual({ ...before, pause: FIRST, pauses });
  expect(withPauseOf({ ...before, pause: FIRST }, checkpointWith())).toEqual(before);
});
