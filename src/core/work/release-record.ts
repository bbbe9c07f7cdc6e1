import { backOffAfter, hasFailedTooOften, withoutBackOff } from '../due/back-off.ts';
import { isNewVersion, nextDue } from '../due/due.ts';
import { PAUSED_BY_AGENT, pauseGoal } from '../due/pause.ts';
import type { Goal } from '../goal.ts';
import { failuresAfter } from '../health/goal-alerts.ts';
import { dropLease } from '../lease.ts';
import type { LogEvent } from '../log/log-event.ts';
import { isRepeatedRelease } from '../log/routine.ts';
import { type Cost, NO_COST, noReservation, settle } from '../money/budget.ts';
import { finishWindow, openItems } from '../progress/checkpoint.ts';
import { withFailure } from '../progress/failures.ts';
import { unchangedBetween } from '../progress/unchanged.ts';
import { addSlots, classifyUnderLease } from '../schedule/slot-plan.ts';
import type { Checkpoint, GoalStatus, State } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { isoTime } from '../time.ts';
import type { EndReason } from './end-reason.ts';
import type { GoalPlan } from './goal-plan.ts';
import { type CirclePause, pausedInCircle, pauseLines } from './pause-circles.ts';
import { isObstacle, type RunEnd, settledBy, settledLine } from './request-answers.ts';
import { passedLine } from './window-slots.ts';

/** The work on a goal that is over, and what its release needs to know besides. */
export interface ReleaseFacts extends EndReason {
  readonly goal: Goal;
  readonly plan: Pick<GoalPlan, 'checkpoint' | 'events' | 'items' | 'requests' | 'hasRunCommands'>;
  readonly spent: Cost;
  /** Items that ended as done. */
  readonly done: number;
  /** What the last item leaves to be saved with the release. */
  readonly save: (checkpoint: Checkpoint) => Checkpoint;
  /** When the lease was taken, and when it is given back: milliseconds since 1970 UTC. */
  readonly takenAt: number;
  readonly now: number;
  /** Words why a goal is paused that goes round in circles, and one that keeps failing. */
  readonly circleReason: CirclePause['reasonOf'];
  readonly failuresReason: (runs: number, detail: string) => string;
}

/** What a release changes, decided once for its push, the goal's alerts and the log. */
export interface ReleaseRecord {
  /** Made to whatever checkpoint is newest when the push goes out. */
  readonly change: (checkpoint: Checkpoint) => Checkpoint;
  /** The checkpoint after it, as far as is known now. */
  readonly after: Checkpoint;
  /** Ids of the requests that are served or answered. */
  readonly settled: readonly string[];
  readonly events: (around: AroundRelease) => readonly LogEvent[];
}

/** What the log needs to know when the release is written. */
interface AroundRelease {
  readonly before: Checkpoint;
  /** The checkpoint that the release leaves. */
  readonly released: Checkpoint;
  /** The goal's last status; undefined: it has none yet. */
  readonly known: GoalStatus | undefined;
}

/** `before`: the checkpoint before the release, as far as is known now. */
export function recordRelease(before: Checkpoint, facts: ReleaseFacts): ReleaseRecord {
  const change = (checkpoint: Checkpoint) => closeCheckpoint(facts.save(checkpoint), facts);
  return {
    change,
    after: change(before),
    settled: settledBy(facts.plan.requests, runEnd(facts)).map(({ id }) => id),
    events: (around) => releaseEvents(facts, around),
  };
}

function closeCheckpoint(checkpoint: Checkpoint, facts: ReleaseFacts): Checkpoint {
  const { ending, done, spent, now, circleReason } = facts;
  const slots = passedUnderLease(checkpoint, facts);
  // An effect may have found that a person has answered the last open items.
  const finished = finishWindow(checkpoint);
  const at = isoTime(now);
  const rested = pausedAfterFailures(withBackOff(finished, facts), facts);
  const closed = {
    ...pausedInCircle(rested, { at, reasonOf: circleReason }),
    classified_to: slots.classified_to,
    counters: addSlots(checkpoint.counters, slots.counters),
    consecutive_failures: failuresAfter(done > 0 ? 0 : checkpoint.consecutive_failures, ending),
    dead_wakes: checkpoint.pause === null ? 0 : checkpoint.dead_wakes,
  };
  return withFailure(closed, { spent, at, isFailure: failuresAfter(0, ending) > 0 });
}

function withBackOff(checkpoint: Checkpoint, facts: ReleaseFacts): Checkpoint {
  const { goal, plan, ending, spent, done, now } = facts;
  const hasRunCommands = plan.hasRunCommands === true;
  // What another version of the goal did says nothing about this one.
  const before = isNewVersion(goal, checkpoint) ? withoutBackOff(checkpoint) : checkpoint;
  const wait = backOffAfter(before, {
    hasCost: spent.calls > 0 || hasRunCommands,
    isGood: done > 0 || failuresAfter(1, ending) === 0,
    isFailure: failuresAfter(0, ending) > 0,
    now,
  });
  const rest = withoutBackOff(checkpoint);
  if (wait === undefined) return rest;
  return { ...rest, back_off: hasRunCommands ? { ...wait, goal_blob: goal.blob } : wait };
}

function pausedAfterFailures(checkpoint: Checkpoint, facts: ReleaseFacts): Checkpoint {
  const { failuresReason, now } = facts;
  if (checkpoint.pause !== null || !hasFailedTooOften(checkpoint)) return checkpoint;
  const reason = failuresReason(checkpoint.back_off?.failures ?? 0, lastError(checkpoint, facts));
  return pauseGoal(checkpoint, { reason, at: isoTime(now), by: PAUSED_BY_AGENT });
}

/** In its own words: that a task is stuck says nothing about why it is, so the task itself is asked. */
function lastError({ items }: Checkpoint, { ending, detail }: ReleaseFacts): string {
  const stuck = Object.values(items).filter(({ status }) => status === 'stuck');
  const newest = stuck.toSorted((a, b) => compareText(a.updated_at, b.updated_at)).at(-1);
  const said =
    ending === 'item_stuck' && newest !== undefined && newest.detail !== '' ? newest.detail : detail;
  return said === '' ? ending : said;
}

function passedUnderLease(checkpoint: Checkpoint, { goal, takenAt, now }: ReleaseFacts) {
  return classifyUnderLease({ schedule: goal.schedule, checkpoint, takenAt, now });
}

function releaseEvents(facts: ReleaseFacts, around: AroundRelease): readonly LogEvent[] {
  const { goal, plan, ending, detail } = facts;
  const { before, released } = around;
  const end = runEnd(facts);
  return [
    ...passedUnderLease(before, facts).passed.map((range) => passedLine(goal, range)),
    ...pauseLines(goal, before, released),
    ...(ending === 'yielded_to_person' ? [{ event: 'yielded', goal: goal.id, detail } as const] : []),
    ...settledBy(plan.requests, end).map((request) => settledLine(request, end)),
    releasedEvent(facts, around),
  ];
}

function releasedEvent(facts: ReleaseFacts, { before, released, known }: AroundRelease): LogEvent {
  const { goal, plan, spent, ending, detail, done } = facts;
  const event = {
    ending,
    tokens: spent.tokens,
    calls: spent.calls,
    unchanged: unchangedBetween(plan.checkpoint, released),
    left: openItems(released).length,
    failedBefore: released.consecutive_failures === 0 ? before.consecutive_failures : 0,
  };
  const hasSkipLine = plan.events.some(
    (each) => each.event === 'slots_classified' && each.why === 'waiting_for_draft',
  );
  const isRoutine = isRepeatedRelease({ ...event, detail, done, hasSkipLine }, known);
  return { event: 'lease_released', goal: goal.id, ...event, isRoutine };
}

/** What those who asked for the goal are told. */
function runEnd({ plan, ending, detail }: ReleaseFacts): RunEnd {
  return { ending, detail, isBlocked: plan.items.length === 0 && isObstacle(ending) };
}

/** What was left did not pay for one call, whatever it was estimated to need: nothing is tried again with that little. */
export function isUntried({ ending }: EndReason, { calls }: Cost): boolean {
  return ending === 'budget_spent' && calls === 0;
}

/** The state without the goal's lease: what it still had set aside is free again, and its last step is kept. */
export function withoutLease(state: State, goal: string, step: number): State {
  const from = state.lock.leases[goal]?.reservation ?? noReservation('');
  const left = { ...from, tokens: 0, usd_micros: 0 };
  const checkpoint = state.checkpoints[goal];
  if (checkpoint === undefined || checkpoint.last_lease === null)
    throw new Error('a held goal has no checkpoint');
  const stepped = { ...checkpoint, last_lease: { ...checkpoint.last_lease, step } };
  return {
    ...state,
    lock: dropLease(state.lock, goal),
    budget: settle(state.budget, goal, { from, left, spent: NO_COST }),
    checkpoints: { ...state.checkpoints, [goal]: stepped },
  };
}

/** The state with how the goal is, for the status page. `now` in ms. */
export function withGoalStatus(state: State, goal: Goal, end: EndReason & { readonly now: number }): State {
  const goals = { ...state.status.goals, [goal.id]: goalStatus(state, goal, end) };
  return { ...state, status: { ...state.status, goals } };
}

function goalStatus(
  { checkpoints, status }: State,
  goal: Goal,
  { ending, detail, now }: EndReason & { readonly now: number },
): GoalStatus {
  const checkpoint = checkpoints[goal.id];
  const before = status.goals[goal.id];
  // A lease for alerts or for counting slots says nothing new about the work.
  const isNews = ending !== 'nothing_due' || before === undefined;
  return {
    ...before,
    title: goal.title,
    ending: isNews ? ending : before.ending,
    detail: isNews ? detail : before.detail,
    at: isNews ? isoTime(now) : before.at,
    consecutive_failures: checkpoint?.consecutive_failures ?? 0,
    queue_depth: checkpoint === undefined ? 0 : openItems(checkpoint).length,
    next_due: nextDue(goal, checkpoint, now),
  };
}
