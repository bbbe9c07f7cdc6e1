import { type Allowance, allowance } from '../core/budget.ts';
import type { Goal } from '../core/goal.ts';
import type { Allotment } from '../core/meter.ts';
import type { Reservation, State } from '../core/state.ts';
import { utcDay } from '../core/time.ts';
import type { Session } from './session.ts';

/** Less than this is not enough for one model call: a prompt, its tools and a short answer. */
export const SMALLEST_RESERVATION = 4_000;

/** Why the goal cannot afford a model call now; null: it can. */
export function whyNoMoney(session: Session, goal: Goal): string | null {
  return whyTooLittle(session, goal, rest(session, goal, session.ledger.state));
}

function whyTooLittle(session: Session, goal: Goal, left: Allowance): string | null {
  const price = priceOf(session, goal);
  const smallestUsd = price === null ? 0 : Math.ceil(SMALLEST_RESERVATION * price.in);
  const isTooLittle =
    left.tokens < SMALLEST_RESERVATION || (left.usdMicros !== null && left.usdMicros < smallestUsd);
  if (!isTooLittle) return null;
  return `The budget is spent: ${left.tightest} leaves ${left.tokens} tokens, one call needs ${SMALLEST_RESERVATION}.`;
}

/** What an acquire sets aside from the newest state; null: too little is left for one call. */
export function reservationIn(session: Session, goal: Goal, state: State): Reservation | null {
  const left = rest(session, goal, state);
  if (whyTooLittle(session, goal, left) !== null) return null;
  const price = priceOf(session, goal);
  const worst = price === null ? 0 : Math.ceil(left.tokens * Math.max(price.in, price.out));
  return {
    day: utcDay(session.world.clock.now()),
    tokens: left.tokens,
    usd_micros: left.usdMicros === null ? worst : Math.min(left.usdMicros, worst),
  };
}

/** A reservation of nothing, for a lease that carries out effects only. */
export function noReservation(session: Session): Reservation {
  return { day: utcDay(session.world.clock.now()), tokens: 0, usd_micros: 0 };
}

/** What the meter of this lease may spend. */
export function allotmentOf(session: Session, goal: Goal, reservation: Reservation): Allotment {
  const price = priceOf(session, goal);
  return {
    tokens: reservation.tokens,
    usdMicros: price === null ? null : reservation.usd_micros,
    price,
  };
}

function priceOf(session: Session, goal: Goal) {
  return session.settings.models[goal.model]?.price ?? null;
}

function rest(session: Session, goal: Goal, state: State): Allowance {
  return allowance(state.budget, goal.id, {
    day: utcDay(session.world.clock.now()),
    limits: goal.limits,
    total: session.settings.budget,
  });
}
