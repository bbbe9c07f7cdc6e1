import type { Goal, Limits } from '../goal.ts';
import { itemEndingFacts } from '../item-ending.ts';
import { arguesAgainst } from '../item-state.ts';
import type { PassedOver } from '../log/task-events.ts';
import { itemRecord } from '../progress/checkpoint.ts';
import { type Diff, linesOf } from '../progress/diff.ts';
import { refusedBefore } from '../progress/remembered-no.ts';
import type { Checkpoint } from '../state.ts';
import type { ItemTarget } from './attempt.ts';
import type { Pursuit } from './pursuit.ts';

interface ChangeSize {
  readonly files: number;
  readonly lines: number;
}

/** What a change has and what it may have, where it is too large for a draft; null: it is not. */
export function excessOf(
  { files }: Pick<Diff, 'files'>,
  limits: Limits,
): { readonly size: ChangeSize; readonly most: ChangeSize } | null {
  const size = { files: files.length, lines: linesOf(files) };
  const most = { files: limits.changedFiles, lines: limits.changedLines };
  return size.files > most.files || size.lines > most.lines ? { size, most } : null;
}

/**
 * Whether it is other items that have filled the draft: then this one waits for a person. An item that is too large by
 * itself has failed. Null: no other item is to blame. `isFull`: without a finished item nothing is offered yet, so nobody could make room.
 */
export function filledByOthers(
  checkpoint: Checkpoint,
  { item, draftKey, draft }: ItemTarget,
  { files, limits }: Pick<Diff, 'files'> & Pick<Goal, 'limits'>,
): { readonly isFull: boolean } | null {
  const others = Object.entries(checkpoint.items).filter(
    ([key, record]) => key !== item.key && record.draft === draftKey,
  );
  const isTooLarge =
    files.length - draft.changed_files > limits.changedFiles ||
    linesOf(files) - draft.changed_lines > limits.changedLines;
  if (others.length === 0 || isTooLarge) return null;
  return { isFull: others.some(([, record]) => record.status !== 'open') };
}

/** What a person has refused is not offered a second time. Null: it may be. */
export function refusedChange(
  checkpoint: Checkpoint,
  { draftKey, draft }: ItemTarget,
  { pursuit, diff }: { readonly pursuit: Pursuit; readonly diff: Diff },
): PassedOver | null {
  const isFirstPush = draft.tip === null && itemEndingFacts(pursuit.ending).isFinished;
  const no = isFirstPush ? refusedBefore(checkpoint, draftKey, diff) : null;
  if (no === null) return null;
  return { kind: 'refused_before', draft: no.number === null ? no.branch : `#${no.number}` };
}

/**
 * A change against which its own summary argues is not proposed. Null: no second reader says so, or earlier attempts have put part of it
 * on the branch already; then it is a flag of the draft.
 */
export function arguedAgainst(
  checkpoint: Checkpoint,
  { item }: ItemTarget,
  { reading }: Pursuit,
): PassedOver | null {
  const objection = reading === undefined ? null : arguesAgainst(reading);
  if (objection === null || itemRecord(checkpoint, item.key).draft !== null) return null;
  return { kind: 'argued_against', words: objection.text };
}

/** All text that a change adds, with the names of its files: where a secret would be. */
export function addedText({ files, patch }: Diff): string {
  const added = patch
    .split('\n')
    .filter((line) => line.startsWith('+'))
    .map((line) => line.slice(1));
  return [...files.map(({ path }) => path), ...added].join('\n');
}
