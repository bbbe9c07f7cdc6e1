import { itemOf } from '../item.ts';
import { itemEndingFacts } from '../item-ending.ts';
import { itemRecord } from '../progress/checkpoint.ts';
import type { Checkpoint } from '../state.ts';
import type { EndReason } from './end-reason.ts';

/** So many items in a row that fail for the same reason: the next one would most likely fail for it too. */
export const ALIKE_ALLOWED = 3;

/**
 * Why the items of this run that were attempted last, `attempted` in order, have all failed, where it is the same reason for each
 * of them. Null: it is not, or too few were attempted.
 */
export function failedAlike(checkpoint: Checkpoint, attempted: readonly string[]): EndReason | null {
  const last = attempted.slice(-ALIKE_ALLOWED).map((key) => endOf(checkpoint, key));
  const [first] = last;
  if (first === undefined || first === null || last.length < ALIKE_ALLOWED) return null;
  return last.every((end) => end?.about === first.about) ? first.end : null;
}

/** How an item's last attempt failed; null: it did not. `about` is the same for the same reason. */
function endOf(
  checkpoint: Checkpoint,
  key: string,
): { readonly end: EndReason; readonly about: string } | null {
  const { ending, detail, status } = itemRecord(checkpoint, key);
  if (ending === null || itemEndingFacts(ending).isFinished || (status !== 'open' && status !== 'stuck'))
    return null;
  return { end: { ending, detail }, about: `${ending} ${withoutOwnWords(detail, key)}` };
}

/** A name shorter than this is found in words that have nothing to do with it. */
const SHORTEST_NAME = 4;

/** Figures and the item's own name differ between items that fail for one reason. */
function withoutOwnWords(detail: string, key: string): string {
  const { element } = itemOf(key);
  const same = element.length < SHORTEST_NAME ? detail : detail.replaceAll(element, '');
  return same.replace(/\d+/g, '#');
}
