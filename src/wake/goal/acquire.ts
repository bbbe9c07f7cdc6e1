import { goalRequests } from '../../core/due/goal-requests.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { asHalt, stoppedBy } from '../../core/halt.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { noReservation } from '../../core/money/budget.ts';
import { Meter } from '../../core/money/meter.ts';
import type { State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { failedPlan } from '../../core/work/failed-plan.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import { type Orphans, orphanLines, withoutOrphans } from '../../core/work/orphan-leases.ts';
import { isAsPlanned, type TakeFacts, takeGoal, takenEvent } from '../../core/work/take-goal.ts';
import type { Step } from '../../ledger/step.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { Hold } from '../lease/held-goal.ts';
import { allotmentOf, reservationIn, today } from '../lease/money.ts';
import type { Handover, Session } from '../lease/session.ts';
import type { SpendInLog } from '../lease/spend-in-log.ts';
import { isDeferred } from './deferral.ts';
import { findOrphans } from './orphan-leases.ts';
import { leaveHeld, type Planned, planGoal } from './plan.ts';

/** Nothing is lost yet: a remote that stays away this long is left to the next wake. */
const OUTAGE_PATIENCE_MS = 60_000;

export interface AcquireOrder {
  readonly handover: Handover | null;
  readonly spendInLog: SpendInLog;
}

export type Acquired =
  | { readonly kind: 'held'; readonly hold: Hold }
  | { readonly kind: 'left'; readonly ending: Ending; readonly detail: string }
  /** A job with a sandbox takes it. */
  | { readonly kind: 'deferred' };

/**
 * Takes a goal's lease: one commit with lease, epoch, reservation, classified slots, the first item's attempt and the
 * log lines so far. The fast-forward push is the compare-and-swap; after a refusal everything is decided anew.
 * A `handover` lands with it or not at all.
 */
export async function acquire(session: Session, goal: Goal, order: AcquireOrder): Promise<Acquired> {
  const found = session.ledger.state.lock.leases[goal.id]?.nonce;
  await order.spendInLog.read();
  for (;;) {
    session.deadline.check();
    const planned = await planSafely(session, goal, order);
    if (planned === 'deferred' || (await isDeferred(session, goal, planned))) return { kind: 'deferred' };
    if (planned.kind === 'leave') return { ...planned, kind: 'left' };
    const nonce = session.world.random.nonce();
    const orphans = await findOrphans(session);
    const step = acquireStep(session, planned.plan, { ...order, nonce, orphans });
    // A push that is under way when the run is cancelled is waited for: its lease has to be given back.
    const outcome = await session.ledger.commit(step, session.deadline.save);
    if (outcome.kind === 'landed') return { kind: 'held', hold: takeHold(session, planned.plan, nonce) };
    const lease = session.ledger.state.lock.leases[goal.id];
    // Who took it in these seconds is alive: GitHub need not be asked. Should that wake die, the next one finds out.
    if (lease !== undefined && lease.nonce !== found) return { ...leaveHeld(lease), kind: 'left' };
  }
}

/** What keeps a goal from being planned is its own ending: it is written down under its lease like any other. */
async function planSafely(
  session: Session,
  goal: Goal,
  { handover, spendInLog }: AcquireOrder,
): Promise<Planned | 'deferred'> {
  try {
    return await planGoal(session, goal, spendInLog.believed(ahead(session, handover)));
  } catch (reason) {
    const halt = asHalt(reason);
    if (goal.forEach?.kind === 'command' && (await isDeferred(session, goal, null))) return 'deferred';
    const { ledger, order, settings } = session;
    const { requests } = goalRequests(ledger.state, goal.id, order.trigger.goals);
    const failuresToAlert = settings.alerts.consecutiveFailures;
    const hasRunCommands = await haveCommandsFailed(session, goal, halt);
    const facts = { state: ledger.state, requests, failuresToAlert, hasRunCommands };
    const plan = failedPlan(goal, halt, facts);
    return plan === null
      ? { kind: 'leave', ending: halt.ending, detail: halt.detail }
      : { kind: 'plan', plan };
  }
}

/** With what is left of the run's time, nothing says that it was too short for them. */
const TIME_LEFT_MS = 30_000;
const ENDINGS_OF_COMMANDS: ReadonlySet<Ending> = new Set(['bad_goal', 'checks_failed', 'time_limit']);

/** Whether the commands that find the tasks of a goal were run and are the reason, not the machine or the end of the run. */
async function haveCommandsFailed(
  { world, deadline }: Session,
  { forEach }: Goal,
  { ending }: Halt,
): Promise<boolean> {
  if (forEach?.kind !== 'command' || !ENDINGS_OF_COMMANDS.has(ending)) return false;
  if (deadline.msLeft() < TIME_LEFT_MS) return false;
  return (await world.sandbox.reasonUnavailable()) === null;
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

interface AcquireFacts extends AcquireOrder {
  readonly nonce: string;
  readonly orphans: Orphans;
}

function acquireStep(session: Session, plan: GoalPlan, facts: AcquireFacts): Step {
  const { nonce, handover, spendInLog, orphans } = facts;
  const { goal } = plan;
  let lowered: readonly LogEvent[] = [];
  return {
    apply: (state) => {
      session.deadline.check();
      if (state.stop !== null) throw stoppedBy(state.stop);
      if (!isAsPlanned(plan, state)) return 'stale';
      const handed = handover === null ? state : handover.apply(state);
      if (handed === 'stale') throw new Halt('lease_lost', RESULT_TEXTS.lockLost);
      lowered = spendInLog.events(handed);
      const released = withoutOrphans(orphans, spendInLog.believed(handed));
      const reservation =
        plan.items.length === 0 ? noReservation(today(session)) : reservationIn(session, goal, released);
      return reservation === null
        ? 'stale'
        : takeGoal(released, plan, takeFacts(session, { nonce, reservation }));
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
      ...lowered,
      ...plan.events,
      takenEvent(plan, after),
    ],
    isIn: (state) => state.lock.leases[goal.id]?.nonce === nonce,
    patienceMs: OUTAGE_PATIENCE_MS,
  };
}

function takeFacts(session: Session, own: Pick<TakeFacts, 'nonce' | 'reservation'>): TakeFacts {
  const { order, world, deadline } = session;
  return {
    ...own,
    now: world.clock.now(),
    expiresAt: deadline.leaseEnd,
    isByPerson: order.trigger.kind === 'person',
    wake: wakeRecord(session),
  };
}

/** How `status.json` shows this wake while it runs. */
export function wakeRecord(session: Session) {
  const { wake, trigger } = session.order;
  const started_at = isoTime(session.startedAt);
  return { id: wake.id, url: wake.url, trigger: trigger.kind, started_at, ended_at: null, ending: null };
}
