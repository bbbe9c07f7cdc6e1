import { firstCall } from '../../agent/first-call.ts';
import type { Goal } from '../../core/goal.ts';
import { type Allowance, allowance } from '../../core/money/budget.ts';
import type { Allotment, Meter, Price } from '../../core/money/meter.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import { isKnownSpent } from '../../core/progress/spent-days.ts';
import type { Reservation, State } from '../../core/state.ts';
import { utcDay } from '../../core/time.ts';
import { RESULT_TEXTS, SMALLER_LIMITS } from '../../report/log/result-texts.ts';
import type { Session } from './session.ts';

export interface Money {
  readonly left: Allowance;
  /** Why that does not pay for one call; null: it does. */
  readonly tooLittle: string | null;
}

/** What a goal could set aside in this state, and whether that pays for a call. */
export function moneyFor(session: Session, goal: Goal, state: State): Money {
  const left = rest(session, goal, state);
  const known = isKnownSpent(state.checkpoints[goal.id] ?? newCheckpoint(goal.id), today(session), left);
  const needs = needsOf(session, goal);
  const isEnough =
    !known && left.tokens >= needs.tokens && (left.usdMicros === null || left.usdMicros >= needs.usdMicros);
  if (isEnough) return { left, tooLittle: null };
  return { left, tooLittle: RESULT_TEXTS.tooLittleForCall(left) };
}

/** Whether the meter of a lease still pays for the first call of another item. */
export function canPayForItem(session: Session, goal: Goal, meter: Meter): boolean {
  const left = meter.left();
  const needs = needsOf(session, goal);
  return left.tokens >= needs.tokens && (left.usdMicros === null || left.usdMicros >= needs.usdMicros);
}

function needsOf(session: Session, goal: Goal): { readonly tokens: number; readonly usdMicros: number } {
  const { promptBytes, answerTokens } = firstCall(goal, session.settings);
  const price = priceOf(session, goal) ?? { in: 0, out: 0 };
  return {
    tokens: promptBytes + answerTokens,
    usdMicros: Math.ceil(promptBytes * price.in + answerTokens * price.out),
  };
}

/** What an acquire sets aside from the newest state; null: too little is left for one call. */
export function reservationIn(session: Session, goal: Goal, state: State): Reservation | null {
  const { left, tooLittle } = moneyFor(session, goal, state);
  if (tooLittle !== null) return null;
  const price = priceOf(session, goal);
  const worst = price === null ? 0 : worstOf(price, left.tokens, goal.limits);
  return {
    day: today(session),
    tokens: left.tokens,
    usd_micros: left.usdMicros === null ? worst : Math.min(left.usdMicros, worst),
  };
}

/** What so many tokens cost at most. Each call's price is rounded up to a millionth of a dollar. */
function worstOf(price: Price, tokens: number, { modelCalls, itemsPerWake }: Goal['limits']): number {
  const isWhole = Number.isInteger(price.in) && Number.isInteger(price.out);
  const rounding = isWhole ? 0 : modelCalls * itemsPerWake;
  return Math.ceil(tokens * Math.max(price.in, price.out)) + rounding;
}

/** What the meter of this lease may spend. */
export function allotmentOf(session: Session, goal: Goal, reservation: Reservation): Allotment {
  const price = priceOf(session, goal);
  return {
    tokens: reservation.tokens,
    usdMicros: price === null ? null : reservation.usd_micros,
    price,
    limits: {
      tokens: reservation.tokens >= goal.limits.tokens ? 'limits.tokens' : SMALLER_LIMITS.tokens,
      dollars: SMALLER_LIMITS.dollars,
    },
  };
}

function priceOf(session: Session, goal: Goal) {
  return session.settings.models[goal.model]?.price ?? null;
}

function rest(session: Session, goal: Goal, state: State): Allowance {
  return allowance(state.budget, goal.id, {
    day: today(session),
    limits: goal.limits,
    total: session.settings.budget,
  });
}

export function today(session: Session): string {
  return utcDay(session.world.clock.now());
}
