import type { Goal } from '../goal.ts';
import type { Settings } from '../settings.ts';

/** The most that may be spent, however often the agent is woken. */
export interface MostSpent {
  readonly tokensPerDay: number;
  readonly tokensPerMonth: number;
  /** US dollars; null: a price is missing. */
  readonly usdPerDay: number | null;
  readonly usdPerMonth: number | null;
}

const LONGEST_MONTH = 31;
const NOTHING: MostSpent = { tokensPerDay: 0, tokensPerMonth: 0, usdPerDay: 0, usdPerMonth: 0 };

/** One goal by itself: its own limits, and what is set for all goals together. */
export function mostOfGoal(goal: Goal, settings: Settings): MostSpent {
  if (!goal.enabled) return NOTHING;
  const { limits } = goal;
  const price = settings.models[goal.model]?.price ?? null;
  const worst = price === null ? null : Math.max(price.in, price.out) / 1e6;
  const day = worst === null ? null : Math.min(limits.usdPerDay ?? Infinity, limits.tokensPerDay * worst);
  const month = day === null ? null : Math.min(limits.usdPerMonth ?? Infinity, day * LONGEST_MONTH);
  return withinTotal(
    {
      tokensPerDay: limits.tokensPerDay,
      tokensPerMonth: limits.tokensPerDay * LONGEST_MONTH,
      usdPerDay: day,
      usdPerMonth: month,
    },
    settings,
  );
}

/** All goals together, which is less than their sum where the total budget is less. */
export function mostOfAll(goals: readonly Goal[], settings: Settings): MostSpent {
  const sum = goals.map((goal) => mostOfGoal(goal, settings)).reduce(add, NOTHING);
  return withinTotal(sum, settings);
}

function withinTotal(most: MostSpent, { budget }: Settings): MostSpent {
  const least = (usd: number | null, cap: number | null) => (usd === null ? null : Math.min(usd, cap ?? usd));
  return {
    tokensPerDay: Math.min(most.tokensPerDay, budget.tokensPerDay),
    tokensPerMonth: Math.min(most.tokensPerMonth, budget.tokensPerMonth),
    usdPerDay: least(most.usdPerDay, budget.usdPerDay),
    usdPerMonth: least(most.usdPerMonth, budget.usdPerMonth),
  };
}

function add(a: MostSpent, b: MostSpent): MostSpent {
  const dollars = (one: number | null, other: number | null) =>
    one === null || other === null ? null : one + other;
  return {
    tokensPerDay: a.tokensPerDay + b.tokensPerDay,
    tokensPerMonth: a.tokensPerMonth + b.tokensPerMonth,
    usdPerDay: dollars(a.usdPerDay, b.usdPerDay),
    usdPerMonth: dollars(a.usdPerMonth, b.usdPerMonth),
  };
}
