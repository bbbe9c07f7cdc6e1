import { expect, test } from 'vitest';
import type { Limits } from '../../../../src/core/goal.ts';
import type { Price } from '../../../../src/core/money/meter.ts';
import {
  canPayForCall,
  type MoneyFacts,
  moneyLeft,
  reservationOf,
} from '../../../../src/core/work/goal-money.ts';
import { checkpoint, EMPTY_STATE, LIMITS, sums } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const DAY = '2026-11-22';
const FIRST_CALL = { promptBytes: 8_000, answerTokens: 256 };
const FACTS: MoneyFacts = {
  state: EMPTY_STATE,
  day: DAY,
  budget: { tokensPerDay: 500_000, tokensPerMonth: 5_000_000, usdPerDay: null, usdPerMonth: null },
  price: null,
  firstCall: FIRST_CALL,
};

function spent(tokens: number, usdMicros = 0): MoneyFacts['state'] {
  const days = { [DAY]: { 'docs-index': sums(tokens, usdMicros, 1) } };
  return { ...EMPTY_STATE, budget: { version: 1, days, months: {} } };
}

test.each([
  ['nothing is spent', FACTS.state, 50_000, false],
  ['a part of the day is spent', spent(80_000), 20_000, false],
  ['exactly one call is left', spent(100_000 - 8_256), 8_256, false],
  ['a token less is left', spent(100_000 - 8_255), 8_255, true],
  ['more than the day is spent', spent(120_000), 0, true],
])('%s: what is left, and whether it is too little', (_, state, tokens, isTooLittle) => {
  const found = moneyLeft(sampleGoal(), { ...FACTS, state });
  expect([found.left.tokens, found.isTooLittle]).toEqual([tokens, isTooLittle]);
});

test('what was too little once is too little for the rest of the day', () => {
  const known = { days: [DAY], left_tokens: 20_000, left_usd_micros: null };
  const state = {
    ...spent(80_000),
    checkpoints: { 'docs-index': checkpoint('docs-index', { budget_spent: known }) },
  };
  expect(moneyLeft(sampleGoal(), { ...FACTS, state }).isTooLittle).toBe(true);
  expect(moneyLeft(sampleGoal(), { ...FACTS, state, day: '2026-11-23' }).isTooLittle).toBe(false);
});

test.each<readonly [number, number | null, Price | null, boolean]>([
  [8_256, null, null, true],
  [8_255, null, null, false],
  [8_256, null, { in: 2, out: 8 }, true],
  [8_256, 18_048, { in: 2, out: 8 }, true],
  [8_256, 18_047, { in: 2, out: 8 }, false],
  [8_256, 0, null, true],
])(
  '%i tokens and %s millionths of a dollar, at %j, pay for a first call: %s',
  (tokens, usdMicros, price, isEnough) => {
    expect(canPayForCall({ tokens, usdMicros }, { firstCall: FIRST_CALL, price })).toBe(isEnough);
  },
);

const PRICED: Limits = { ...LIMITS, usdPerDay: 1 };

test.each<readonly [string, Limits, Price | null, number | null]>([
  ['without a price nothing', LIMITS, null, 0],
  ['all tokens at the dearer price', LIMITS, { in: 2, out: 8 }, 400_000],
  ['a rounding for each call of a broken price', LIMITS, { in: 2, out: 8.5 }, 425_200],
  ['at most the limit in dollars', PRICED, { in: 20, out: 80 }, 1_000_000],
  ['nothing where the limit pays for no call', PRICED, { in: 2_000, out: 8_000 }, null],
])('in dollars is set aside: %s', (_, limits, price, usdMicros) => {
  const reservation = reservationOf(sampleGoal({ limits }), { ...FACTS, price });
  expect(reservation).toEqual(
    usdMicros === null ? null : { day: DAY, tokens: 50_000, usd_micros: usdMicros },
  );
});
