import type { GoalResult } from '../wake/wake-result.ts';
import { count, figure, listWords, money } from './sentences.ts';

export interface MonthCost {
  readonly tokens: number;
  readonly usdMicros: number;
  /** Goals whose tokens have no price, so that their dollars are missing. */
  readonly unpriced: readonly string[];
  /** Goals that spent nothing here or are due only once. */
  readonly unknown: readonly string[];
}

/** Per goal id: how many slots 30 days hold; 0 for a goal that is due only once. */
export type SlotsPerMonth = Readonly<Record<string, number>>;

/** What 30 days would cost if every slot cost what this wake spent on the goal. */
export function monthCost(goals: readonly GoalResult[], slots: SlotsPerMonth): MonthCost {
  const known = goals.filter((goal) => goal.spent.tokens > 0 && (slots[goal.goal] ?? 0) > 0);
  const sum = (figureOf: (goal: GoalResult) => number) =>
    known.reduce((total, goal) => total + figureOf(goal) * (slots[goal.goal] ?? 0), 0);
  return {
    tokens: sum((goal) => goal.spent.tokens),
    usdMicros: sum((goal) => goal.spent.usdMicros),
    unpriced: known.filter((goal) => goal.spent.usdMicros === 0).map((goal) => goal.goal),
    unknown: goals.filter((goal) => !known.includes(goal)).map((goal) => goal.goal),
  };
}

/** The same in sentences, with what they assume. */
export function monthCostSentences(goals: readonly GoalResult[], slots: SlotsPerMonth): readonly string[] {
  const cost = monthCost(goals, slots);
  if (cost.tokens === 0) return [];
  const allUnpriced = cost.usdMicros === 0;
  const dollars = allUnpriced ? '' : `, ${money(cost.usdMicros)}`;
  const runs = goals.reduce(
    (total, goal) => total + (goal.spent.tokens > 0 ? (slots[goal.goal] ?? 0) : 0),
    0,
  );
  return [
    `About ${count(cost.tokens, 'token')}${dollars} in 30 days, if each of the ${figure(runs)} slots costs what this one did.`,
    ...(allUnpriced
      ? ['In dollars: give the model a `price` in .github/wakeful.yml; without one only tokens are counted.']
      : cost.unpriced.length === 0
        ? []
        : [`Without the dollars of ${listWords(cost.unpriced)}: no price is known.`]),
    ...(cost.unknown.length === 0 ? [] : [`Not counted: ${listWords(cost.unknown)}.`]),
  ];
}
