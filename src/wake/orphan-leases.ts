import { AGENT } from '../core/alert-state.ts';
import { abandon } from '../core/budget.ts';
import { dropLease, isLeaseOverdue } from '../core/lease.ts';
import type { Lease, State } from '../core/state.ts';
import { figure } from '../report/sentences.ts';
import type { Happening } from './journal.ts';
import type { Session } from './session.ts';

/**
 * Drops the leases that are overdue and that nobody will ever take over, because their goal's file is gone. What they had
 * set aside counts as spent.
 */
export function withoutOrphans(session: Session, state: State): State {
  const orphans = orphansIn(session, state);
  const lock = orphans.reduce((left, [goal]) => dropLease(left, goal), state.lock);
  const budget = orphans.reduce(
    (left, [goal, lease]) => abandon(left, goal, lease.reservation),
    state.budget,
  );
  return { ...state, lock, budget };
}

/** The lines that tell of them. */
export function orphanLines(session: Session, state: State): readonly Happening[] {
  return orphansIn(session, state).map(([goal, { wake, epoch, reservation }]) => ({
    event: 'took_over',
    goal,
    message: `Wake ${wake} died while it held ${goal}, whose file is gone; its lease is dropped, and its reservation of ${figure(reservation.tokens)} tokens counts as spent.`,
    data: { dead_wake: wake, epoch },
  }));
}

function orphansIn({ goalIds, world }: Session, { lock }: State): readonly (readonly [string, Lease])[] {
  const now = world.clock.now();
  return Object.entries(lock.leases).filter(
    ([goal, lease]) => goal !== AGENT && !goalIds.has(goal) && isLeaseOverdue(lease, now),
  );
}
