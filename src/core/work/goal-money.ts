import type { Goal } from '../goal.ts';
import { type Allowance, allowance } from '../money/budget.ts';
import type { Price } from '../money/meter.ts';
import { newCheckpoint } from '../progress/checkpoint.ts';
import { isKnownSpent } from '../progress/spent-days.ts';
import type { Settings } from '../settings.ts';
import type { Reservation, State } from '../state.ts';

export interface MoneyFacts {
  readonly state: State;
  /** Of the wake, e.g. `2026-11-22`. */
  readonly day: string;
  readonly budget: Settings['budget'];
  /** Of the goal's model; null: it has none. */
  readonly price: Price | null;
  /** What the first call for an item takes at least: the bytes of its prompt bound its tokens. */
  readonly firstCall: { readonly promptBytes: number; readonly answerTokens: number };
}

/** What a goal could set aside, and whether that pays for a call. What did not once pays for none that day. */
export function moneyLeft(
  goal: Goal,
  facts: MoneyFacts,
): { readonly left: Allowance; readonly isTooLittle: boolean } {
  const { state, day, budget: total } = facts;
  const left = allowance(state.budget, goal.id, { day, limits: goal.limits, total });
  const isKnown = isKnownSpent(state.checkpoints[goal.id] ?? newCheckpoint(goal.id), day, left);
  return { left, isTooLittle: isKnown || !canPayForCall(left, facts) };
}

/** Whether so much pays for the first call of an item. Null dollars: nothing limits them. */
export function canPayForCall(
  left: Pick<Allowance, 'tokens' | 'usdMicros'>,
  { firstCall, price }: Pick<MoneyFacts, 'firstCall' | 'price'>,
): boolean {
  const { promptBytes, answerTokens } = firstCall;
  const usdMicros = Math.ceil(promptBytes * (price?.in ?? 0) + answerTokens * (price?.out ?? 0));
  const isEnough = left.usdMicros === null || left.usdMicros >= usdMicros;
  return isEnough && left.tokens >= promptBytes + answerTokens;
}

/** What an acquire sets aside; null: too little is left for one call. */
export function reservationOf(goal: Goal, facts: MoneyFacts): Reservation | null {
  const { left, isTooLittle } = moneyLeft(goal, facts);
  if (isTooLittle) return null;
  const { day, price } = facts;
  const most = price === null ? 0 : mostOf(price, left.tokens, goal.limits);
  return {
    day,
    tokens: left.tokens,
    usd_micros: left.usdMicros === null ? most : Math.min(left.usdMicros, most),
  };
}

/** What so many tokens cost at most. Each call's price is rounded up to a millionth of a dollar. */
function mostOf(price: Price, tokens: number, { modelCalls, itemsPerWake }: Goal['limits']): number {
  const isWhole = Number.isInteger(price.in) && Number.isInteger(price.out);
  const rounding = isWhole ? 0 : modelCalls * itemsPerWake;
  return Math.ceil(tokens * Math.max(price.in, price.out)) + rounding;
}
