import { hasUndoneAlert } from '../../core/alert-state.ts';
import { owesEffects } from '../../core/due/due.ts';
import { type GoalRequests, goalRequests, restAfterEvent } from '../../core/due/goal-requests.ts';
import type { Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import { draftsInUse } from '../../core/progress/drafts-in-use.ts';
import type { Checkpoint, Lease, State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import type { Changed } from '../../core/work/changed.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import { pausedInCircle, pauseLines } from '../../core/work/pause-circles.ts';
import { planWork } from '../../core/work/plan-work.ts';
import { restarted } from '../../core/work/restart.ts';
import { takeOver } from '../../core/work/takeover.ts';
import { isHolderGone } from '../../ledger/holder.ts';
import { idleReason } from '../../report/log/end-reasons.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import { moneyFor, today } from '../lease/money.ts';
import { refusalThatHolds } from '../lease/refused-push.ts';
import type { Session } from '../lease/session.ts';
import { readOutcomes } from '../outbox/outcomes.ts';
import { openWindow } from './windows.ts';

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
  const requested = goalRequests(state, goal.id, session.order.trigger.goals);
  const isWanted =
    requested.requests.length > 0 || hasUndoneAlert(state.alerts, goal.id, session.settings.alerts.open);
  const started = startAnew(session, goal, { seen, isByPerson: requested.isByPerson });
  const { pause } = started.checkpoint;
  const isLeft = lease === undefined && !owesEffects(started.checkpoint) && !isWanted;
  if (pause !== null && isLeft)
    return { kind: 'leave', ...idleReason({ kind: 'paused', reason: pause.reason }) };
  const read = await readDrafts(session, goal, { started, requested });
  const refusal = isLeft ? await refusalThatHolds(session, goal, read.checkpoint) : null;
  if (refusal !== null) return { kind: 'leave', ...refusal };
  const { isNew, isByPerson } = requested;
  const opened = await openWindow(session, goal, { ...read, isNew, isByPerson });
  const { changed } = opened;
  const { plan, idle } = planWork({
    goal,
    seen,
    ...opened,
    now: session.world.clock.now(),
    requests: requested.requests,
    drafts: draftFacts(session, goal, changed.checkpoint),
    money: { ...moneyFor(session, goal, ahead), day: today(session) },
    isWanted,
  });
  const reason = idleReason(idle);
  return plan === null ? { kind: 'leave', ...reason } : { kind: 'plan', plan: { ...plan, idle: reason } };
}

export function leaveHeld(lease: Lease): Extract<Planned, { readonly kind: 'leave' }> {
  return {
    kind: 'leave',
    ending: 'held_by_another_wake',
    detail: RESULT_TEXTS.heldByAnother(lease.wake, lease.expires_at),
  };
}

/** The checkpoint after the death of its holder, a goal edit, or a person's request. */
function startAnew(
  session: Session,
  goal: Goal,
  { seen, isByPerson }: { readonly seen: GoalPlan['seen']; readonly isByPerson: boolean },
): Changed {
  const at = isoTime(session.world.clock.now());
  const before = seen.checkpoint ?? newCheckpoint(goal.id);
  const texts = { lastRunDied: RESULT_TEXTS.lastRunDied, deadRuns: PAUSE_REASONS.deadRuns };
  const known =
    seen.lease === undefined
      ? { checkpoint: before, events: [] }
      : takeOver(goal, before, { lease: seen.lease, at, texts });
  return restarted(goal, known, { isByPerson, at });
}

/** What persons did with the goal's drafts; it may show that the goal goes round in circles. */
async function readDrafts(
  session: Session,
  goal: Goal,
  { started, requested }: { readonly started: Changed; readonly requested: GoalRequests },
): Promise<Changed> {
  const read = await readOutcomes(session, goal, started.checkpoint);
  await session.elsewhere.look(session, goal, draftsInUse(read.checkpoint).length);
  const now = session.world.clock.now();
  const rested: Checkpoint = restAfterEvent(read.checkpoint, requested, now);
  const checkpoint = pausedInCircle(rested, { at: isoTime(now), reasonOf: PAUSE_REASONS.circle });
  const paused = pauseLines(goal, read.checkpoint, checkpoint);
  return { checkpoint, events: [...started.events, ...read.events, ...paused] };
}
