import { itemRecord, itemTitle } from '../core/checkpoint.ts';
import { ENDINGS, type Ending } from '../core/ending.ts';
import type { Goal } from '../core/goal.ts';
import type { Checkpoint } from '../core/state.ts';
import type { GoalPlan } from './plan.ts';
import { stuckLine } from './takeover.ts';

/** How something ended, and why. */
export interface End {
  readonly ending: Ending;
  readonly detail: string;
}

/** However an item's last attempt ended, that it was the last one needs a person. Null: the item is not stuck. */
export function stuckEnd(goal: Goal, checkpoint: Checkpoint, key: string): End | null {
  const { status, ending, detail } = itemRecord(checkpoint, key);
  if (status !== 'stuck') return null;
  const { message } = stuckLine(goal, { key, title: itemTitle(checkpoint, key) });
  const last = ending === null || ending === 'item_stuck' ? '' : `The last one: ${ENDINGS[ending].meaning}.`;
  return { ending: 'item_stuck', detail: [message, last, detail].filter((part) => part !== '').join(' ') };
}

/** The same for a wake whose death used up the last attempt: whoever takes over says so. */
export function stuckByDeath({ goal, dead, checkpoint }: GoalPlan): End | null {
  const key = dead?.item ?? null;
  return key === null ? null : stuckEnd(goal, checkpoint, key);
}
