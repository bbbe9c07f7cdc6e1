import { DEAD_WAKES_ALLOWED, PAUSED_BY_AGENT, pauseGoal } from '../../core/due/pause.ts';
import type { Goal } from '../../core/goal.ts';
import { itemRecord, itemTitle, withItem } from '../../core/progress/checkpoint.ts';
import type { Checkpoint, Lease } from '../../core/state.ts';
import type { Happening } from '../../ledger/journal.ts';
import { count } from '../../report/words/sentences.ts';
import { stuckLine } from '../lease/stuck-end.ts';

export interface Takeover {
  readonly checkpoint: Checkpoint;
  readonly happenings: readonly Happening[];
}

/** What a dead wake leaves behind: its attempt stays used, and three in a row pause the goal. */
export function takeOver(
  goal: Goal,
  checkpoint: Checkpoint,
  facts: { readonly lease: Lease; readonly at: string },
): Takeover {
  const { lease, at } = facts;
  const deadWakes = checkpoint.dead_wakes + 1;
  const work =
    lease.item === null ? 'between two items' : `while it worked on ${itemTitle(checkpoint, lease.item)}`;
  const happenings: Happening[] = [
    {
      event: 'took_over',
      goal: goal.id,
      ...(lease.item === null ? {} : { item: lease.item }),
      message: `Wake ${lease.wake} died ${work}; its reservation of ${count(lease.reservation.tokens, 'token')} counts as spent.`,
      data: { dead_wake: lease.wake, epoch: lease.epoch, dead_in_a_row: deadWakes },
    },
  ];
  const settled = stickIfUsedUp(goal, { ...checkpoint, dead_wakes: deadWakes }, lease.item);
  const key = lease.item ?? '';
  if (settled.isStuck) happenings.push(stuckLine(goal, { key, title: itemTitle(checkpoint, key) }));
  // A pause that is there already keeps its reason, and a person's stays a person's.
  const isPaused = settled.checkpoint.pause !== null;
  if (isPaused || deadWakes < DEAD_WAKES_ALLOWED) return { checkpoint: settled.checkpoint, happenings };
  const reason = `${deadWakes} wakes in a row died while they held this goal`;
  happenings.push({ event: 'goal_paused', goal: goal.id, message: `The goal is paused: ${reason}.` });
  const pause = { reason, at, by: PAUSED_BY_AGENT };
  return { checkpoint: pauseGoal(settled.checkpoint, pause), happenings };
}

function stickIfUsedUp(goal: Goal, checkpoint: Checkpoint, key: string | null) {
  if (key === null) return { checkpoint, isStuck: false };
  const record = itemRecord(checkpoint, key);
  if (record.status !== 'open' || record.attempts < goal.limits.attempts)
    return { checkpoint, isStuck: false };
  const detail = 'The last wake that tried it died.';
  return {
    checkpoint: withItem(checkpoint, key, { ...record, status: 'stuck', ending: 'item_stuck', detail }),
    isStuck: true,
  };
}
