import { hasUndoneAlert } from '../../core/alert-state.ts';
import { type DraftObstacle, isEdited, liftsPause, owesEffects } from '../../core/due/due.ts';
import { type GoalRequests, goalRequests, restAfterEvent } from '../../core/due/goal-requests.ts';
import { resumeGoal } from '../../core/due/pause.ts';
import type { Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import {
  draftsInUse,
  finishWindow,
  newCheckpoint,
  openItems,
  reopenWindow,
  restartUnfinished,
  unfinishedOutbox,
} from '../../core/progress/checkpoint.ts';
import { isKnownSpent, withSpentDay } from '../../core/progress/spent-days.ts';
import type { Checkpoint, Lease, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import { startableItems } from '../../core/work/next-item.ts';
import { pausedInCircle, pauseLines } from '../../core/work/pause-circles.ts';
import { takeOver } from '../../core/work/takeover.ts';
import { isHolderGone } from '../../ledger/holder.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { obstacleReason } from '../../report/words/obstacle-words.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import { type Money, moneyFor, today } from '../lease/money.ts';
import type { Session } from '../lease/session.ts';
import { readOutcomes } from '../outbox/outcomes.ts';
import { type Changed, openWindow } from './windows.ts';

export type Planned =
  | { readonly kind: 'plan'; readonly plan: GoalPlan }
  /** Nothing is to be written for this goal now. */
  | { readonly kind: 'leave'; readonly ending: Ending; readonly detail: string };

/**
 * Decides, from the newest state, what a lease on the goal would be for. Reads much, writes nothing.
 * `ahead` is the state that the acquire will stand on, for the money in it.
 */
export async function planGoal(session: Session, goal: Goal, ahead: State): Promise<Planned> {
  const { state } = session.ledger;
  const lease = state.lock.leases[goal.id];
  if (lease !== undefined && !(await isHolderGone(session, lease))) return leaveHeld(lease);
  const seen = { checkpoint: state.checkpoints[goal.id], lease };
  const before = seen.checkpoint ?? newCheckpoint(goal.id);
  const asks = goalRequests(state, goal.id, session.order.trigger.goals);
  const restarted = restart(session, goal, { ...afterDeath(session, goal, { before, lease }), asks });
  const { pause } = restarted.checkpoint;
  const isLeft = lease === undefined && !owesEffects(restarted.checkpoint) && !isWanted(session, goal, asks);
  if (pause !== null && isLeft)
    return { kind: 'leave', ending: 'paused', detail: RESULT_TEXTS.paused(pause.reason) };
  const read = await readOutcomes(session, goal, restarted.checkpoint);
  await session.elsewhere.look(session, goal, draftsInUse(read.checkpoint).length);
  const now = session.world.clock.now();
  const checkpoint = pausedInCircle(restAfterEvent(read.checkpoint, asks, now), {
    at: isoTime(now),
    reasonOf: PAUSE_REASONS.circle,
  });
  const paused = pauseLines(goal, read.checkpoint, checkpoint);
  const events = [...restarted.events, ...read.events, ...paused];
  const windowed = await openWindow(session, goal, { checkpoint, events, isAsked: asks.isNew });
  const money = moneyFor(session, goal, ahead);
  return finishPlan(session, { goal, seen, dead: lease ?? null, windowed, money, asks });
}

export function leaveHeld(lease: Lease): Extract<Planned, { readonly kind: 'leave' }> {
  return {
    kind: 'leave',
    ending: 'held_by_another_wake',
    detail: RESULT_TEXTS.heldByAnother(lease.wake, lease.expires_at),
  };
}

function afterDeath(
  session: Session,
  goal: Goal,
  { before, lease }: { readonly before: Checkpoint; readonly lease: Lease | undefined },
): Changed {
  if (lease === undefined) return { checkpoint: before, events: [] };
  const texts = { lastRunDied: RESULT_TEXTS.lastRunDied, deadRuns: PAUSE_REASONS.deadRuns };
  return takeOver(goal, before, { lease, at: isoTime(session.world.clock.now()), texts });
}

/** A goal edit, or a person who asks, gives unfinished items a new start. */
function restart(session: Session, goal: Goal, draft: Changed & { readonly asks: GoalRequests }): Changed {
  const { asks, events } = draft;
  const edited = isEdited(goal, draft.checkpoint);
  const isNew = edited || asks.isByPerson;
  const started = isNew
    ? { ...reopenWindow(restartUnfinished(draft.checkpoint)), dead_wakes: 0 }
    : draft.checkpoint;
  const isResumed = started.pause !== null && (asks.isByPerson || liftsPause(goal, started));
  const checkpoint = isResumed ? resumeGoal(started, isoTime(session.world.clock.now())) : started;
  return {
    checkpoint: { ...checkpoint, goal_blob: goal.blob },
    events: [
      ...events,
      ...(edited ? [{ event: 'goal_edited', goal: goal.id, file: goal.file } as const] : []),
      ...(isResumed ? [resumedLine(goal, asks)] : []),
    ],
  };
}

function resumedLine(goal: Goal, { isByPerson }: GoalRequests): LogEvent {
  const because = { kind: isByPerson ? 'asked' : 'edited' } as const;
  return { event: 'goal_resumed', goal: goal.id, because };
}

interface Windowed {
  readonly goal: Goal;
  readonly seen: GoalPlan['seen'];
  readonly dead: Lease | null;
  readonly windowed: Changed & { readonly blocked: DraftObstacle | null };
  readonly money: Money;
  readonly asks: GoalRequests;
}

function finishPlan(session: Session, { goal, seen, dead, windowed, money, asks }: Windowed): Planned {
  const startable = itemsToStart(session, goal, { ...windowed, money });
  const { checkpoint, events } = withMoney(session, windowed, {
    goal,
    money,
    blocked: startable.blocked,
  });
  const idle = idleEnding({ checkpoint, blocked: startable.blocked });
  const closed = finishWindow(checkpoint);
  const isUnchanged = JSON.stringify(closed) === JSON.stringify(seen.checkpoint) && dead === null;
  const { items } = startable;
  const { requests } = asks;
  const isIdle = items.length === 0 && unfinishedOutbox(closed).length === 0;
  if (isUnchanged && isIdle && !isWanted(session, goal, asks)) return { kind: 'leave', ...idle };
  const { window } = checkpoint;
  const plan = {
    goal,
    seen,
    dead,
    checkpoint: closed,
    events,
    items,
    idle,
    window,
    requests,
    begins: true,
  };
  return { kind: 'plan', plan };
}

/** A lease is taken although the goal itself has nothing to do: for an alert, or for those who wait for an answer. */
function isWanted({ ledger, settings }: Session, goal: Goal, { requests }: GoalRequests): boolean {
  if (requests.length > 0) return true;
  return hasUndoneAlert(ledger.state.alerts, goal.id, settings.alerts.open);
}

interface RefusedPlan {
  readonly goal: Goal;
  readonly money: Money;
  readonly blocked: EndReason | null;
}

/** A spent budget is written down once a day; the ticks after that find it written and leave it at that. */
function withMoney(session: Session, before: Changed, { goal, money, blocked }: RefusedPlan): Changed {
  const { checkpoint } = before;
  if (blocked?.ending !== 'budget_spent' || isKnownSpent(checkpoint, today(session), money.left))
    return before;
  const line: LogEvent = { event: 'budget_spent', goal: goal.id, detail: blocked.detail };
  return {
    checkpoint: withSpentDay(checkpoint, today(session), money.left),
    events: [...before.events, line],
  };
}

/** The window's items that may start now, as far as drafts and budget allow. */
function itemsToStart(
  session: Session,
  goal: Goal,
  { checkpoint, blocked, money }: Windowed['windowed'] & Pick<Windowed, 'money'>,
): { readonly items: readonly string[]; readonly blocked: EndReason | null } {
  const { window } = checkpoint;
  if (checkpoint.pause !== null || window === null) {
    return { items: [], blocked: blocked === null ? null : obstacleReason(blocked) };
  }
  const facts = draftFacts(session, goal, checkpoint);
  const { items, obstacle } = startableItems(goal, facts, { window, keys: openItems(checkpoint) });
  if (items.length === 0) return { items, blocked: obstacle === null ? null : obstacleReason(obstacle) };
  return money.tooLittle === null
    ? { items: items.slice(0, goal.limits.itemsPerWake), blocked: null }
    : { items: [], blocked: { ending: 'budget_spent', detail: money.tooLittle } };
}

function idleEnding({
  checkpoint,
  blocked,
}: {
  readonly checkpoint: Checkpoint;
  readonly blocked: EndReason | null;
}) {
  if (checkpoint.pause !== null)
    return { ending: 'paused', detail: RESULT_TEXTS.paused(checkpoint.pause.reason) } as const;
  if (blocked !== null) return blocked;
  if (checkpoint.window !== null) return { ending: 'no_change', detail: RESULT_TEXTS.queueEmpty } as const;
  return { ending: 'nothing_due', detail: RESULT_TEXTS.nothingDue } as const;
}
