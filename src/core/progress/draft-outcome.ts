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
  const looked = outcome === 'closed' ? { looked_at: base } : {};
  const ended: DraftRecord = { ...draft, outcome, ended_at: at, ...looked };
  const remaining = unfinishedItems(goal, checkpoint, key);
  const isOver = outcome === 'closed' || remaining.length === 0;
  const answered = [...itemsLeftOver(checkpoint, key), ...(isOver ? remaining : [])];
  const counted: Checkpoint = {
    ...withAnswer(checkpoint, outcome === 'closed'),
    items: answerItems(checkpoint, answered, { outcome, at }),
  };
  if (isOver) return withDraft(counted, key, ended);
  const next = newDraft(goal, { key, generation: draft.generation + 1, window: draft.window, base });
  return succeeded(counted, key, { ended, next });
}

/** The facts of a "no" that is taken back: the closed draft was opened again, or the default branch holds its change after all. */
export interface WithdrawnAnswer extends Omit<OutcomeFacts, 'outcome'> {
  readonly outcome: 'open' | 'merged';
}

/** Takes a "no" back. What a draft that was opened again had answered in the unfinished window is open again. */
export function withoutNo(checkpoint: Checkpoint, { goal, key, outcome, base }: WithdrawnAnswer): Checkpoint {
  const draft = checkpoint.drafts[key];
  if (draft?.outcome !== 'closed') return checkpoint;
  const { ended_at: _, looked_at: __, ...open } = draft;
  const changed: DraftRecord =
    outcome === 'open' ? { ...open, outcome } : { ...draft, outcome, looked_at: base };
  const items = outcome === 'open' ? openAgain(goal, checkpoint, key) : checkpoint.items;
  const refusals = outcome === 'merged' ? 0 : Math.max(0, (checkpoint.refusals ?? 0) - 1);
  return withDraft({ ...checkpoint, items, refusals }, key, changed);
}

function openAgain(goal: DraftOwner, checkpoint: Checkpoint, key: string): Checkpoint['items'] {
  const { window } = checkpoint;
  const items = Object.entries(checkpoint.items).map(([item, record]): [string, ItemRecord] => {
    const own = record.draft ?? (window?.queue.includes(item) ? draftKeyOf(goal, window, item) : null);
    return [item, record.status === 'refused' && own === key ? { ...record, status: 'open' } : record];
  });
  return Object.fromEntries(items);
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

/** Open items of this draft that no window asks about any more: what they were about is gone. */
function itemsLeftOver({ window, items }: Checkpoint, key: string): readonly string[] {
  const queue = new Set(window?.queue);
  return Object.entries(items).flatMap(([item, { status, draft }]) =>
    status === 'open' && draft === key && !queue.has(item) ? [item] : [],
  );
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
