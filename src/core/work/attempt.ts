import type { Ending, Halt } from '../ending.ts';
import type { Item } from '../item.ts';
import type { Cost } from '../money/budget.ts';
import type { Diff } from '../progress/diff.ts';
import type { DraftOutcome } from '../progress/draft-outcome.ts';
import type { DraftRecord, OpenWindow } from '../state.ts';
import type { Pursuit } from './pursuit.ts';

/** Where an item's change goes. */
export interface ItemTarget {
  readonly item: Item;
  readonly window: OpenWindow;
  readonly draftKey: string;
  readonly draft: DraftRecord;
}

/** What came of one attempt, before any of it is pushed. */
export interface Attempt {
  readonly ending: Ending;
  readonly detail: string;
  readonly pursuit: Pursuit;
  /** Null: nothing is to be pushed to the work branch. */
  readonly work: Work | null;
  /** A change that was made and not kept, because another open draft holds it; missing: none. */
  readonly repeated?: Diff;
  /** The draft has no room for this item. */
  readonly isFull: boolean;
  /** What a person did to the work branch; null: nothing. */
  readonly touch: DraftOutcome | null;
  /** The key of the version that was worked on, where the item's own is older; null: it is not. */
  readonly seen: string | null;
}

/** An item that was worked on, and of whose attempt nothing is pushed yet. */
export interface AttemptedItem {
  readonly target: ItemTarget;
  readonly attempt: Attempt;
  readonly cost: Cost;
}

/** A commit that has not been pushed yet. */
export interface Work {
  readonly commit: string;
  /** The commit that it was compared with. */
  readonly base: string;
  readonly diff: Diff;
}

/** A planned ending that was thrown before or after the model's own work. */
export function attemptEndedBy(halt: Halt): Attempt {
  const pursuit: Pursuit = {
    ending: halt.ending,
    detail: halt.detail,
    title: '',
    summary: '',
    findings: [],
    refused: [],
    notes: [],
    effects: [],
    checks: [],
  };
  return { ...pursuit, pursuit, work: null, isFull: false, touch: null, seen: null };
}

/** The same attempt when its work may not be pushed. */
export function withoutWork(attempt: Attempt, ending: Ending, detail: string): Attempt {
  return { ...attempt, ending, detail, work: null };
}
