import type { TotalBudget } from '../../core/settings.ts';
import type { GoalResult } from '../../core/wake-result.ts';
import { count, figure, listWords, money } from '../words/sentences.ts';

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

/** A goal's result, or the sum of several: then `slots` says how many slots it covers. */
export type CountedGoal = GoalResult & { readonly slots?: number };

/** What 30 days would cost if every slot cost what the slots of these results did on average. */
export function monthCost(goals: readonly CountedGoal[], slotsPerMonth: SlotsPerMonth): MonthCost {
  const slotsOf = (goal: CountedGoal) => slotsPerMonth[goal.goal] ?? 0;
  const known = goals.filter((goal) => goal.spent.tokens > 0 && slotsOf(goal) > 0);
  const sum = (figureOf: (goal: CountedGoal) => number) =>
    Math.round(
      known.reduce((total, goal) => total + (figureOf(goal) / (goal.slots ?? 1)) * slotsOf(goal), 0),
    );
  return {
    slots: known.reduce((total, goal) => total + slotsOf(goal), 0),
    tokens: sum((goal) => goal.spent.tokens),
    usdMicros: sum((goal) => goal.spent.usdMicros),
    unpriced: known.filter((goal) => goal.spent.usdMicros === 0).map((goal) => goal.goal),
    unknown: goals.filter((goal) => !known.includes(goal)).map((goal) => goal.goal),
  };
}

/** What the settings let all goals together spend in a month. */
export type MonthBudget = Pick<TotalBudget, 'tokensPerMonth' | 'usdPerMonth'>;

const NO_BUDGET: MonthBudget = { tokensPerMonth: Number.POSITIVE_INFINITY, usdPerMonth: null };

const AT_MOST =
  'A run costs nothing where nothing has changed since the one before, or while it waits for a draft, and no month costs more than the budget in .github/wakeful.yml.';

/** The same in sentences, with what they assume. The budget stops the agent, so no month costs more than that. */
export function monthCostSentences(
  goals: readonly CountedGoal[],
  slots: SlotsPerMonth,
  budget: MonthBudget = NO_BUDGET,
): readonly string[] {
  const cost = monthCost(goals, slots);
  if (cost.tokens === 0) return [];
  const isWithin = cost.tokens <= budget.tokensPerMonth && cost.usdMicros <= dollarsIn(budget);
  return [
    ...(isWithin ? [withinWords(cost)] : cappedSentences(cost, budget)),
    ...priceSentences(cost),
    ...(cost.unknown.length === 0 ? [] : [`Not counted: ${listWords(cost.unknown)}.`]),
    ...(isWithin
      ? [AT_MOST]
      : [
          'A run costs nothing where nothing has changed since the one before, or while it waits for a draft.',
        ]),
  ];
}

/** In millionths of a dollar. */
function dollarsIn({ usdPerMonth }: MonthBudget): number {
  return usdPerMonth === null ? Number.POSITIVE_INFINITY : usdPerMonth * 1_000_000;
}

function withinWords(cost: MonthCost): string {
  return `About ${amountWords(cost)} in 30 days, ${slotWords(cost.slots)}.`;
}

function cappedSentences(cost: MonthCost, budget: MonthBudget): readonly string[] {
  const { tokensPerMonth, usdPerMonth } = budget;
  const dollars = usdPerMonth === null ? '' : ` or ${money(dollarsIn(budget))}`;
  return [
    `The budget in .github/wakeful.yml stops the agent at ${count(tokensPerMonth, 'token')}${dollars} a month.`,
    `Without it, 30 days would need about ${amountWords(cost)}, ${slotWords(cost.slots)}.`,
  ];
}

function amountWords({ tokens, usdMicros }: MonthCost): string {
  return `${count(tokens, 'token')}${usdMicros === 0 ? '' : `, ${money(usdMicros)}`}`;
}

function slotWords(slots: number): string {
  return slots === 1
    ? 'if its one run costs what this one did'
    : `if each of the ${figure(slots)} runs costs what these did`;
}

function priceSentences(cost: MonthCost): readonly string[] {
  if (cost.usdMicros === 0) {
    return [
      'To see dollars, give the model a price in .github/wakeful.yml. Without one, only tokens are counted.',
    ];
  }
  return cost.unpriced.length === 0
    ? []
    : [`The dollars of ${listWords(cost.unpriced)} are missing, because no price is known.`];
}
