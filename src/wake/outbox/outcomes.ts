import { branchName } from '../../core/branch-name.ts';
import type { Goal } from '../../core/goal.ts';
import { draftKeyOf, markerOf } from '../../core/item.ts';
import { itemRecord, openDrafts, withDraft, withItem } from '../../core/progress/checkpoint.ts';
import { withAnswer } from '../../core/progress/circles.ts';
import type { Checkpoint, DraftRecord, ItemRecord, ItemStatus } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import type { Happening } from '../../ledger/journal.ts';
import type { Draft } from '../../ports.ts';
import type { Session } from '../lease/session.ts';
import { justEnded, keptAmong, straysAmong } from './strays.ts';

export interface OutcomeReading {
  readonly checkpoint: Checkpoint;
  readonly happenings: readonly Happening[];
}

/** The goal that drafts belong to, be its file gone. */
export interface Owner extends Pick<Goal, 'id' | 'title' | 'forEach'> {
  /** Nobody works on it: nothing is put into its outbox. */
  readonly isLeft?: true;
}

/** Reads back what persons did with the goal's open drafts, and draws the consequences. */
export async function readOutcomes(
  session: Session,
  goal: Owner,
  checkpoint: Checkpoint,
): Promise<OutcomeReading> {
  let reading: OutcomeReading = { checkpoint, happenings: [] };
  for (const [key, draft] of openDrafts(checkpoint)) {
    // What still waits in the outbox for this draft looks at it under the lease.
    if (isAwaited(checkpoint, key)) continue;
    const found = await session.world.github.findDrafts(draft.branch, session.deadline.work);
    const own = keptAmong(found, draft);
    const outcome = own === undefined ? 'closed' : own.state;
    if (own !== undefined && outcome === 'merged' && isAhead(draft, own) && goal.isLeft !== true) {
      reading = { ...reading, checkpoint: askForDraft(goal, reading.checkpoint, key) };
      continue;
    }
    if (outcome === 'open' && (own === undefined || !(await isTouched(session, draft, own)))) {
      if (straysAmong(found, { goal, kept: own }).length > 0)
        reading = { ...reading, checkpoint: askForDraft(goal, reading.checkpoint, key) };
      continue;
    }
    const ended = outcome === 'open' ? 'taken_over' : outcome;
    const next = recordOutcome(session, goal, { checkpoint: reading.checkpoint, key, outcome: ended });
    reading = { checkpoint: next.checkpoint, happenings: [...reading.happenings, ...next.happenings] };
  }
  return { ...reading, checkpoint: await askForLate(session, goal, reading.checkpoint) };
}

/** A draft that was opened after its branch's first one had ended is closed by the outbox, under the lease. */
async function askForLate(session: Session, goal: Owner, checkpoint: Checkpoint): Promise<Checkpoint> {
  let asked = checkpoint;
  for (const [key, draft] of justEnded(checkpoint, session.world.clock.now())) {
    if (isAwaited(asked, key)) continue;
    const found = await session.world.github.findDrafts(draft.branch, session.deadline.work);
    const kept = keptAmong(found, draft);
    if (straysAmong(found, { goal, kept }).length > 0) asked = askForDraft(goal, asked, key);
  }
  return asked;
}

function isAwaited(checkpoint: Checkpoint, key: string): boolean {
  return Object.values(checkpoint.items).some((item) =>
    item.outbox.some((entry) => entry.kind === 'draft' && entry.draft === key),
  );
}

/** Whether the agent has pushed work that was not there yet when the draft ended. */
export function isAhead(record: DraftRecord, ended: Draft): boolean {
  return ended.head !== null && ended.head !== record.tip;
}

/** A person has pushed to the branch of an open draft, or has reset it. Lists of drafts lag, so git decides. */
async function isTouched(session: Session, record: DraftRecord, draft: Draft): Promise<boolean> {
  if (draft.head === record.tip) return false;
  const tip = await session.world.workspace.fetchBranch(record.branch, session.deadline.work);
  return tip !== record.tip;
}

/** Has the outbox look at a draft under the lease. */
function askForDraft(goal: Owner, checkpoint: Checkpoint, key: string): Checkpoint {
  if (goal.isLeft === true) return checkpoint;
  const items = Object.entries(checkpoint.items);
  const item = items.findLast(([, record]) => record.draft === key) ?? items.at(-1);
  if (item === undefined) return checkpoint;
  const entry = { kind: 'draft', draft: key, marker: markerOf(goal.id, key, 0) } as const;
  return withItem(checkpoint, item[0], { ...item[1], outbox: [...item[1].outbox, entry] });
}

export interface DraftOutcome {
  readonly checkpoint: Checkpoint;
  readonly key: string;
  readonly outcome: 'merged' | 'closed' | 'taken_over';
}

const EVENTS = { merged: 'draft_merged', closed: 'draft_refused', taken_over: 'draft_taken_over' } as const;
const WORDS = {
  merged: 'was merged',
  closed: 'was closed unmerged: a remembered "no" for this version',
  taken_over: 'was taken over by a person; the agent no longer touches its branch',
} as const;

/**
 * Records how a draft ended. While items remain, the next generation begins in the same commit: a new branch from the
 * default branch. A draft closed unmerged answers its unfinished items with "no".
 */
export function recordOutcome(
  session: Session,
  goal: Owner,
  { checkpoint, key, outcome }: DraftOutcome,
): OutcomeReading {
  const draft = checkpoint.drafts[key];
  if (draft === undefined) return { checkpoint, happenings: [] };
  const name = draft.number === null ? draft.branch : `#${draft.number}`;
  const happening: Happening = {
    event: EVENTS[outcome],
    goal: goal.id,
    message: `The draft ${name} ${WORDS[outcome]}.`,
    data: { branch: draft.branch, generation: draft.generation },
  };
  const ended: DraftRecord = { ...draft, outcome };
  const remaining = unfinishedOf(goal, checkpoint, key);
  const counted = withAnswer(checkpoint, outcome === 'closed');
  if (outcome === 'closed' || remaining.length === 0) {
    const items = answerItems(checkpoint, remaining, { outcome, at: isoTime(session.world.clock.now()) });
    return { checkpoint: withDraft({ ...counted, items }, key, ended), happenings: [happening] };
  }
  const next = newDraft(session, goal, { key, generation: draft.generation + 1, window: draft.window });
  return { checkpoint: succeeded(counted, key, { ended, next }), happenings: [happening] };
}

function succeeded(
  checkpoint: Checkpoint,
  key: string,
  { ended, next }: { readonly ended: DraftRecord; readonly next: DraftRecord },
): Checkpoint {
  return withDraft(withDraft(checkpoint, `${key}#${ended.generation}`, ended), key, next);
}

/** The next generation of a merged draft that holds the work which came too late for it. */
export function carriedOver(checkpoint: Checkpoint, goal: Goal, key: string): Checkpoint {
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

/** Unfinished items whose change would go into this draft. */
function unfinishedOf(goal: Owner, checkpoint: Checkpoint, key: string): readonly string[] {
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
  { outcome, at }: { readonly outcome: DraftOutcome['outcome']; readonly at: string },
): Checkpoint['items'] {
  const status: ItemStatus = outcome === 'closed' ? 'refused' : outcome;
  const answered = keys.map((key): [string, ItemRecord] => [
    key,
    { ...itemRecord(checkpoint, key), status, outbox: [], updated_at: at },
  ]);
  return { ...checkpoint.items, ...Object.fromEntries(answered) };
}

interface DraftStartFacts {
  readonly key: string;
  readonly generation: number;
  readonly window: DraftRecord['window'];
}

/** A draft that has only its name so far; its branch will start from the default branch as it is now. */
export function newDraft(
  session: Session,
  goal: Owner,
  { key, generation, window }: DraftStartFacts,
): DraftRecord {
  return {
    branch: branchName(goal.id, key, generation),
    generation,
    tip: null,
    base: session.tips.base.commit,
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
