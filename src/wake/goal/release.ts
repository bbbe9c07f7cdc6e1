import { type AlertsChange, areInLine, bringInLine } from '../../alerts/sync-alerts.ts';
import type { WantedAlert } from '../../alerts/wanted-alert.ts';
import { nextDue } from '../../core/due/due.ts';
import { withoutRequests } from '../../core/due/inbox.ts';
import type { Ending } from '../../core/ending.ts';
import { failuresAfter, goalAlerts } from '../../core/health/goal-alerts.ts';
import { dropLease } from '../../core/lease.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { isRepeatedRelease } from '../../core/log/routine.ts';
import { settle } from '../../core/money/budget.ts';
import { finishWindow, openItems } from '../../core/progress/checkpoint.ts';
import { withSpentDay } from '../../core/progress/spent-days.ts';
import { unchangedBetween } from '../../core/progress/unchanged.ts';
import { addSlots, classifyUnderLease } from '../../core/schedule/slot-plan.ts';
import type { Checkpoint, GoalStatus, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { pausedInCircle, pauseLines } from '../../core/work/pause-circles.ts';
import { type RunEnd, settledBy, settledLine } from '../../core/work/request-answers.ts';
import { passedLine } from '../../core/work/window-slots.ts';
import type { RefUpdate } from '../../ports.ts';
import { alertDetail } from '../../report/on-github/alert-details.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import type { Hold, Settling } from '../lease/held-goal.ts';
import { moneyFor, today } from '../lease/money.ts';
import type { Handover } from '../lease/session.ts';
import type { Worked } from '../lease/worked.ts';

/** A release that has not been pushed yet, with the work branches that it must save. */
export interface Release extends Handover {
  readonly goal: string;
  readonly refs: readonly RefUpdate[];
  /** The same release for when one of these branches is refused; null: it saves none. */
  readonly alone: Release | null;
}

/** Gives the lease back: receipts, settled reservation, counted slots, status and alerts, in one change. */
export async function prepareRelease(hold: Hold, worked: Worked): Promise<Release> {
  const alerts = await goalAlertsInLine(hold, worked);
  return releaseOf(hold, worked, { settling: hold.settlement(), alerts });
}

function releaseOf(hold: Hold, worked: Worked, decided: Pick<Releasing, 'settling' | 'alerts'>): Release {
  const { settling } = decided;
  const alone = worked.save?.alone;
  return {
    goal: hold.goal.id,
    // Somebody took over: there is nothing of ours left to give back.
    apply: (state) =>
      hold.leaseIn(state) === null ? 'stale' : applyRelease(hold, { ...decided, state, worked }),
    describe: () => hold.describe(STATE_COMMITS.unlock(worked.ending), settling.step),
    events: ({ checkpoints }) => [
      ...(worked.save?.events ?? []),
      ...releaseLines(hold, worked, checkpoints[hold.goal.id] ?? hold.checkpoint),
    ],
    isIn: (state) => hold.isStepIn(state, settling.step),
    refs: worked.save?.refs ?? [],
    alone: alone === undefined ? null : releaseOf(hold, { ...worked, save: alone }, decided),
  };
}

interface Releasing {
  readonly state: State;
  readonly worked: Worked;
  readonly settling: Settling;
  readonly alerts: AlertsChange;
}

function applyRelease(hold: Hold, { state, worked, settling, alerts }: Releasing): State {
  const { goal } = hold;
  const change = (checkpoint: Checkpoint) =>
    closeCheckpoint(hold, worked, worked.save?.change(checkpoint) ?? checkpoint);
  const held = hold.apply(state, { change, item: null }, settling);
  const from = hold.reservationIn(held) ?? { day: '', tokens: 0, usd_micros: 0 };
  const left = { ...from, tokens: 0, usd_micros: 0 };
  const after: State = {
    ...held,
    lock: dropLease(held.lock, goal.id),
    budget: settle(held.budget, goal.id, { from, left, spent: { tokens: 0, usdMicros: 0, calls: 0 } }),
    checkpoints: { ...held.checkpoints, [goal.id]: stepped(held.checkpoints[goal.id], settling.step) },
    alerts: alerts(held.alerts),
  };
  const spent = notedSpent(hold, worked, after);
  const goals = { ...spent.status.goals, [goal.id]: statusOf(hold, worked, spent) };
  const settled = settledBy(hold.plan.requests, runEnd(hold, worked)).map(({ id }) => id);
  return withoutRequests({ ...spent, status: { ...spent.status, goals } }, settled);
}

const OBSTACLES: readonly Ending[] = ['waiting_for_draft', 'budget_spent', 'paused'];

/** What those who asked for the goal are told. */
function runEnd({ plan }: Hold, { ending, detail }: Worked): RunEnd {
  return { ending, detail, isBlocked: plan.items.length === 0 && OBSTACLES.includes(ending) };
}

/** What was left did not pay for one call, whatever it was estimated to need: nothing is tried again with that little. */
function notedSpent(hold: Hold, worked: Worked, state: State): State {
  const { session, goal } = hold;
  const checkpoint = state.checkpoints[goal.id];
  if (!isUntried(hold, worked) || checkpoint === undefined) return state;
  const { left } = moneyFor(session, goal, state);
  const noted = withSpentDay(checkpoint, today(session), left);
  return { ...state, checkpoints: { ...state.checkpoints, [goal.id]: noted } };
}

function isUntried(hold: Hold, { ending }: Worked): boolean {
  return ending === 'budget_spent' && hold.spent.calls === 0;
}

/** The release writes its step here, since its lease is gone. */
function stepped(checkpoint: Checkpoint | undefined, step: number): Checkpoint {
  if (checkpoint === undefined || checkpoint.last_lease === null)
    throw new Error('a held goal has no checkpoint');
  return { ...checkpoint, last_lease: { ...checkpoint.last_lease, step } };
}

function closeCheckpoint(hold: Hold, worked: Worked, checkpoint: Checkpoint): Checkpoint {
  const slots = passedUnderLease(hold, checkpoint);
  // An effect may have found that a person has answered the last open items.
  const finished = finishWindow(checkpoint);
  return {
    ...pausedInCircle(finished, {
      at: isoTime(hold.session.world.clock.now()),
      reasonOf: PAUSE_REASONS.circle,
    }),
    classified_to: slots.classified_to,
    counters: addSlots(checkpoint.counters, slots.counters),
    consecutive_failures: failuresAfter(checkpoint.consecutive_failures, worked.ending),
    dead_wakes: checkpoint.pause === null ? 0 : checkpoint.dead_wakes,
  };
}

function passedUnderLease(hold: Hold, checkpoint: Checkpoint) {
  return classifyUnderLease({
    schedule: hold.goal.schedule,
    checkpoint,
    takenAt: Date.parse(hold.checkpoint.last_lease?.at ?? isoTime(hold.session.startedAt)),
    now: hold.session.world.clock.now(),
  });
}

function statusOf(hold: Hold, worked: Worked, state: State): GoalStatus {
  const { goal, session } = hold;
  const checkpoint = state.checkpoints[goal.id];
  const now = session.world.clock.now();
  const before = state.status.goals[goal.id];
  const isTold = worked.ending !== 'nothing_due' || before === undefined;
  return {
    ...before,
    title: goal.title,
    // A lease for alerts or for counting slots says nothing new about the work.
    ending: isTold ? worked.ending : before.ending,
    detail: isTold ? worked.detail : before.detail,
    at: isTold ? isoTime(now) : before.at,
    consecutive_failures: checkpoint?.consecutive_failures ?? 0,
    queue_depth: checkpoint === undefined ? 0 : openItems(checkpoint).length,
    next_due: nextDue(goal, checkpoint, now),
  };
}

/** `released`: the checkpoint as the release leaves it. */
function releaseLines(hold: Hold, worked: Worked, released: Checkpoint): readonly LogEvent[] {
  const { goal } = hold;
  const passed = passedUnderLease(hold, hold.checkpoint).passed.map((range) => passedLine(goal, range));
  const end = runEnd(hold, worked);
  return [
    ...passed,
    ...pauseLines(goal, hold.checkpoint, released),
    ...(worked.ending === 'yielded_to_person'
      ? [{ event: 'yielded', goal: goal.id, detail: worked.detail } as const]
      : []),
    ...settledBy(hold.plan.requests, end).map((request) => settledLine(request, end)),
    releasedLine(hold, worked, released),
  ];
}

function releasedLine(hold: Hold, { ending, detail, done }: Worked, released: Checkpoint): LogEvent {
  const { goal, checkpoint, plan, session } = hold;
  const { tokens, calls } = hold.spent;
  const facts = {
    ending,
    tokens,
    calls,
    unchanged: unchangedBetween(plan.checkpoint, released),
    left: openItems(released).length,
    failedBefore: released.consecutive_failures === 0 ? checkpoint.consecutive_failures : 0,
  };
  const hasSkipLine = plan.events.some(
    (each) => each.event === 'slots_classified' && each.why === 'waiting_for_draft',
  );
  const known = session.ledger.state.status.goals[goal.id];
  const isRoutine = isRepeatedRelease({ ...facts, detail, done, hasSkipLine }, known);
  return { event: 'lease_released', goal: goal.id, ...facts, isRoutine };
}

/** The goal's alerts, brought in line while its lease still fences them. No time or no permission: left to a later wake. */
async function goalAlertsInLine(hold: Hold, worked: Worked): Promise<AlertsChange> {
  const { session, goal, plan } = hold;
  const recorded = session.ledger.state.alerts;
  const owns = (alert: { readonly goal: string; readonly cause: string }) =>
    alert.goal === goal.id && alert.cause !== 'bad_goal';
  const causes = goalAlerts({
    checkpoint: checkpointForAlerts(hold, worked),
    ending: worked.ending,
    detail: worked.detail,
    settings: session.settings,
    now: session.world.clock.now(),
    recorded: Object.values(recorded.alerts).filter(owns),
  });
  const wanted = [...causes].map(
    ([cause, { seen, ...same }]): WantedAlert => ({ ...same, detail: alertDetail(seen), goal, cause }),
  );
  const isTakenOver = plan.dead !== null;
  if (!isTakenOver && areInLine(session, recorded, { wanted, owns })) return (alerts) => alerts;
  const allowed = () => hold.watch.effectAllowed(session.world.github.requestTimeoutMs);
  const sweeps = (name: string) => name.startsWith(`${goal.id}/`) && name !== `${goal.id}/bad_goal`;
  return bringInLine(session, recorded, { wanted, owns, allowed, ...(isTakenOver ? { sweeps } : {}) });
}

function checkpointForAlerts(hold: Hold, worked: Worked): Checkpoint {
  const { session, goal } = hold;
  const checkpoint = closeCheckpoint(hold, worked, worked.save?.change(hold.checkpoint) ?? hold.checkpoint);
  if (!isUntried(hold, worked)) return checkpoint;
  return withSpentDay(checkpoint, today(session), moneyFor(session, goal, session.ledger.state).left);
}
