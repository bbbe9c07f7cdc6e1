import { ENDINGS, type Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { itemRecord, itemTitle } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import { sentence } from '../../report/words/sentences.ts';
import type { GoalPlan } from '../goal/plan.ts';
import { plainWayOut, usedUpWords } from '../goal/takeover.ts';

/** How something ended, and why. */
export interface End {
  readonly ending: Ending;
  readonly detail: string;
}

/** However an item's last attempt ended, that it was the last one needs a person. Null: the item is not stuck. */
export function stuckEnd(goal: Goal, checkpoint: Checkpoint, key: string): End | null {
  const { status, ending, detail } = itemRecord(checkpoint, key);
  if (status !== 'stuck') return null;
  const last = ending === null || ending === 'item_stuck' ? '' : `The last one: ${ENDINGS[ending].meaning}.`;
  const parts = [usedUpWords(goal, itemTitle(checkpoint, key)), last, sentence(detail), plainWayOut(goal)];
  return { ending: 'item_stuck', detail: parts.filter((part) => part !== '').join(' ') };
}

/** The same for a wake whose death used up the last attempt: whoever takes over says so. */
export function stuckByDeath({ goal, dead, checkpoint }: GoalPlan): End | null {
  const key = dead?.item ?? null;
  return key === null ? null : stuckEnd(goal, checkpoint, key);
}
