import { describe, expect, test } from 'vitest';
import { mostOfAll, mostOfGoal } from '../../../../src/core/money/most-spent.ts';
import { goalOf, LEAST, settingsOf } from '../../config/reading.ts';

const ROOMY = settingsOf('budget: {tokens_per_day: 1000000, tokens_per_month: 20000000}');
const price = '{in: 1, out: 2}';

describe('the most that can be spent', () => {
  test('is what the goal allows for a day, on each day of the longest month', () => {
    const most = mostOfGoal(goalOf(`${LEAST}limits: {tokens_per_day: 30000}`), ROOMY);
    expect(most).toEqual({
      tokensPerDay: 30_000,
      tokensPerMonth: 930_000,
      usdPerDay: null,
      usdPerMonth: null,
    });
  });

  test('does not depend on how often the goal is due: an unfinished one is due at every tick', () => {
    const seldom = goalOf(LEAST.replace('{every: 6h}', '{cron: "0 0 1 1 *"}'));
    expect(mostOfGoal(seldom, ROOMY)).toEqual(mostOfGoal(goalOf(LEAST), ROOMY));
  });

  test('is never more than the total budget', () => {
    const settings = settingsOf('budget: {tokens_per_day: 50000, tokens_per_month: 60000}');
    const goals = ['goals/a.yml', 'goals/b.yml'].map((file) => goalOf(LEAST, { file, settings }));
    for (const most of [...goals.map((goal) => mostOfGoal(goal, settings)), mostOfAll(goals, settings)])
      expect(most).toMatchObject({ tokensPerDay: 50_000, tokensPerMonth: 60_000 });
  });

  test('is the sum of the goals where the total budget has room for it', () => {
    const goals = [1, 2, 3].map((n) => goalOf(`${LEAST}limits: {tokens_per_day: ${n}0000}`));
    expect(mostOfAll(goals, ROOMY)).toMatchObject({ tokensPerDay: 60_000, tokensPerMonth: 1_860_000 });
  });

  test('counts no goal that is not enabled', () => {
    const goals = [goalOf(`${LEAST}enabled: false`)];
    expect(mostOfAll(goals, ROOMY)).toEqual({
      tokensPerDay: 0,
      tokensPerMonth: 0,
      usdPerDay: 0,
      usdPerMonth: 0,
    });
  });
});

describe('in dollars', () => {
  const settings = settingsOf(
    `models: {default: {model: m, price: ${price}}, free: {model: f}}\nbudget: {tokens_per_month: 20000000}`,
  );

  test('is bounded by the limits in dollars', () => {
    const goal = goalOf(`${LEAST}limits: {tokens_per_day: 400000, usd_per_day: 0.5, usd_per_month: 2}`, {
      settings,
    });
    expect(mostOfGoal(goal, settings)).toMatchObject({ usdPerDay: 0.5, usdPerMonth: 2 });
  });

  test('is bounded by the tokens, all at the dearer price', () => {
    const goal = goalOf(`${LEAST}limits: {tokens_per_day: 100000}`, { settings });
    expect(mostOfGoal(goal, settings).usdPerDay).toBeCloseTo(0.2);
    expect(mostOfGoal(goal, settings).usdPerMonth).toBeCloseTo(6.2);
  });

  test('is bounded by the total budget in dollars', () => {
    const capped = settingsOf(
      `models: {default: {model: m, price: ${price}}}\nbudget: {usd_per_day: 0.1, usd_per_month: 0.3}`,
    );
    expect(mostOfAll([goalOf(LEAST, { settings: capped })], capped)).toMatchObject({
      usdPerDay: 0.1,
      usdPerMonth: 0.3,
    });
  });

  test('is not known as soon as one model has no price', () => {
    const goals = [goalOf(LEAST, { settings }), goalOf(`${LEAST}model: free`, { settings })];
    expect(mostOfAll(goals, settings).usdPerDay).toBeNull();
    expect(mostOfAll(goals.slice(0, 1), settings).usdPerDay).toBeCloseTo(0.2);
  });
});
