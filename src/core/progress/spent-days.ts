import type { Allowance } from '../money/budget.ts';
import type { Checkpoint, SpentDays } from '../state.ts';
import { DAY_MS, utcDay } from '../time.ts';

const DAYS_KEPT = 3;

/** Writes down that the budget left too little for a call on this day. The same fact twice changes nothing. */
export function withSpentDay(checkpoint: Checkpoint, day: string, left: Allowance): Checkpoint {
  const days = [...new Set([...(checkpoint.budget_spent?.days ?? []), day])].sort().slice(-DAYS_KEPT);
  const { tokens: left_tokens, usdMicros: left_usd_micros, tightest: limit } = left;
  const budget_spent: SpentDays = { days, left_tokens, left_usd_micros, limit };
  return { ...checkpoint, budget_spent };
}

/** Whether it was seen already today that what is left now is too little. */
export function isKnownSpent(checkpoint: Checkpoint, day: string, left: Allowance): boolean {
  const spent = checkpoint.budget_spent;
  if (spent === undefined || !spent.days.includes(day)) return false;
  const hasFewerDollars = (left.usdMicros ?? 0) <= (spent.left_usd_micros ?? 0);
  return left.tokens <= spent.left_tokens && hasFewerDollars;
}

export function isSpentOn(checkpoint: Checkpoint, day: string): boolean {
  return checkpoint.budget_spent?.days.includes(day) ?? false;
}

/** Today and yesterday; or yesterday and the day before, as long as today has not shown anything else yet. */
export function isSpentTwoDaysRunning(checkpoint: Checkpoint, now: number): boolean {
  const isSpent = (daysAgo: number) => isSpentOn(checkpoint, utcDay(now - daysAgo * DAY_MS));
  return isSpent(1) && (isSpent(0) || isSpent(2));
}
