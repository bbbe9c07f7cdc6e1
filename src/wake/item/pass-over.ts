import { loggedTitle } from '../../core/item.ts';
import type { PassedOver } from '../../core/log/task-events.ts';
import type { ItemTarget } from '../../core/work/attempt.ts';
import { passedOverWords } from '../../report/log/task-lines.ts';
import type { Hold } from '../lease/held-goal.ts';

/**
 * Writes why an item is passed over, and gives the same as the detail of its record. What an earlier window's item has
 * said already is for programs only.
 */
export function passOver({ session, goal, checkpoint }: Hold, { item }: ItemTarget, why: PassedOver): string {
  const title = loggedTitle(item);
  const detail = passedOverWords(title, why);
  const isRoutine = Object.values(checkpoint.items).some(
    (record) => record.ending === 'no_change' && record.detail === detail,
  );
  const event = { event: 'item_passed_over', goal: goal.id, item: item.key, title, why, isRoutine } as const;
  session.journal.write(event);
  return detail;
}
