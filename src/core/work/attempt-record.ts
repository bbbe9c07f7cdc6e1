import type { ProposedEffect } from '../effect.ts';
import type { Goal } from '../goal.ts';
import { itemKey, itemOf, markerOf } from '../item.ts';
import { itemEndingFacts } from '../item-ending.ts';
import { checkSentence } from '../progress/check-report.ts';
import {
  addItemCost,
  finishWindow,
  itemRecord,
  startAttempt,
  statusAfter,
  withDraft,
  withItem,
} from '../progress/checkpoint.ts';
import { withChange } from '../progress/circles.ts';
import { linesOf } from '../progress/diff.ts';
import { withOutcome } from '../progress/draft-outcome.ts';
import { changeDigest } from '../progress/remembered-no.ts';
import { isOfOneRun, withinFindings } from '../progress/work-finding.ts';
import type { Checkpoint, DraftRecord, ItemRecord, OutboxEntry } from '../state.ts';
import type { AttemptedItem } from './attempt.ts';
import type { NextItem } from './next-item.ts';

const NOTES_KEPT = 20;
const TOUCHED = { merged: 'merged', closed: 'refused', taken_over: 'taken_over' } as const;

/** An attempt that is over, and what its record needs besides. */
export interface AttemptFacts extends AttemptedItem {
  readonly goal: Goal;
  /** ISO time. */
  readonly at: string;
  /** The commit of the default branch that a next draft would start from. */
  readonly base: string;
}

/** What an attempt changes: all of it in the same push as its work. */
export interface AttemptRecord extends NextItem {
  /** The checkpoint before it, as far as is known now. */
  readonly before: Checkpoint;
  /** Made to whatever checkpoint is newest when the push goes out. */
  readonly change: (checkpoint: Checkpoint) => Checkpoint;
  /** The checkpoint after it, as far as is known now. */
  readonly after: Checkpoint;
}

/** `nextItem`: which item starts with the same push, by the checkpoint after the attempt. */
export function recordAttempt(
  before: Checkpoint,
  facts: AttemptFacts,
  nextItem: (after: Checkpoint) => NextItem,
): AttemptRecord {
  const { next, obstacle } = nextItem(withAttempt(before, facts));
  const change = (checkpoint: Checkpoint): Checkpoint => {
    const ended = withAttempt(checkpoint, facts);
    return next === null ? ended : startAttempt(ended, next, facts.at);
  };
  return { before, change, after: change(before), next, obstacle };
}

/** The checkpoint after an attempt: item, draft, own versions, and the window if it is complete. */
function withAttempt(checkpoint: Checkpoint, facts: AttemptFacts): Checkpoint {
  const { target, attempt } = facts;
  const withRecord = withItem(checkpoint, target.item.key, itemAfter(checkpoint, facts));
  const withWork = attempt.touch === null ? recordWork(withRecord, facts) : recordTouch(withRecord, facts);
  return finishWindow(withinFindings(withSeen(withWork, facts)));
}

/**
 * A branch of that name may be there although no record knows of it, e.g. where the state was put back to an older one:
 * then the next generation begins all the same, instead of the same refused push at every tick.
 */
function recordTouch(checkpoint: Checkpoint, { goal, target, attempt, at, base }: AttemptFacts): Checkpoint {
  if (attempt.touch === null) return checkpoint;
  const { draftKey: key, draft } = target;
  const isKnown = checkpoint.drafts[key]?.branch === draft.branch;
  const known = isKnown ? checkpoint : withDraft(checkpoint, key, draft);
  return withOutcome(known, { goal, key, outcome: attempt.touch, at, base });
}

/** A version that took the place of the item's own while it waited is done with as well. */
function withSeen(checkpoint: Checkpoint, { attempt }: AttemptFacts): Checkpoint {
  if (attempt.seen === null || !itemEndingFacts(attempt.ending).isFinished) return checkpoint;
  return { ...checkpoint, own_versions: [...checkpoint.own_versions, attempt.seen] };
}

function itemAfter(checkpoint: Checkpoint, facts: AttemptFacts): ItemRecord {
  const { target, attempt, cost, at } = facts;
  const before = itemRecord(checkpoint, target.item.key);
  const { isFinished } = itemEndingFacts(attempt.ending);
  const isGivenBack = givesBack(facts, before);
  const attempts = isGivenBack ? Math.max(0, before.attempts - 1) : before.attempts;
  const status =
    attempt.touch === null
      ? statusAfter({ isFinished, attempts, attemptsAllowed: mostAttempts(facts) })
      : statusTouched(before, attempt.touch);
  const isKept = before.draft !== null && target.draft.tip !== null;
  const hasDraft = attempt.work !== null || isKept;
  return {
    ...addItemCost(before, cost),
    status,
    attempts,
    ...(isGivenBack && cost.tokens > 0 ? { given_back: (before.given_back ?? 0) + 1 } : {}),
    ending: attempt.ending,
    detail: attempt.detail,
    summary: attempt.pursuit.summary || before.summary,
    ...saidBy(facts, before),
    ...readingOf(attempt.pursuit.reading),
    ...(attempt.pursuit.refused.length > 0 && { refused: attempt.pursuit.refused }),
    notes: [...before.notes, ...attempt.pursuit.notes].slice(-NOTES_KEPT),
    checks: attempt.pursuit.checks.map(checkSentence),
    draft: hasDraft ? target.draftKey : null,
    updated_at: at,
    ...(target.item.title === itemOf(target.item.key).title ? {} : { title: target.item.title }),
    outbox: attempt.touch === null ? [...before.outbox, ...outboxOf(facts, { status, hasDraft })] : [],
  };
}

/** What the model says of its work. Of an attempt that did not finish, what an earlier one said stands; what it has found counts. */
function saidBy(
  { goal, target, attempt: { pursuit } }: AttemptFacts,
  before: ItemRecord,
): Pick<ItemRecord, 'change_title' | 'findings' | 'found_in'> {
  const { findings } = pursuit;
  const title = pursuit.summary === '' ? '' : pursuit.title;
  const run = isOfOneRun(target.item.element, goal.forEach?.kind) ? { found_in: target.window.slot } : {};
  return {
    ...(title === '' ? titleOf(before) : { change_title: title }),
    ...(findings.length > 0 && { findings, ...run }),
  };
}

function readingOf(reading: ItemRecord['reading']): Pick<ItemRecord, 'reading'> {
  return reading === undefined ? {} : { reading };
}

function titleOf({ change_title }: ItemRecord): Pick<ItemRecord, 'change_title'> {
  return change_title === undefined ? {} : { change_title };
}

function mostAttempts({ goal, attempt: { pursuit } }: AttemptFacts): number {
  return pursuit.isFinal === true ? 1 : goal.limits.attempts;
}

/** How many attempts that have cost something are given back, however often the cause is somebody else's. */
const MOST_GIVEN_BACK = 3;

/** Whether the attempt does not count. What is paid for again and again ends some day, whoever is to blame. */
function givesBack({ attempt: { ending }, cost }: AttemptFacts, { given_back = 0 }: ItemRecord): boolean {
  // Where what was set aside did not pay for a single call, or a setting kept the first one from being made, nothing was attempted.
  const isUntried = (ending === 'budget_spent' || ending === 'bad_settings') && cost.calls === 0;
  const isForgiven = itemEndingFacts(ending).givesAttemptBack;
  return isUntried || (isForgiven && (cost.tokens === 0 || given_back < MOST_GIVEN_BACK));
}

/** What the person has now holds this item's work, or none of it: then the item goes on in the next generation. */
function statusTouched(before: ItemRecord, touch: keyof typeof TOUCHED): ItemRecord['status'] {
  return before.draft === null ? 'open' : TOUCHED[touch];
}

/** A draft is offered when the item is done, or given up on with half of it there. */
function outboxOf(
  { goal, target, attempt }: AttemptFacts,
  { status, hasDraft }: { readonly status: ItemRecord['status']; readonly hasDraft: boolean },
): readonly OutboxEntry[] {
  const isOffered = hasDraft && status !== 'open';
  const draft: readonly OutboxEntry[] = isOffered
    ? [{ kind: 'draft', draft: target.draftKey, marker: markerOf(goal.id, target.draftKey, 0) }]
    : [];
  const isDone = status === 'done';
  const effects = isDone ? attempt.pursuit.effects : [];
  return [
    ...draft,
    ...effects.map((effect, n) => entryOf(effect, markerOf(goal.id, target.item.key, n + 1))),
  ];
}

function entryOf(effect: ProposedEffect, marker: string): OutboxEntry {
  return { ...effect, marker };
}

function recordWork(checkpoint: Checkpoint, { target, attempt }: AttemptFacts): Checkpoint {
  const { isFinished } = itemEndingFacts(attempt.ending);
  const known = checkpoint.drafts[target.draftKey];
  if (attempt.work === null) {
    const changed = { ...target.draft, full: attempt.isFull, complete: target.draft.complete || isFinished };
    const isKept = known?.branch === target.draft.branch && target.draft.tip !== null;
    const kept = isKept ? withDraft(checkpoint, target.draftKey, changed) : checkpoint;
    // A goal whose runs undo each other is noticed as well where the third one only repeats the first.
    return attempt.repeated === undefined ? kept : withChange(kept, target.window.slot, attempt.repeated);
  }
  const { commit, base, diff } = attempt.work;
  const made = diff.files.flatMap((file) => (file.blob === null ? [] : [itemKey(file.path, file.blob)]));
  const draft: DraftRecord = {
    ...target.draft,
    tip: commit,
    base,
    outcome: target.draft.outcome === 'none' ? 'none' : 'open',
    changed_files: diff.files.length,
    changed_lines: linesOf(diff.files),
    complete: isFinished,
    digest: changeDigest(diff),
    checks: attempt.pursuit.checks.map((report) => ({ kind: report.kind, text: checkSentence(report) })),
  };
  const own = [...new Set([...checkpoint.own_versions, ...made])];
  const isNext = known !== undefined && known.generation < draft.generation;
  const archived = isNext
    ? withDraft(checkpoint, `${target.draftKey}#${known.generation}`, known)
    : checkpoint;
  const changed = withChange({ ...archived, own_versions: own }, target.window.slot, diff);
  return withDraft(changed, target.draftKey, draft);
}
