import { hasUndoneAlert } from '../alert-state.ts';
import { type Goal, opensDrafts } from '../goal.ts';
import { isInUse, itemRecord, newCheckpoint, unfinishedOutbox } from '../progress/checkpoint.ts';
import { draftsInUse } from '../progress/drafts-in-use.ts';
import { isSpentOn } from '../progress/spent-days.ts';
import { classifyAround, type Gap, gapsBefore } from '../schedule/gaps.ts';
import { nextSlot } from '../schedule/schedule.ts';
import type { Checkpoint, State } from '../state.ts';
import { compareText } from '../text/compare-text.ts';
import { DAY_MS, isoTime, utcDay } from '../time.ts';
import { isBackingOff, waitAt } from './back-off.ts';
import { isRipe, runsWanted } from './inbox.ts';
import { DEAD_WAKES_ALLOWED, PAUSED_BY_AGENT } from './pause.ts';

export type DueReason =
  | 'asked'
  | 'undone_alert'
  | 'request'
  | 'event'
  | 'edited'
  | 'died'
  | 'unfinished_effects'
  | 'unfinished_window'
  | 'slot'
  | 'condition';

export interface DueGoal {
  readonly goal: Goal;
  readonly why: DueReason;
}

export interface DueFacts {
  readonly goals: readonly Goal[];
  readonly state: State;
  readonly now: number;
  /** Goals that a person chose; empty: whatever is due. */
  readonly asked: readonly string[];
  /** How many alert issues may be open. */
  readonly mostAlerts: number;
  /** Goals whose condition `when:` is met. */
  readonly met: ReadonlySet<string>;
}

/**
 * The goals to work on, in order: what a person asked for first (events rank like a schedule), then the goal whose
 * last lease is oldest, so that no goal can starve the others. Follows from committed times only; ticks are hints.
 */
export function dueGoals(facts: DueFacts): readonly DueGoal[] {
  const chosen =
    facts.asked.length === 0 ? facts.goals : facts.goals.filter((goal) => facts.asked.includes(goal.id));
  const due = chosen.flatMap((goal): readonly DueGoal[] => {
    const why = dueReason(goal, facts);
    return why === null ? [] : [{ goal, why }];
  });
  const rank = ({ why }: DueGoal) => (why === 'asked' || why === 'request' ? 0 : 1);
  const lastLease = ({ goal }: DueGoal) => facts.state.checkpoints[goal.id]?.last_lease?.at ?? '';
  return due.toSorted(
    (a, b) =>
      rank(a) - rank(b) || compareText(lastLease(a), lastLease(b)) || compareText(a.goal.id, b.goal.id),
  );
}

function dueReason(goal: Goal, { state, now, asked, met, mostAlerts }: DueFacts): DueReason | null {
  const checkpoint = state.checkpoints[goal.id] ?? newCheckpoint(goal.id);
  if (asked.includes(goal.id)) return 'asked';
  if (!goal.enabled) return null;
  const wanted = runsWanted(state, goal.id).filter((request) => isRipe(request, state, now));
  if (wanted.some((request) => request.origin === 'person')) return 'request';
  if (hasUndoneAlert(state.alerts, goal.id, mostAlerts)) return 'undone_alert';
  // Before the pause: the wake that paused the goal may have died before it opened the alert.
  if (state.lock.leases[goal.id] !== undefined) return 'died';
  if (checkpoint.pause !== null) return dueReasonOfPaused(goal, checkpoint);
  const isWaiting = isBackingOff(checkpoint, now) && !isNewVersion(goal, checkpoint);
  if (wanted.length > 0 && !isWaiting) return 'event';
  if (owesEffects(checkpoint)) return 'unfinished_effects';
  if (isWaiting) return null;
  if (checkpoint.window !== null || isLifted(goal, checkpoint)) return 'unfinished_window';
  if (hasSlot(goal, checkpoint, { now, gaps: gapsBefore(state, checkpoint, now) })) return 'slot';
  return met.has(goal.id) ? 'condition' : null;
}

function dueReasonOfPaused(goal: Goal, checkpoint: Checkpoint): DueReason | null {
  if (liftsPause(goal, checkpoint)) return 'edited';
  return owesEffects(checkpoint) ? 'unfinished_effects' : null;
}

/**
 * Effects of finished work are carried out although the agent has paused the goal, so that the person who is asked about the
 * goal sees all of its work. They wait during a pause by a person, and during one because wakes died.
 */
export function owesEffects(checkpoint: Checkpoint): boolean {
  const { pause, dead_wakes } = checkpoint;
  const isHeldBack = pause !== null && (pause.by !== PAUSED_BY_AGENT || dead_wakes >= DEAD_WAKES_ALLOWED);
  return !isHeldBack && unfinishedOutbox(checkpoint).length > 0;
}

/** A goal edit takes up again what was given up on. */
function isLifted(goal: Goal, checkpoint: Checkpoint): boolean {
  return isEdited(goal, checkpoint) && (checkpoint.given_up ?? null) !== null;
}

/** An edit answers what the agent itself paused for; a person's pause waits for a person's word. */
export function liftsPause(goal: Goal, checkpoint: Checkpoint): boolean {
  return checkpoint.pause?.by === PAUSED_BY_AGENT && isNewVersion(goal, checkpoint);
}

function hasSlot(
  goal: Goal,
  checkpoint: Checkpoint,
  { now, gaps }: { readonly now: number; readonly gaps: readonly Gap[] },
): boolean {
  const hasGoalChanged = isEdited(goal, checkpoint);
  const plan = classifyAround(
    { schedule: goal.schedule, now, checkpoint, blocked: null, hasGoalChanged },
    gaps,
  );
  return plan.run !== null || plan.passed.length > 0;
}

/** Whether the goal file is another version than the one the checkpoint was written for. */
export function isEdited(goal: Goal, checkpoint: Checkpoint): boolean {
  return checkpoint.goal_blob !== null && checkpoint.goal_blob !== goal.blob;
}

/** Whether no run has come to an end with this version of the goal file, not even one that failed before its tasks were known. */
export function isNewVersion(goal: Goal, { back_off, goal_blob }: Checkpoint): boolean {
  const last = back_off?.goal_blob ?? goal_blob;
  return last !== null && last !== goal.blob;
}

/** When a goal is due next, ISO time; null: never, unless something changes. */
export function nextDue(goal: Goal, checkpoint: Checkpoint | undefined, now: number): string | null {
  if (!goal.enabled || (checkpoint !== undefined && checkpoint.pause !== null)) return null;
  const known = checkpoint ?? newCheckpoint(goal.id);
  const wait = waitAt(known, now);
  const retry = wait === null ? now : Date.parse(wait.until);
  if (known.window !== null || hasSlot(goal, known, { now, gaps: [] })) {
    const today = utcDay(now);
    return isoTime(Math.max(retry, isSpentOn(known, today) ? Date.parse(today) + DAY_MS : now));
  }
  const after = Math.max(retry, known.classified_to === null ? 0 : Date.parse(known.classified_to));
  const next = nextSlot(goal.schedule, after);
  return next === null ? null : isoTime(next);
}

/** Why an item has to wait for a draft. */
export type DraftObstacle =
  /** So many drafts are open, of this goal or of all, and no more may be. */
  | { readonly kind: 'too_many'; readonly of: 'goal' | 'all'; readonly open: number; readonly most: number }
  /** The open draft has no room for another change. */
  | { readonly kind: 'full' };

/** What keeps a goal from beginning another draft now; null: it may, or it never does. */
export function obstacleToDraft(goal: Goal, facts: DraftFacts): DraftObstacle | null {
  if (!opensDrafts(goal)) return null;
  const own = draftsInUse(facts.checkpoint).length;
  const mostOwn = goal.limits.openDrafts;
  if (own >= mostOwn) return { kind: 'too_many', of: 'goal', open: own, most: mostOwn };
  const open = facts.elsewhere + own;
  return open >= facts.totalAllowed ? { kind: 'too_many', of: 'all', open, most: facts.totalAllowed } : null;
}

export interface DraftFacts {
  /** Drafts of other goals that wait for a person. */
  readonly elsewhere: number;
  /** The goal's checkpoint as it is about to be. */
  readonly checkpoint: Checkpoint;
  /** Open drafts of all goals together. */
  readonly totalAllowed: number;
}

/** What keeps an item from starting: its change would need a draft that may not be begun; null: it may start. */
export function obstacleToStart(goal: Goal, draftKey: string, facts: DraftFacts): DraftObstacle | null {
  const { checkpoint } = facts;
  const draft = checkpoint.drafts[draftKey];
  if (draft?.full === true && isInUse(draft)) return { kind: 'full' };
  return draftsInUse(checkpoint).includes(draftKey) ? null : obstacleToDraft(goal, facts);
}

/** Elements of a queue that still need work, as keys, in order. */
export function keysToDo(checkpoint: Checkpoint, keys: readonly string[]): readonly string[] {
  const own = new Set(checkpoint.own_versions);
  return keys.filter((key) => itemRecord(checkpoint, key).status === 'open' && !own.has(key));
}
