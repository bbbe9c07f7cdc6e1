import { isBackingOff, waitAt } from '../due/back-off.ts';
import type { DraftFacts, DraftObstacle } from '../due/due.ts';
import type { Goal } from '../goal.ts';
import type { Allowance } from '../money/budget.ts';
import { finishWindow, openItems, unfinishedOutbox } from '../progress/checkpoint.ts';
import { isKnownSpent, withSpentDay } from '../progress/spent-days.ts';
import type { WorkRequest } from '../request.ts';
import type { Changed } from './changed.ts';
import type { IdleReason } from './end-reason.ts';
import type { GoalPlan } from './goal-plan.ts';
import { startableItems } from './next-item.ts';

export interface PlanFacts {
  readonly goal: Goal;
  readonly seen: GoalPlan['seen'];
  /** The checkpoint, with the window that is open by now. */
  readonly changed: Changed;
  /** What kept a window from being opened; null: nothing did. */
  readonly blocked: DraftObstacle | null;
  /** The window that is open by now holds nothing that the last finished one has not held. */
  readonly isUnchanged: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly requests: readonly WorkRequest[];
  readonly drafts: Pick<DraftFacts, 'elsewhere' | 'totalAllowed'>;
  readonly money: PlanMoney;
  /** A lease is taken although the goal itself has nothing to do: for an alert, or for those who wait for an answer. */
  readonly isWanted: boolean;
}

export interface PlanMoney {
  /** What the goal could set aside. */
  readonly left: Allowance;
  /** Says that this does not pay for one call; null: it does. */
  readonly tooLittle: string | null;
  /** Of the wake, e.g. `2026-11-22`. */
  readonly day: string;
}

export interface PlannedWork {
  /** Null: nothing is to be written for this goal now. */
  readonly plan: Omit<GoalPlan, 'idle'> | null;
  /** Why the goal has no item to work on, if it has none. */
  readonly idle: IdleReason;
}

/** What a lease on the goal is going to be for, when its window is known. */
export function planWork(facts: PlanFacts): PlannedWork {
  const { goal, seen, requests, isWanted } = facts;
  const startable = itemsToStart(facts);
  const { checkpoint, events } = withBudgetSpent(facts, startable.obstacle);
  const idle = idleReasonOf(checkpoint, { ...facts, obstacle: startable.obstacle });
  const closed = finishWindow(checkpoint);
  const dead = seen.lease ?? null;
  const { items } = startable;
  const isUnchanged = JSON.stringify(closed) === JSON.stringify(seen.checkpoint) && dead === null;
  const isIdle = items.length === 0 && unfinishedOutbox(closed).length === 0;
  if (isUnchanged && isIdle && !isWanted) return { plan: null, idle };
  const { window } = checkpoint;
  const plan = { goal, seen, dead, checkpoint: closed, events, items, window, requests, begins: true };
  return { plan, idle };
}

type PlanObstacle = Extract<IdleReason, { readonly kind: 'obstacle' | 'budget_spent' }>;

/** The window's items that may start now, as far as drafts and budget allow. */
function itemsToStart({ goal, changed, blocked, drafts, money, now }: PlanFacts): {
  readonly items: readonly string[];
  readonly obstacle: PlanObstacle | null;
} {
  const { checkpoint } = changed;
  const { window } = checkpoint;
  if (checkpoint.pause !== null || window === null || isBackingOff(checkpoint, now))
    return { items: [], obstacle: obstacleOf(blocked) };
  const keys = openItems(checkpoint);
  const { items, obstacle } = startableItems(goal, { ...drafts, checkpoint }, { window, keys });
  if (items.length === 0) return { items, obstacle: obstacleOf(obstacle) };
  return money.tooLittle === null
    ? { items: items.slice(0, goal.limits.itemsPerWake), obstacle: null }
    : { items: [], obstacle: { kind: 'budget_spent', detail: money.tooLittle } };
}

function obstacleOf(obstacle: DraftObstacle | null): PlanObstacle | null {
  return obstacle === null ? null : { kind: 'obstacle', obstacle };
}

/** A spent budget is written down once a day; the ticks after that find it written and leave it at that. */
function withBudgetSpent({ goal, changed, money }: PlanFacts, obstacle: PlanObstacle | null): Changed {
  const { checkpoint, events } = changed;
  const { day, left } = money;
  if (obstacle?.kind !== 'budget_spent' || isKnownSpent(checkpoint, day, left)) return changed;
  return {
    checkpoint: withSpentDay(checkpoint, day, left),
    events: [...events, { event: 'budget_spent', goal: goal.id, detail: obstacle.detail }],
  };
}

interface IdleFacts extends Pick<PlanFacts, 'isUnchanged' | 'now'> {
  readonly obstacle: PlanObstacle | null;
}

function idleReasonOf(
  checkpoint: Changed['checkpoint'],
  { obstacle, isUnchanged, now }: IdleFacts,
): IdleReason {
  const { pause, window } = checkpoint;
  if (pause !== null) return { kind: 'paused', reason: pause.reason };
  const backOff = waitAt(checkpoint, now);
  if (backOff !== null) return { kind: 'backing_off', backOff };
  if (isUnchanged) return { kind: 'unchanged' };
  return obstacle ?? { kind: window === null ? 'nothing_due' : 'queue_empty' };
}
