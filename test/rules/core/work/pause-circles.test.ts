import { expect, test } from 'vitest';
import { pausedInCircle, pauseLines } from '../../../../src/core/work/pause-circles.ts';
import { checkpoint } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const AT = '2026-11-22T04:00:00Z';
const PAUSE = { reason: 'holidays', at: '2026-11-20T03:00:00Z', by: 'octocat' };
const HOW = { at: AT, reasonOf: ({ kind }: { readonly kind: string }) => `goes in circles: ${kind}` };

test.each([
  ['that goes round in circles is paused', { refusals: 2 }, 'goes in circles: refusals'],
  ['that does not stays as it is', { refusals: 1 }, undefined],
  ['that is paused keeps its reason', { refusals: 2, pause: PAUSE }, 'holidays'],
])('a goal %s', (_, change, reason) => {
  expect(pausedInCircle(checkpoint('docs-index', change), HOW).pause?.reason).toBe(reason);
});

test('only a new pause has a line', () => {
  const before = checkpoint('docs-index', { refusals: 2 });
  const after = pausedInCircle(before, HOW);
  const reason = 'goes in circles: refusals';
  expect(pauseLines(sampleGoal(), before, after)).toEqual([
    { event: 'goal_paused', goal: 'docs-index', by: null, reason },
  ]);
  expect(pauseLines(sampleGoal(), after, after)).toEqual([]);
  expect(pauseLines(sampleGoal(), before, before)).toEqual([]);
});
