import { expect, test } from 'vitest';
import { addCosts, NO_COST, spentWith, subtractCost } from '../../../../src/core/money/cost.ts';

const ONE = { tokens: 100, usdMicros: 20, calls: 1 };
const OTHER = { tokens: 50, usdMicros: 5, calls: 2, cachedTokens: 30, reasoningTokens: 10 };

test('costs are added and taken apart, with what of them was cached or thinking', () => {
  const sum = addCosts(ONE, OTHER);
  expect(sum).toEqual({ tokens: 150, usdMicros: 25, calls: 3, cachedTokens: 30, reasoningTokens: 10 });
  expect(subtractCost(sum, OTHER)).toEqual(ONE);
  expect(addCosts(NO_COST, ONE)).toEqual(ONE);
});

test('an item keeps what it has spent, and fields of a newer program', () => {
  const spent = { tokens: 1, usd_micros: 1, calls: 1, cached_tokens: 5, later: 7 };
  expect(spentWith(spent, OTHER)).toEqual({
    ...{ tokens: 51, usd_micros: 6, calls: 3 },
    ...{ cached_tokens: 35, reasoning_tokens: 10, later: 7 },
  });
  expect(spentWith({ tokens: 1, usd_micros: 1, calls: 1 }, ONE)).toEqual({
    tokens: 101,
    usd_micros: 21,
    calls: 2,
  });
});
