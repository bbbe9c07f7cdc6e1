import { type Ending, worstEnding } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { loggedTitle } from '../item.ts';
import { itemRecord, itemTitle } from '../progress/checkpoint.ts';
import type { Checkpoint, ItemRecord } from '../state.ts';
import type { EndReason } from './end-reason.ts';

/** How a goal ends of which several things are known. Of equally bad ends the last. */
export function worstEnd(first: EndReason, others: readonly (EndReason | null)[]): EndReason {
  const ends = [first, ...others.filter((end) => end !== null)];
  const ending = worstEnding(ends.map((end) => end.ending));
  return ends.findLast((end) => end.ending === ending) ?? first;
}

/** How a run ends: as badly as the worst of its goals and of the files that it read. */
export function endingOfRun(
  goals: readonly { readonly ending: Ending }[],
  problems: { readonly settingsProblems: readonly unknown[]; readonly goalProblems: readonly unknown[] },
): Ending {
  return worstEnding([
    ...goals.map(({ ending }) => ending),
    ...(problems.settingsProblems.length > 0 ? (['bad_settings'] as const) : []),
    ...(problems.goalProblems.length > 0 ? (['bad_goal'] as const) : []),
  ]);
}

/** An item that has used up its attempts, and how the last one ended. */
export interface StuckFacts extends Pick<ItemRecord, 'ending' | 'detail'> {
  readonly goal: string;
  /** Null: the goal has one item only, which has no name. */
  readonly title: string | null;
  readonly attempts: number;
}

/** However an item's last attempt ended, that it was the last one needs a person. Null: the item is not stuck. */
export function stuckFacts(goal: Goal, checkpoint: Checkpoint, key: string): StuckFacts | null {
  const { status, ending, detail, attempts: used } = itemRecord(checkpoint, key);
  if (status !== 'stuck') return null;
  const title = loggedTitle({ key, title: itemTitle(checkpoint, key) });
  // Fewer than the goal allows, where no further one would bring more.
  const attempts = Math.max(1, Math.min(used, goal.limits.attempts));
  return { goal: goal.id, title, attempts, ending, detail };
}
