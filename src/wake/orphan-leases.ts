import { AGENT } from '../core/alert-state.ts';
import { abandon } from '../core/budget.ts';
import { dropLease, isLeaseOverdue } from '../core/lease.ts';
import type { State } from '../core/state.ts';
import type { Session } from './session.ts';

/**
 * Drops the leases that are overdue and that nobody will ever take over, because their goal's file is gone. What they had
 * set aside counts as spent.
 */
export function withoutOrphans({ goalIds, world }: Session, state: State): State {
  const now = world.clock.now();
  const orphans = Object.entries(state.lock.leases).filter(
    ([goal, lease]) => goal !== AGENT && !goalIds.has(goal) && isLeaseOverdue(lease, now),
  );
  const lock = orphans.reduce((left, [goal]) => dropLease(left, goal), state.lock);
  const budget = orphans.reduce(
    (left, [goal, lease]) => abandon(left, goal, lease.reservation),
    state.budget,
  );
  return { ...state, lock, budget };
}
