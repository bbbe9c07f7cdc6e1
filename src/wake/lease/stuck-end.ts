import type { Goal } from '../../core/goal.ts';
import { loggedTitle } from '../../core/item.ts';
import { itemRecord, itemTitle } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import type { GoalPlan } from '../../core/work/goal-plan.ts';
import { stuckWords } from '../../report/log/task-lines.ts';

/** However an item's last attempt ended, that it was the last one needs a person. Null: the item is not stuck. */
export function stuckEnd(goal: Goal, checkpoint: Checkpoint, key: string): EndReason | null {
  const { status, ending, detail } = itemRecord(checkpoint, key);
  if (status !== 'stuck') return null;
  const title = loggedTitle({ key, title: itemTitle(checkpoint, key) });
  const facts = { goal: goal.id, title, attempts: goal.limits.attempts, ending, detail };
  return { ending: 'item_stuck', detail: stuckWords(facts) };
}

/** The same for a wake whose death used up the last attempt: whoever takes over says so. */
export function stuckByDeath({ goal, dead, checkpoint }: GoalPlan): EndReason | null {
  const key = dead?.item ?? null;
  return key === null ? null : stuckEnd(goal, checkpoint, key);
}
