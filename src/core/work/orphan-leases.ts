import { dropLease } from '../lease.ts';
import type { LogEvent } from '../log/log-event.ts';
import { abandon, lostBy } from '../money/dead-reservation.ts';
import type { Lease, State } from '../state.ts';

/** Nonces of leases that nobody will ever take over, because their goal's file is gone. */
export type Orphans = ReadonlySet<string>;

/** Drops them. What they had set aside counts as spent, if they were working on an item. */
export function withoutOrphans(orphans: Orphans, state: State): State {
  const dropped = among(orphans, state);
  const lock = dropped.reduce((left, [goal]) => dropLease(left, goal), state.lock);
  const budget = dropped.reduce((left, [goal, lease]) => abandon(left, goal, lease), state.budget);
  return { ...state, lock, budget };
}

/** The lines that tell of them. */
export function orphanLines(orphans: Orphans, state: State): readonly LogEvent[] {
  return among(orphans, state).map(([goal, lease]) => ({
    event: 'took_over',
    goal,
    deadWake: lease.wake,
    epoch: lease.epoch,
    work: { kind: 'goal_without_file', goal, tokens: lostBy(lease).tokens },
  }));
}

function among(orphans: Orphans, { lock }: State): readonly (readonly [string, Lease])[] {
  return Object.entries(lock.leases).filter(([, { nonce }]) => orphans.has(nonce));
}
