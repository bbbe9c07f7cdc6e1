import { expect, test } from 'vitest';
import { likelyCost } from '../../../../src/core/money/likely-cost.ts';

const FEW = { modelCalls: 2, tokens: 1_000_000 };

test('each call sends again what was said before it, and no run spends more than its limits', () => {
  const task = { promptBytes: 8_000, tasks: 1, limits: { modelCalls: 20, tokens: 1_000_000 } };
  expect(likelyCost(task)).toEqual({
    ...{ least: 10_500, most: 52_000, firstCall: 2_000 },
    calls: { least: 3, most: 8 },
  });
  expect(likelyCost({ ...task, tasks: 3 }).least).toBe(31_500);
  expect(likelyCost({ ...task, limits: FEW })).toMatchObject({ least: 5_800, most: 5_800 });
  expect(likelyCost({ ...task, limits: { modelCalls: 20, tokens: 9_000 } })).toMatchObject({
    least: 9_000,
    most: 9_000,
  });
});
