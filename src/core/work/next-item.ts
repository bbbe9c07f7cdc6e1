import { type DraftFacts, type DraftObstacle, obstacleToStart } from '../due/due.ts';
import type { Ending } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { itemEndingFacts } from '../item-ending.ts';
import { itemRecord } from '../progress/checkpoint.ts';
import { draftKeyFor } from '../progress/draft.ts';
import type { Checkpoint, OpenWindow } from '../state.ts';
import type { EndReason } from './end-reason.ts';
import { failedAlike } from './failed-alike.ts';

/** What keeps an item from starting. */
export type ItemObstacle =
  | DraftObstacle
  /** Too little of what was set aside is left for a first call. */
  | { readonly kind: 'too_little_money' }
  /** The last items have all failed for this reason. */
  | { readonly kind: 'failed_alike'; readonly end: EndReason };

/** What a goal does after an item. */
export interface NextItem {
  /** The item that starts with the push of the last one; null: none does, and the goal ends. */
  readonly next: string | null;
  /** Why the goal ends although items are left; null: no particular reason. */
  readonly obstacle: ItemObstacle | null;
}

export interface NextItemFacts {
  readonly goal: Goal;
  readonly window: OpenWindow;
  /** Keys of the items that were planned to come after this one, in order. */
  readonly rest: readonly string[];
  /** Keys of the items that were attempted in this run, in order, this one last. */
  readonly attempted: readonly string[];
  /** How this one ended. */
  readonly ending: Ending;
  /** Whether there is time for a whole item. */
  readonly hasTime: boolean;
  /** Whether what was set aside pays for a first call. */
  readonly canPay: boolean;
  readonly drafts: Pick<DraftFacts, 'elsewhere' | 'totalAllowed'>;
}

const NO_MORE: NextItem = { next: null, obstacle: null };

/** The next planned item that may start, decided before the push that records its attempt. */
export function nextItem(after: Checkpoint, facts: NextItemFacts): NextItem {
  const { goal, window, rest, attempted, ending, hasTime, canPay, drafts } = facts;
  const open = rest.filter((each) => itemRecord(after, each).status === 'open');
  if (open.length === 0 || itemEndingFacts(ending).endsGoal || !hasTime) return NO_MORE;
  const end = failedAlike(after, attempted);
  if (end !== null) return { next: null, obstacle: { kind: 'failed_alike', end } };
  if (!canPay) return { next: null, obstacle: { kind: 'too_little_money' } };
  const { items, obstacle } = startableItems(goal, { ...drafts, checkpoint: after }, { window, keys: open });
  return { next: items[0] ?? null, obstacle };
}

/** Which items of a window may start now, as far as drafts allow. `obstacle`: why none of them may. */
export function startableItems(
  goal: Goal,
  drafts: DraftFacts,
  { window, keys }: { readonly window: OpenWindow; readonly keys: readonly string[] },
): { readonly items: readonly string[]; readonly obstacle: DraftObstacle | null } {
  const obstacleTo = (key: string) =>
    obstacleToStart(goal, draftKeyFor(goal, drafts.checkpoint, { window, key }), drafts);
  const items = keys.filter((key) => obstacleTo(key) === null);
  const [first] = keys;
  return { items, obstacle: items.length > 0 || first === undefined ? null : obstacleTo(first) };
}
