import { branchName } from '../branch-name.ts';
import type { Goal } from '../goal.ts';
import { draftKeyOf, markerOf } from '../item.ts';
import type { Checkpoint, DraftRecord, ItemRecord, ItemStatus } from '../state.ts';
import { itemRecord, withDraft, withItem } from './checkpoint.ts';
import { withAnswer } from './circles.ts';

/** What persons do with a draft, or with its branch. */
export type DraftOutcome = 'merged' | 'closed' | 'taken_over';

/** What it takes of a goal to go on with its drafts. */
export type DraftOwner = Pick<Goal, 'id' | 'title' | 'forEach'>;

export interface OutcomeFacts {
  readonly goal: DraftOwner;
  /** Key of the draft. */
  readonly key: string;
  readonly outcome: DraftOutcome;
  /** ISO time. */
  readonly at: string;
  /** The commit of the default branch that the next draft would start from. */
  readonly base: string;
}

/**
 * Records how a draft ended. While items remain, the next generation begins in the same commit: a new branch from the
 * default branch. A draft that was closed unmerged answers its unfinished items with "no".
 */
export function withOutcome(checkpoint: Checkpoint, facts: OutcomeFacts): Checkpoint {
  const { goal, key, outcome, at, base } = facts;
  const draft = checkpoint.drafts[key];
  if (draft === undefined) return checkpoint;
  const ended: DraftRecord = { ...draft, outcome };
  const remaining = unfinishedItems(goal, checkpoint, key);
  const counted = withAnswer(checkpoint, outcome === 'closed');
  if (outcome === 'closed' || remaining.length === 0) {
    const items = answerItems(checkpoint, remaining, { outcome, at });
    return withDraft({ ...counted, items }, key, ended);
  }
  const next = newDraft(goal, { key, generation: draft.generation + 1, window: draft.window, base });
  return succeeded(counted, key, { ended, next });
}

/** The next generation of a merged draft that holds the work which came too late for it. */
export function carriedOver(checkpoint: Checkpoint, goal: Pick<Goal, 'id'>, key: string): Checkpoint {
  const draft = checkpoint.drafts[key];
  if (draft === undefined) return checkpoint;
  const generation = draft.generation + 1;
  const next: DraftRecord = {
    ...draft,
    generation,
    branch: branchName(goal.id, key, generation),
    number: null,
    url: null,
    outcome: 'none',
    opened_at: null,
    full: false,
  };
  return succeeded(checkpoint, key, { ended: { ...draft, outcome: 'merged' }, next });
}

function succeeded(
  checkpoint: Checkpoint,
  key: string,
  { ended, next }: { readonly ended: DraftRecord; readonly next: DraftRecord },
): Checkpoint {
  return withDraft(withDraft(checkpoint, `${key}#${ended.generation}`, ended), key, next);
}

/** Has the outbox look at a draft under the lease: what it owes there is put into the outbox of an item of the draft. */
export function withDraftToLookAt(checkpoint: Checkpoint, goal: Pick<Goal, 'id'>, key: string): Checkpoint {
  const items = Object.entries(checkpoint.items);
  const item = items.findLast(([, record]) => record.draft === key) ?? items.at(-1);
  if (item === undefined) return checkpoint;
  const entry = { kind: 'draft', draft: key, marker: markerOf(goal.id, key, 0) } as const;
  return withItem(checkpoint, item[0], { ...item[1], outbox: [...item[1].outbox, entry] });
}

/** Whether the outbox will look at a draft anyway. */
export function isInOutbox(checkpoint: Checkpoint, key: string): boolean {
  return Object.values(checkpoint.items).some((item) =>
    item.outbox.some((entry) => entry.kind === 'draft' && entry.draft === key),
  );
}

/** Unfinished items whose change would go into this draft. */
function unfinishedItems(goal: DraftOwner, checkpoint: Checkpoint, key: string): readonly string[] {
  const { window } = checkpoint;
  if (window === null) return [];
  return window.queue.filter((item) => {
    const { draft, status } = itemRecord(checkpoint, item);
    return status === 'open' && (draft ?? draftKeyOf(goal, window, item)) === key;
  });
}

function answerItems(
  checkpoint: Checkpoint,
  keys: readonly string[],
  { outcome, at }: Pick<OutcomeFacts, 'outcome' | 'at'>,
): Checkpoint['items'] {
  const status: ItemStatus = outcome === 'closed' ? 'refused' : outcome;
  const answered = keys.map((key): [string, ItemRecord] => [
    key,
    { ...itemRecord(checkpoint, key), status, outbox: [], updated_at: at },
  ]);
  return { ...checkpoint.items, ...Object.fromEntries(answered) };
}

export interface NewDraftFacts {
  readonly key: string;
  readonly generation: number;
  readonly window: DraftRecord['window'];
  /** The commit of the default branch that its branch will start from. */
  readonly base: string;
}

/** A draft that has only its name so far. */
export function newDraft(
  goal: Pick<Goal, 'id' | 'title'>,
  { key, generation, window, base }: NewDraftFacts,
): DraftRecord {
  return {
    branch: branchName(goal.id, key, generation),
    generation,
    tip: null,
    base,
    title: goal.title,
    window,
    number: null,
    url: null,
    outcome: 'none',
    opened_at: null,
    changed_files: 0,
    changed_lines: 0,
    complete: false,
    full: false,
  };
}
