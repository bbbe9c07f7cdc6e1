import { expect, test } from 'vitest';
import { NO_SUMS } from '../../../../src/core/money/budget.ts';
import { draftReports } from '../../../../src/core/report/goals-of.ts';
import { spendingOf } from '../../../../src/core/report/spending-of.ts';
import { checkpointWith, draftWith, stateWith } from '../../../support/core-samples.ts';

const day = '2026-11-22';
const sums = {
  ...NO_SUMS,
  spent_tokens: 900,
  spent_usd_micros: 90,
  calls: 3,
  lost_tokens: 100,
  reserved_tokens: 7,
};
const budget = {
  version: 1,
  days: { [day]: { tidy: sums } },
  months: { '2026-11': { tidy: sums, other: sums } },
};
const drafts = draftReports(
  stateWith({
    checkpoints: {
      tidy: checkpointWith({
        drafts: {
          a: draftWith({ outcome: 'merged', ended_at: '2026-11-02T00:00:00Z' }),
          b: draftWith({ outcome: 'merged', ended_at: '2026-11-03T00:00:00Z' }),
          c: draftWith({ outcome: 'merged', ended_at: '2026-10-31T00:00:00Z' }),
          d: draftWith({ outcome: 'none' }),
        },
      }),
    },
  }),
);

test('what is spent, set aside and lost is told apart, by goal, day and month', () => {
  const spending = spendingOf({ budget, limits: null, drafts, day });
  expect(spending.today).toMatchObject({ tokens: 900, lostTokens: 100, reservedTokens: 7, tokenLimit: null });
  expect(spending.month).toMatchObject({ tokens: 1800, lostTokens: 200, calls: 6 });
  expect(spending.byGoal.map(({ goal, today, month }) => [goal, today.tokens, month.tokens])).toEqual([
    ['other', 0, 900],
    ['tidy', 900, 900],
  ]);
});

test('a merged draft costs what the month has cost, divided by its merged drafts', () => {
  expect(spendingOf({ budget, limits: null, drafts, day }).perMergedDraft).toEqual({
    tokens: 900,
    usdMicros: 90,
  });
  expect(spendingOf({ budget, limits: null, drafts: [], day }).perMergedDraft).toBeNull();
});
