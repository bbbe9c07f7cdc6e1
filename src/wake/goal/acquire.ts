import { begunBy, goalRequests } from '../../core/due/goal-requests.ts';
import { runsWanted } from '../../core/due/inbox.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { asHalt, stoppedBy } from '../../core/halt.ts';
import { takeLease } from '../../core/lease.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { abandon, noReservation, reserve } from '../../core/money/budget.ts';
import { Meter } from '../../core/money/meter.ts';
import { startAttempt } from '../../core/progress/checkpoint.ts';
import { endStop } from '../../core/schedule/gaps.ts';
import type { Checkpoint, Reservation, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { failedPlan } from '../../core/work/failed-plan.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import type { Step } from '../../ledger/step.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { Hold } from '../lease/held-goal.ts';
import { allotmentOf, reservationIn, today } from '../lease/money.ts';
import type { Handover, Session } from '../lease/session.ts';
import { findOrphans, type Orphans, orphanLines, withoutOrphans } from './orphan-leases.ts';
import { leaveHeld, type Planned, planGoal } from './plan.ts';

/** Nothing is lost yet: a remote that stays away this long is left to the next wake. */
const OUTAGE_PATIENCE_MS = 60_000;

export type Acquired =
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'left'; readonly ending: Ending; readonly detail: string };

/**
 * Takes a goal's lease: one commit with lease, epoch, reservation, classified slots, the first item's attempt and the
 * log lines so far. The fast-forward push is the compare-and-swap; after a refusal everything is decided anew.
 * A `handover` lands with it or not at all.
 */
export async function acquire(session: Session, goal: Goal, handover: Handover | null): Promise<Acquired> {
  const found = session.ledger.state.lock.leases[goal.id]?.nonce;
  for (;;) {
    session.deadline.check();
    const planned = await planSafely(session, goal, handover);
    if (planned.kind === 'leave') return { ...planned, kind: 'left' };
    const nonce = session.world.random.nonce();
    const orphans = await findOrphans(session);
    const step = acquireStep(session, planned.plan, { nonce, handover, orphans });
    // A push that is under way when the run is cancelled is waited for: its lease has to be given back.
    const outcome = await session.ledger.commit(step, session.deadline.save);
    if (outcome.kind === 'landed') return { kind: 'held', hold: takeHold(session, planned.plan, nonce) };
    const lease = session.ledger.state.lock.leases[goal.id];
    // Who took it in these seconds is alive: GitHub need not be asked. Should that wake die, the next one finds out.
    if (lease !== undefined && lease.nonce !== found) return { ...leaveHeld(lease), kind: 'left' };
  }
}

/** What keeps a goal from being planned is its own ending: it is written down under its lease like any other. */
async function planSafely(session: Session, goal: Goal, handover: Handover | null): Promise<Planned> {
  try {
    return await planGoal(session, goal, ahead(session, handover));
  } catch (reason) {
    const halt = asHalt(reason);
    const { ledger, order, settings } = session;
    const { requests } = goalRequests(ledger.state, goal.id, order.trigger.goals);
    const failuresToAlert = settings.alerts.consecutiveFailures;
    const plan = failedPlan(goal, halt, { state: ledger.state, requests, failuresToAlert });
    return plan === null
      ? { kind: 'leave', ending: halt.ending, detail: halt.detail }
      : { kind: 'plan', plan };
  }
}

/** The state that the acquire will stand on: the release that travels with it has given back what it had set aside. */
function ahead({ ledger }: Session, handover: Handover | null): State {
  const released = handover === null ? ledger.state : handover.apply(ledger.state);
  return released === 'stale' ? ledger.state : released;
}

function takeHold(session: Session, plan: GoalPlan, nonce: string): Hold {
  const lease = session.ledger.state.lock.leases[plan.goal.id];
  const reservation = lease?.reservation ?? noReservation(today(session));
  return new Hold(session, plan, { nonce, meter: new Meter(allotmentOf(session, plan.goal, reservation)) });
}

interface AcquireFacts {
  readonly nonce: string;
  readonly handover: Handover | null;
  readonly orphans: Orphans;
}

function acquireStep(session: Session, plan: GoalPlan, facts: AcquireFacts): Step {
  const { nonce, handover, orphans } = facts;
  const { goal } = plan;
  return {
    apply: (state) => {
      session.deadline.check();
      if (state.stop !== null) throw stoppedBy(state.stop);
      if (!isAsPlanned(plan, state)) return 'stale';
      const handed = handover === null ? state : handover.apply(state);
      if (handed === 'stale') throw new Halt('lease_lost', RESULT_TEXTS.lockLost);
      const released = withoutOrphans(orphans, handed);
      const reservation =
        plan.items.length === 0 ? noReservation(today(session)) : reservationIn(session, goal, released);
      return reservation === null ? 'stale' : take(session, plan, { state: released, reservation, nonce });
    },
    describe: (after) => ({
      goal: goal.id,
      what: STATE_COMMITS.lock(after.lock.epoch, plan.window?.slot ?? null),
      epoch: after.lock.epoch,
      step: 1,
    }),
    events: (after) => [
      ...(handover?.events?.(after) ?? []),
      ...orphanLines(orphans, session.ledger.state),
      ...plan.events,
      takenLine(goal, after),
    ],
    isIn: (state) => state.lock.leases[goal.id]?.nonce === nonce,
    patienceMs: OUTAGE_PATIENCE_MS,
  };
}

/** The plan stands on this goal's checkpoint, lease and requests; what happened to other goals does not matter. */
function isAsPlanned(plan: GoalPlan, state: State): boolean {
  const { goal, seen } = plan;
  return (
    state.lock.leases[goal.id]?.nonce === seen.lease?.nonce &&
    JSON.stringify(state.checkpoints[goal.id]) === JSON.stringify(seen.checkpoint) &&
    JSON.stringify(runsWanted(state, goal.id)) === JSON.stringify(plan.requests)
  );
}

interface Taking {
  readonly state: State;
  readonly reservation: Reservation;
  readonly nonce: string;
}

function take(session: Session, plan: GoalPlan, { state, reservation, nonce }: Taking): State {
  const { goal, dead } = plan;
  const now = session.world.clock.now();
  const item = plan.items[0] ?? null;
  const lock = takeLease(state.lock, {
    goal: goal.id,
    wake: session.order.wake.id,
    nonce,
    now,
    expiresAt: session.deadline.leaseEnd,
    reservation,
    goalBlob: goal.blob,
    item,
    isForPerson: isForPerson(session, plan),
  });
  const budget = dead === null ? state.budget : abandon(state.budget, goal.id, dead.reservation);
  const lease = { wake: session.order.wake.id, nonce, epoch: lock.epoch, at: isoTime(now), step: 1 };
  const begun = item === null ? plan.checkpoint : startAttempt(plan.checkpoint, item, isoTime(now));
  const checkpoint: Checkpoint = { ...begun, last_lease: lease };
  return {
    ...state,
    lock,
    budget: reserve(budget, goal.id, reservation),
    checkpoints: { ...state.checkpoints, [goal.id]: checkpoint },
    requests: { ...state.requests, ...begunBy(plan.begins ? plan.requests : [], lock.epoch) },
    status: { ...endStop(state.status, isoTime(now)), seen_at: isoTime(now), last_wake: wakeRecord(session) },
  };
}

/** Persons never preempt persons: neither a wake that one started nor one that serves one. */
function isForPerson({ order }: Session, { requests }: GoalPlan): boolean {
  return order.trigger.kind === 'person' || requests.some((request) => request.origin === 'person');
}

/** How `status.json` shows this wake while it runs. */
export function wakeRecord(session: Session) {
  const { wake, trigger } = session.order;
  const started_at = isoTime(session.startedAt);
  return { id: wake.id, url: wake.url, trigger: trigger.kind, started_at, ended_at: null, ending: null };
}

function takenLine(goal: Goal, { lock }: State): LogEvent {
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
