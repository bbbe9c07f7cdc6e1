import { withUnswept } from '../alert-state.ts';
import { begunBy } from '../due/goal-requests.ts';
import { runsWanted } from '../due/inbox.ts';
import { takeLease } from '../lease.ts';
import type { LogEvent } from '../log/log-event.ts';
import { reserve } from '../money/budget.ts';
import { abandon } from '../money/dead-reservation.ts';
import { startAttempt } from '../progress/checkpoint.ts';
import { endStop } from '../schedule/gaps.ts';
import type { Checkpoint, Reservation, State, Status } from '../state.ts';
import { isoTime } from '../time.ts';
import type { GoalPlan } from './goal-plan.ts';

/** The plan stands on this goal's checkpoint, lease and requests; what happened to other goals does not matter. */
export function isAsPlanned({ goal, seen, requests }: GoalPlan, state: State): boolean {
  return (
    state.lock.leases[goal.id]?.nonce === seen.lease?.nonce &&
    JSON.stringify(state.checkpoints[goal.id]) === JSON.stringify(seen.checkpoint) &&
    JSON.stringify(runsWanted(state, goal.id)) === JSON.stringify(requests)
  );
}

export interface TakeFacts {
  readonly nonce: string;
  readonly reservation: Reservation;
  /** Milliseconds since 1970 UTC, as `expiresAt` is. */
  readonly now: number;
  readonly expiresAt: number;
  /** Whether a person has started the wake. */
  readonly isByPerson: boolean;
  /** How the status shows the wake while it runs. */
  readonly wake: NonNullable<Status['last_wake']>;
}

/** The state with the goal's lease taken, its money set aside, its first attempt begun and its requests begun with. */
export function takeGoal(state: State, plan: GoalPlan, facts: TakeFacts): State {
  const { goal, dead } = plan;
  const { nonce, now, reservation, wake } = facts;
  const at = isoTime(now);
  const item = plan.items[0] ?? null;
  const lock = takeLease(state.lock, {
    goal: goal.id,
    wake: wake.id,
    nonce,
    now,
    expiresAt: facts.expiresAt,
    reservation,
    goalBlob: goal.blob,
    item,
    isForPerson: isForPerson(plan, facts),
  });
  const budget = dead === null ? state.budget : abandon(state.budget, goal.id, dead);
  const lease = { wake: wake.id, nonce, epoch: lock.epoch, at, step: 1 };
  const begun = item === null ? plan.checkpoint : startAttempt(plan.checkpoint, item, at);
  const checkpoint: Checkpoint = { ...begun, last_lease: lease };
  return {
    ...state,
    lock,
    alerts: dead === null ? state.alerts : withUnswept(state.alerts, goal.id),
    budget: reserve(budget, goal.id, reservation),
    checkpoints: { ...state.checkpoints, [goal.id]: checkpoint },
    requests: { ...state.requests, ...begunBy(plan.begins ? plan.requests : [], lock.epoch) },
    status: { ...endStop(state.status, at), seen_at: at, last_wake: wake },
  };
}

/** Persons never preempt persons: neither a wake that one started nor one that serves one. */
function isForPerson({ requests }: GoalPlan, { isByPerson }: TakeFacts): boolean {
  return isByPerson || requests.some((request) => request.origin === 'person');
}

/** The line about a lease that was taken. */
export function takenEvent({ goal }: GoalPlan, { lock }: State): LogEvent {
  const lease = lock.leases[goal.id];
  return {
    event: 'lease_taken',
    goal: goal.id,
    isRoutine: true,
    epoch: lock.epoch,
    expiresAt: lease?.expires_at ?? '',
    tokens: lease?.reservation.tokens ?? 0,
  };
}
