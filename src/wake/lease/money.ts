import { firstCall } from '../../agent/first-call.ts';
import type { Goal } from '../../core/goal.ts';
import type { Allowance } from '../../core/money/budget.ts';
import type { Allotment, Meter } from '../../core/money/meter.ts';
import type { Reservation, State } from '../../core/state.ts';
import { utcDay } from '../../core/time.ts';
import { canPayForCall, type MoneyFacts, moneyLeft, reservationOf } from '../../core/work/goal-money.ts';
import { RESULT_TEXTS, SMALLER_LIMITS } from '../../report/log/result-texts.ts';
import type { Session } from './session.ts';

export interface Money {
  readonly left: Allowance;
  /** Why that does not pay for one call; null: it does. */
  readonly tooLittle: string | null;
}

/** What a goal could set aside in this state, and whether that pays for a call. */
export function moneyFor(session: Session, goal: Goal, state: State): Money {
  const { left, isTooLittle } = moneyLeft(goal, factsOf(session, goal, state));
  return { left, tooLittle: isTooLittle ? RESULT_TEXTS.tooLittleForCall(left) : null };
}

/** Whether the meter of a lease still pays for the first call of another item. */
export function canPayForItem(session: Session, goal: Goal, meter: Meter): boolean {
  return canPayForCall(meter.left(), factsOf(session, goal, session.ledger.state));
}

/** What an acquire sets aside from the newest state; null: too little is left for one call. */
export function reservationIn(session: Session, goal: Goal, state: State): Reservation | null {
  return reservationOf(goal, factsOf(session, goal, state));
}

function factsOf(session: Session, goal: Goal, state: State): MoneyFacts {
  const { settings } = session;
  const price = priceOf(session, goal);
  return {
    state,
    day: today(session),
    budget: settings.budget,
    price,
    firstCall: firstCall(goal, settings),
  };
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

export function today(session: Session): string {
  return utcDay(session.world.clock.now());
}
