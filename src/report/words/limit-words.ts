import type { BudgetLimit } from '../../core/budget-state.ts';

/** What limits spending, with the fields to change. */
export const LIMIT_WORDS: Readonly<Record<BudgetLimit, string>> = {
  wake: 'limits.tokens',
  goal_day: "the goal's day (limits.tokens_per_day, limits.usd_per_day)",
  goal_month: "the goal's month (limits.usd_per_month)",
  total_day: 'the total of the day (budget in the settings)',
  total_month: 'the total of the month (budget in the settings)',
};
