import type { Goal } from '../goal.ts';
import { itemOf } from '../item.ts';
import { isInUse, itemTitle } from '../progress/checkpoint.ts';
import { draftKeyFor } from '../progress/draft.ts';
import { newDraft } from '../progress/draft-outcome.ts';
import type { Checkpoint, DraftRecord, OpenWindow } from '../state.ts';
import type { ItemTarget } from './attempt.ts';

export interface TargetFacts {
  readonly window: OpenWindow;
  /** Of the item. */
  readonly key: string;
  /** The default branch as it is now: a draft of which nothing was pushed yet starts from it. */
  readonly base: string;
}

/** The draft and the window that an item belongs to. */
export function targetOf(goal: Goal, checkpoint: Checkpoint, { window, key, base }: TargetFacts): ItemTarget {
  const draftKey = draftKeyFor(goal, checkpoint, { window, key });
  const known = checkpoint.drafts[draftKey];
  const { slot, from, to, commits } = window;
  const times = { slot, from: from.time, to: to.time, commit: to.commit };
  const span = commits === undefined ? times : { ...times, commits };
  const draft =
    known !== undefined && isInUse(known)
      ? { ...known, window: span }
      : newDraft(goal, { key: draftKey, generation: generationAfter(known), window: span, base });
  const item = { ...itemOf(key), title: itemTitle(checkpoint, key) };
  return { item, window, draftKey, draft };
}

/** A draft that has ended is never gone on with: an item that is taken up again begins the next generation. */
function generationAfter(known: DraftRecord | undefined): number {
  if (known === undefined) return 1;
  return known.outcome === 'none' ? known.generation : known.generation + 1;
}
