import { itemRecord, openDrafts, withDraft } from '../core/checkpoint.ts';
import type { Goal } from '../core/goal.ts';
import { branchName, draftKeyOf } from '../core/item.ts';
import type { Checkpoint, DraftRecord, ItemRecord, ItemStatus } from '../core/state.ts';
import type { Draft } from '../ports.ts';
import type { Happening } from './journal.ts';
import type { Session } from './session.ts';

export interface Reading {
  readonly checkpoint: Checkpoint;
  readonly happenings: readonly Happening[];
}

/** Reads back what persons did with the goal's open drafts, and draws the consequences. */
export async function readOutcomes(session: Session, goal: Goal, checkpoint: Checkpoint): Promise<Reading> {
  let reading: Reading = { checkpoint, happenings: [] };
  for (const [key, draft] of openDrafts(checkpoint)) {
    const found = await session.world.github.findDrafts(draft.branch, session.deadline.work);
    const own = found.find((each) => each.number === draft.number) ?? found[0];
    const outcome = outcomeOf(own);
    if (outcome === 'open') continue;
    const next = recordOutcome(session, goal, { checkpoint: reading.checkpoint, key, outcome });
    reading = { checkpoint: next.checkpoint, happenings: [...reading.happenings, ...next.happenings] };
  }
  return reading;
}

function outcomeOf(draft: Draft | undefined): 'open' | 'merged' | 'closed' {
  return draft === undefined ? 'closed' : draft.state;
}

export interface Outcome {
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
export function recordOutcome(session: Session, goal: Goal, { checkpoint, key, outcome }: Outcome): Reading {
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
  if (outcome === 'closed' || remaining.length === 0) {
    const items = answerItems(checkpoint, remaining, outcome);
    return { checkpoint: withDraft({ ...checkpoint, items }, key, ended), happenings: [happening] };
  }
  const archived = withDraft(checkpoint, `${key}#${draft.generation}`, ended);
  const next = newDraft(session, goal, { key, generation: draft.generation + 1, window: draft.window });
  return { checkpoint: withDraft(archived, key, next), happenings: [happening] };
}

/** Unfinished items whose change would go into this draft. */
function unfinishedOf(goal: Goal, checkpoint: Checkpoint, key: string): readonly string[] {
  const { window } = checkpoint;
  if (window === null) return [];
  return window.queue.filter(
    (item) => draftKeyOf(goal, window, item) === key && (checkpoint.items[item]?.status ?? 'open') === 'open',
  );
}

function answerItems(
  checkpoint: Checkpoint,
  keys: readonly string[],
  outcome: Outcome['outcome'],
): Checkpoint['items'] {
  const status: ItemStatus = outcome === 'closed' ? 'refused' : outcome;
  const answered = keys.map((key): [string, ItemRecord] => [
    key,
    { ...itemRecord(checkpoint, key), status, outbox: [] },
  ]);
  return { ...checkpoint.items, ...Object.fromEntries(answered) };
}

interface NewDraft {
  readonly key: string;
  readonly generation: number;
  readonly window: DraftRecord['window'];
}

/** A draft that has only its name so far; its branch will start from the default branch as it is now. */
export function newDraft(session: Session, goal: Goal, { key, generation, window }: NewDraft): DraftRecord {
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
