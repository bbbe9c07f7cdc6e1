import { itemOf } from '../item.ts';
import type { Checkpoint, DraftRecord } from '../state.ts';
import { compareText } from '../text/compare-text.ts';

/** A draft about the same element that a person has closed without merging it. */
export interface RejectedDraft {
  readonly name: string;
  /** What they wrote; null: nothing. */
  readonly reason: string | null;
}

const MOST_SHOWN = 3;

/** The newest drafts about the element that `draftKey` names which were closed without merging, newest first. */
export function rejectedDrafts(
  { drafts }: Pick<Checkpoint, 'drafts'>,
  draftKey: string,
): readonly RejectedDraft[] {
  const { element } = itemOf(draftKey);
  return Object.entries(drafts)
    .filter(([key, { outcome }]) => outcome === 'closed' && itemOf(key).element === element)
    .map(([, draft]) => draft)
    .sort((one, other) => compareText(endOf(other), endOf(one)))
    .slice(0, MOST_SHOWN)
    .map(({ number, branch, reason = null }) => ({ name: number === null ? branch : `#${number}`, reason }));
}

function endOf({ ended_at, opened_at }: DraftRecord): string {
  return ended_at ?? opened_at ?? '';
}
