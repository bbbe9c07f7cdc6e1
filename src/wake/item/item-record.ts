import type { ProposedEffect } from '../../core/effect.ts';
import type { Ending } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { itemKey, itemOf, markerOf } from '../../core/item.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import type { Cost } from '../../core/money/budget.ts';
import { checkSentence } from '../../core/progress/check-report.ts';
import {
  addItemCost,
  finishWindow,
  itemRecord,
  startAttempt,
  statusAfter,
  withDraft,
  withItem,
} from '../../core/progress/checkpoint.ts';
import { withChange } from '../../core/progress/circles.ts';
import { linesOf } from '../../core/progress/diff.ts';
import { changeDigest } from '../../core/progress/remembered-no.ts';
import type { Checkpoint, DraftRecord, ItemRecord, OutboxEntry } from '../../core/state.ts';
import type { Attempt, ItemTarget } from '../../core/work/attempt.ts';
import type { Happening } from '../../ledger/journal.ts';
import { endingWords } from '../../report/words/ending-words.ts';
import { count, figure, slotWords } from '../../report/words/sentences.ts';
import type { Session } from '../lease/session.ts';
import { stuckLine } from '../lease/stuck-end.ts';
import { recordOutcome } from '../outbox/outcomes.ts';

const NOTES_KEPT = 20;
const TOUCHED = { merged: 'merged', closed: 'refused', taken_over: 'taken_over' } as const;

/** What is written about an attempt: all of it in the same push as the work. */
export interface AttemptRecord {
  readonly session: Session;
  readonly goal: Goal;
  readonly place: ItemTarget;
  readonly attempt: Attempt;
  readonly cost: Cost;
  /** ISO time. */
  readonly at: string;
  /** The item that starts with the same push. */
  readonly next: string | null;
}

/** The checkpoint after an attempt: item, draft, own versions, the window if it is complete, the next item's attempt. */
export function recordAttempt(checkpoint: Checkpoint, record: AttemptRecord): Checkpoint {
  const { place, attempt, next, at } = record;
  const withRecord = withItem(checkpoint, place.item.key, itemAfter(checkpoint, record));
  const withWork = attempt.touch === null ? recordWork(withRecord, record) : recordTouch(withRecord, record);
  const finished = finishWindow(withSeen(withWork, record));
  return next === null ? finished : startAttempt(finished, next, at);
}

/**
 * A branch of that name may be there although no record knows of it, e.g. where the state was put back to an older one:
 * then the next generation begins all the same, instead of the same refused push at every tick.
 */
function recordTouch(checkpoint: Checkpoint, { session, goal, place, attempt }: AttemptRecord): Checkpoint {
  if (attempt.touch === null) return checkpoint;
  const { draftKey: key, draft } = place;
  const isKnown = checkpoint.drafts[key]?.branch === draft.branch;
  const known = isKnown ? checkpoint : withDraft(checkpoint, key, draft);
  return recordOutcome(session, goal, { checkpoint: known, key, outcome: attempt.touch }).checkpoint;
}

/** A version that took the place of the item's own while it waited is done with as well. */
function withSeen(checkpoint: Checkpoint, { attempt }: AttemptRecord): Checkpoint {
  if (attempt.seen === null || !itemEndingFacts(attempt.ending).isFinished) return checkpoint;
  return { ...checkpoint, own_versions: [...checkpoint.own_versions, attempt.seen] };
}

function itemAfter(checkpoint: Checkpoint, record: AttemptRecord): ItemRecord {
  const { goal, place, attempt, cost, at } = record;
  const before = itemRecord(checkpoint, place.item.key);
  const facts = itemEndingFacts(attempt.ending);
  // Where what was set aside did not pay for a single call, nothing was attempted.
  const isUntried = attempt.ending === 'budget_spent' && cost.calls === 0;
  const attempts = facts.givesAttemptBack || isUntried ? Math.max(0, before.attempts - 1) : before.attempts;
  const status =
    attempt.touch === null
      ? statusAfter({ isFinished: facts.isFinished, attempts, attemptsAllowed: goal.limits.attempts })
      : statusTouched(before, attempt.touch);
  const isKept = before.draft !== null && place.draft.tip !== null;
  const hasDraft = attempt.work !== null || isKept;
  return {
    ...addItemCost(before, cost),
    status,
    attempts,
    ending: attempt.ending,
    detail: attempt.detail,
    summary: attempt.pursuit.summary || before.summary,
    notes: [...before.notes, ...attempt.pursuit.notes].slice(-NOTES_KEPT),
    checks: attempt.pursuit.checks.map(checkSentence),
    draft: hasDraft ? place.draftKey : null,
    updated_at: at,
    ...(place.item.title === itemOf(place.item.key).title ? {} : { title: place.item.title }),
    outbox: attempt.touch === null ? [...before.outbox, ...outboxOf(record, { status, hasDraft })] : [],
  };
}

/** What the person has now holds this item's work, or none of it: then the item goes on in the next generation. */
function statusTouched(before: ItemRecord, touch: keyof typeof TOUCHED): ItemRecord['status'] {
  return before.draft === null ? 'open' : TOUCHED[touch];
}

/** A draft is offered when the item is done, or given up on with half of it there. */
function outboxOf(
  { goal, place, attempt }: AttemptRecord,
  { status, hasDraft }: { readonly status: ItemRecord['status']; readonly hasDraft: boolean },
): readonly OutboxEntry[] {
  const isOffered = hasDraft && status !== 'open';
  const draft: readonly OutboxEntry[] = isOffered
    ? [{ kind: 'draft', draft: place.draftKey, marker: markerOf(goal.id, place.draftKey, 0) }]
    : [];
  const isDone = status === 'done';
  const effects = isDone ? attempt.pursuit.effects : [];
  return [...draft, ...effects.map((effect, n) => entryOf(effect, markerOf(goal.id, place.item.key, n + 1)))];
}

function entryOf(effect: ProposedEffect, marker: string): OutboxEntry {
  return { ...effect, marker };
}

function recordWork(checkpoint: Checkpoint, { place, attempt }: AttemptRecord): Checkpoint {
  const { isFinished } = itemEndingFacts(attempt.ending);
  const known = checkpoint.drafts[place.draftKey];
  if (attempt.work === null) {
    const changed = { ...place.draft, full: attempt.isFull, complete: place.draft.complete || isFinished };
    const isKept = known?.branch === place.draft.branch && place.draft.tip !== null;
    return isKept ? withDraft(checkpoint, place.draftKey, changed) : checkpoint;
  }
  const { commit, base, diff } = attempt.work;
  const made = diff.files.flatMap((file) => (file.blob === null ? [] : [itemKey(file.path, file.blob)]));
  const draft: DraftRecord = {
    ...place.draft,
    tip: commit,
    base,
    outcome: place.draft.outcome === 'none' ? 'none' : 'open',
    changed_files: diff.files.length,
    changed_lines: linesOf(diff.files),
    complete: isFinished,
    digest: changeDigest(diff),
  };
  const own = [...new Set([...checkpoint.own_versions, ...made])];
  const isNext = known !== undefined && known.generation < draft.generation;
  const archived = isNext
    ? withDraft(checkpoint, `${place.draftKey}#${known.generation}`, known)
    : checkpoint;
  const changed = withChange({ ...archived, own_versions: own }, place.window.slot, diff);
  return withDraft(changed, place.draftKey, draft);
}

/** The lines of the log that say how an item ended. */
export function attemptLines(record: AttemptRecord, after: Checkpoint): readonly Happening[] {
  const { goal, place, attempt, cost } = record;
  const { key, title } = place.item;
  const size = attempt.work === null ? '' : ` ${sizeWords(attempt)}`;
  const ended: Happening = {
    event: eventOf(attempt.ending),
    goal: goal.id,
    item: key,
    message: `${title}: ${endingWords(attempt.ending)}.${size}${whyWords(attempt)}`,
    data: { ending: attempt.ending, tokens: cost.tokens, usd_micros: cost.usdMicros, calls: cost.calls },
  };
  const isStuck = itemRecord(after, key).status === 'stuck';
  const finished = after.window === null ? [finishedLine(goal, place)] : [];
  return [ended, ...(isStuck ? [stuckLine(goal, place.item)] : []), ...finished];
}

function eventOf(ending: Ending): Happening['event'] {
  if (ending === 'secret_found') return 'secret_found';
  const facts = itemEndingFacts(ending);
  return facts.isFinished || facts.givesAttemptBack ? 'item_ended' : 'item_failed';
}

/** Work speaks for itself; any other ending says why. */
function whyWords({ ending, detail }: Attempt): string {
  return ending === 'worked' || detail === '' ? '' : ` ${detail}`;
}

function sizeWords({ work }: Attempt): string {
  const files = work?.diff.files ?? [];
  const added = files.reduce((sum, file) => sum + file.added, 0);
  const removed = files.reduce((sum, file) => sum + file.removed, 0);
  return `${count(files.length, 'file')} in the draft, +${figure(added)} −${figure(removed)}.`;
}

function finishedLine(goal: Goal, { window }: ItemTarget): Happening {
  return {
    event: 'window_finished',
    goal: goal.id,
    message: `The window of the slot ${slotWords(window.slot)} is finished.`,
  };
}
