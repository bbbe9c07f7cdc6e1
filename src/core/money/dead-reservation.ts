import type { Budget, Lease, Reservation } from '../state.ts';
import { noReservation, settle } from './budget.ts';

/**
 * What a dead holder had set aside counts as spent, because what it paid for is not known. Between two items it has asked no
 * model since the last push, which settled what was spent: then it is given back.
 */
export function abandon(budget: Budget, goal: string, dead: Pick<Lease, 'reservation' | 'item'>): Budget {
  const { reservation } = dead;
  const lost = lostBy(dead);
  return settle(budget, goal, {
    from: reservation,
    left: { ...reservation, tokens: 0, usd_micros: 0 },
    spent: { tokens: lost.tokens, usdMicros: lost.usd_micros, calls: 0 },
    isLost: true,
  });
}

/** The part of a dead holder's reservation that it may have spent. */
export function lostBy({ reservation, item }: Pick<Lease, 'reservation' | 'item'>): Reservation {
  return item === null ? noReservation(reservation.day) : reservation;
}
