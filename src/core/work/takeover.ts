import { DEAD_WAKES_ALLOWED, PAUSED_BY_AGENT, pauseGoal } from '../due/pause.ts';
import type { Goal } from '../goal.ts';
import { loggedTitle } from '../item.ts';
import type { LogEvent } from '../log/log-event.ts';
import { lostBy } from '../money/dead-reservation.ts';
import { itemRecord, itemTitle, withItem } from '../progress/checkpoint.ts';
import { unchangedSince } from '../progress/unchanged.ts';
import type { Checkpoint, Lease } from '../state.ts';
import { stuckEvent } from './attempt-events.ts';
import type { Changed } from './changed.ts';

export interface TakeoverFacts {
  /** Of the wake that died. */
  readonly lease: Lease;
  /** ISO time. */
  readonly at: string;
  readonly texts: TakeoverTexts;
}

/** Words that the state keeps. */
interface TakeoverTexts {
  /** Why an item is stuck. */
  readonly lastRunDied: string;
  /** Why a goal is paused. */
  readonly deadRuns: (runs: number) => string;
}

/** What a dead wake leaves behind: its attempt stays used, and three in a row pause the goal. */
export function takeOver(goal: Goal, checkpoint: Checkpoint, facts: TakeoverFacts): Changed {
  const { lease, at, texts } = facts;
  const deadWakes = checkpoint.dead_wakes + 1;
  const events = [tookOverLine(goal, checkpoint, lease)];
  const counted = { ...checkpoint, dead_wakes: deadWakes };
  const settled = stickIfUsedUp(goal, counted, { key: lease.item, detail: texts.lastRunDied });
  const key = lease.item ?? '';
  if (settled.isStuck) events.push(stuckEvent(goal, { key, title: itemTitle(checkpoint, key) }));
  // A pause that is there already keeps its reason, and a person's stays a person's.
  const isPaused = settled.checkpoint.pause !== null;
  if (isPaused || deadWakes < DEAD_WAKES_ALLOWED) return { checkpoint: settled.checkpoint, events };
  const reason = texts.deadRuns(deadWakes);
  events.push({ event: 'goal_paused', goal: goal.id, by: null, reason });
  const pause = { reason, at, by: PAUSED_BY_AGENT };
  return { checkpoint: pauseGoal(settled.checkpoint, pause), events };
}

function tookOverLine(goal: Goal, checkpoint: Checkpoint, lease: Lease): LogEvent {
  const { wake, epoch, item, taken_at } = lease;
  return {
    event: 'took_over',
    goal: goal.id,
    ...(item === null ? {} : { item }),
    deadWake: wake,
    epoch,
    work: {
      kind: 'goal',
      item: item === null ? null : { title: loggedTitle({ key: item, title: itemTitle(checkpoint, item) }) },
      tokens: lostBy(lease).tokens,
      deadInARow: checkpoint.dead_wakes + 1,
      unchanged: unchangedSince(checkpoint, taken_at),
    },
  };
}

function stickIfUsedUp(
  goal: Goal,
  checkpoint: Checkpoint,
  { key, detail }: { readonly key: string | null; readonly detail: string },
) {
  if (key === null) return { checkpoint, isStuck: false };
  const record = itemRecord(checkpoint, key);
  if (record.status !== 'open' || record.attempts < goal.limits.attempts)
    return { checkpoint, isStuck: false };
  return {
    checkpoint: withItem(checkpoint, key, { ...record, status: 'stuck', ending: 'item_stuck', detail }),
    isStuck: true,
  };
}
