import type { GoalResult } from '../wake/wake-result.ts';
import { count, figure, listWords, money } from './sentences.ts';

export interface MonthCost {
  /** Slots of 30 days, over all goals that are counted. */
  readonly slots: number;
  readonly tokens: number;
  readonly usdMicros: number;
  /** Goals whose tokens have no price, so that their dollars are missing. */
  readonly unpriced: readonly string[];
  /** Goals that spent nothing here or are due only once. */
  readonly unknown: readonly string[];
}

/** Per goal id: how many slots 30 days hold; 0 for a goal that is due only once. */
export type SlotsPerMonth = Readonly<Record<string, number>>;

interface GoalCost {
  readonly goal: string;
  readonly slots: number;
  /** Of one slot, on average. */
  readonly tokens: number;
  readonly usdMicros: number;
}

/** What 30 days would cost if every slot cost what the slots of these results did on average. */
export function monthCost(results: readonly GoalResult[], slots: SlotsPerMonth): MonthCost {
  const ids = [...new Set(results.map((result) => result.goal))];
  const costs = ids.map((goal) => goalCost(goal, results, slots[goal] ?? 0));
  const known = costs.filter((cost) => cost.tokens > 0 && cost.slots > 0);
  const sum = (figureOf: (cost: GoalCost) => number) =>
    Math.round(known.reduce((total, cost) => total + figureOf(cost) * cost.slots, 0));
  return {
    slots: known.reduce((total, cost) => total + cost.slots, 0),
    tokens: sum((cost) => cost.tokens),
    usdMicros: sum((cost) => cost.usdMicros),
    unpriced: known.filter((cost) => cost.usdMicros === 0).map((cost) => cost.goal),
    unknown: costs.filter((cost) => !known.includes(cost)).map((cost) => cost.goal),
  };
}

function goalCost(goal: string, results: readonly GoalResult[], slots: number): GoalCost {
  const own = results.filter((result) => result.goal === goal);
  const seen = Math.max(
    1,
    new Set(own.filter((result) => result.slot !== null).map((result) => result.slot)).size,
  );
  const sum = (figureOf: (result: GoalResult) => number) =>
    own.reduce((total, each) => total + figureOf(each), 0);
  return {
    goal,
    slots,
    tokens: sum((result) => result.spent.tokens) / seen,
    usdMicros: sum((result) => result.spent.usdMicros) / seen,
  };
}

/** The same in sentences, with what they assume. */
export function monthCostSentences(results: readonly GoalResult[], slots: SlotsPerMonth): readonly string[] {
  const cost = monthCost(results, slots);
  if (cost.tokens === 0) return [];
  const dollars = cost.usdMicros === 0 ? '' : `, ${money(cost.usdMicros)}`;
  return [
    `About ${count(cost.tokens, 'token')}${dollars} in 30 days, if each of the ${figure(cost.slots)} slots costs what these did.`,
    ...priceSentences(cost),
    ...(cost.unknown.length === 0 ? [] : [`Not counted: ${listWords(cost.unknown)}.`]),
  ];
}

function priceSentences(cost: MonthCost): readonly string[] {
  if (cost.usdMicros === 0) {
    return [
      'In dollars: give the model a price in .github/wakeful.yml. Without one only tokens are counted.',
    ];
  }
  return cost.unpriced.length === 0
    ? []
    : [`Without the dollars of ${listWords(cost.unpriced)}: no price is known.`];
}
