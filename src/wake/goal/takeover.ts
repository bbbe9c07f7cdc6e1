import { DEAD_WAKES_ALLOWED, PAUSED_BY_AGENT, pauseGoal } from '../../core/due/pause.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import type { Item } from '../../core/item.ts';
import { isLeaseOverdue } from '../../core/lease.ts';
import { itemRecord, itemTitle, withItem } from '../../core/progress/checkpoint.ts';
import type { Checkpoint, Lease } from '../../core/state.ts';
import type { Happening } from '../../ledger/journal.ts';
import { count } from '../../report/words/sentences.ts';
import { stuckWayOut } from '../../report/words/way-out.ts';
import type { AlertPlace } from '../lease/session.ts';

/**
 * Whether a lease may be taken over: its holder is known to be dead, or its time has long passed. Unknown means no,
 * and so does no answer.
 */
export async function isHolderGone(place: AlertPlace, lease: Lease): Promise<boolean> {
  const { world, deadline } = place;
  const state = await answerOf(place, () => world.github.wakeState(lease.wake, deadline.work));
  if (state === 'finished') return true;
  const now = await timeOf(place);
  return now !== null && isLeaseOverdue(lease, now);
}

/** The server's clock; the runner's own, which may be hours off, only where that is not told. Null: no answer. */
async function timeOf(place: AlertPlace): Promise<number | null> {
  const { github, clock } = place.world;
  const told = await answerOf(place, () => github.serverTime(place.deadline.work));
  if (told === 'github_unavailable') return null;
  return typeof told === 'number' ? told : clock.now();
}

/** What GitHub answers, or the ending that a missing answer stands for. */
async function answerOf<T>({ deadline }: AlertPlace, ask: () => Promise<T>): Promise<T | Ending> {
  try {
    return await ask();
  } catch (reason) {
    deadline.check();
    if (reason instanceof Halt) return reason.ending;
    throw reason;
  }
}

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

export function stuckLine(goal: Goal, { key, title }: Pick<Item, 'key' | 'title'>): Happening {
  const message = `${usedUpWords(goal, title)} ${plainWayOut(goal)}`;
  return { event: 'item_stuck', goal: goal.id, item: key, message };
}

export function usedUpWords({ limits }: Goal, title: string): string {
  return `${title} has used up its ${count(limits.attempts, 'attempt')} and waits for a person.`;
}

/** For a line of the log and a wake's result, which are no Markdown. */
export function plainWayOut({ id }: Goal): string {
  return stuckWayOut(id).replaceAll('`', '');
}
