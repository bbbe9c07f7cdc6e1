import type { Goal } from '../../core/goal.ts';
import type { Item } from '../../core/item.ts';
import { itemRecord, itemTitle } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import type { Happening } from '../../ledger/journal.ts';
import { endingWords } from '../../report/words/ending-words.ts';
import { count, sentence } from '../../report/words/sentences.ts';
import { stuckWayOut } from '../../report/words/way-out.ts';
import type { GoalPlan } from './goal-plan.ts';

/** However an item's last attempt ended, that it was the last one needs a person. Null: the item is not stuck. */
export function stuckEnd(goal: Goal, checkpoint: Checkpoint, key: string): EndReason | null {
  const { status, ending, detail } = itemRecord(checkpoint, key);
  if (status !== 'stuck') return null;
  const last = ending === null || ending === 'item_stuck' ? '' : `The last one: ${endingWords(ending)}.`;
  const parts = [usedUpWords(goal, itemTitle(checkpoint, key)), last, sentence(detail), plainWayOut(goal)];
  return { ending: 'item_stuck', detail: parts.filter((part) => part !== '').join(' ') };
}

/** The same for a wake whose death used up the last attempt: whoever takes over says so. */
export function stuckByDeath({ goal, dead, checkpoint }: GoalPlan): EndReason | null {
  const key = dead?.item ?? null;
  return key === null ? null : stuckEnd(goal, checkpoint, key);
}

export function stuckLine(goal: Goal, { key, title }: Pick<Item, 'key' | 'title'>): Happening {
  const message = `${usedUpWords(goal, title)} ${plainWayOut(goal)}`;
  return { event: 'item_stuck', goal: goal.id, item: key, message };
}

function usedUpWords({ limits }: Goal, title: string): string {
  return `${title} has used up its ${count(limits.attempts, 'attempt')} and waits for a person.`;
}

/** For a line of the log and a wake's result, which are no Markdown. */
function plainWayOut({ id }: Goal): string {
  return stuckWayOut(id).replaceAll('`', '');
}
