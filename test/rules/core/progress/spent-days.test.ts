import { expect, test } from 'vitest';
import type { Allowance } from '../../../../src/core/money/budget.ts';
import {
  isKnownSpent,
  isSpentOn,
  isSpentTwoDaysRunning,
  withSpentDay,
} from '../../../../src/core/progress/spent-days.ts';
import { checkpointWith } from '../../../support/core-samples.ts';

const left = (tokens: number, usdMicros: number | null = null): Allowance => ({
  tokens,
  usdMicros,
  tightest: 'goal_day',
});
const spentOn = (...days: readonly string[]) =>
  days.reduce((checkpoint, day) => withSpentDay(checkpoint, day, left(100)), checkpointWith());

test('the newest three days are kept, each once, oldest first', () => {
  expect(spentOn('2026-11-20', '2026-11-22', '2026-11-20', '2026-11-21').budget_spent?.days).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ]);
  expect(spentOn('2026-11-19', '2026-11-20', '2026-11-21', '2026-11-22').budget_spent?.days).not.toContain(
    '2026-11-19',
  );
});

test('the same fact twice changes nothing', () => {
  const once = spentOn('2026-11-22');
  expect(withSpentDay(once, '2026-11-22', left(100))).toEqual(once);
});

test.each([
  ['as little', left(100, 50), '2026-11-22', true],
  ['less', left(99, 49), '2026-11-22', true],
  ['more tokens', left(101, 50), '2026-11-22', false],
  ['more dollars', left(100, 51), '2026-11-22', false],
  ['no dollars counted', left(100), '2026-11-22', true],
  ['another day', left(100, 50), '2026-11-23', false],
])('it is known that too little is left, with %s: %s %s %j', (_, now, day, isKnown) => {
  const checkpoint = withSpentDay(checkpointWith(), '2026-11-22', left(100, 50));
  expect(isKnownSpent(checkpoint, day, now)).toBe(isKnown);
});

test('nothing is known of a budget that was never spent', () => {
  expect(isKnownSpent(checkpointWith(), '2026-11-22', left(0))).toBe(false);
  expect([isSpentOn(checkpointWith(), '2026-11-22'), isSpentOn(spentOn('2026-11-22'), '2026-11-22')]).toEqual(
    [false, true],
  );
});

test.each([
  [['2026-11-21', '2026-11-22'], true],
  [['2026-11-20', '2026-11-21'], true],
  [['2026-11-20', '2026-11-22'], false],
  [['2026-11-22'], false],
  [['2026-11-21'], false],
  [['2026-11-19', '2026-11-20'], false],
  [[], false],
])('%j are two days running at noon of 2026-11-22: %j', (days, expected) => {
  expect(isSpentTwoDaysRunning(spentOn(...days), Date.UTC(2026, 10, 22, 12))).toBe(expected);
});
