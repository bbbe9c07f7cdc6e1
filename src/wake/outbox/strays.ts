import type { Goal } from '../../core/goal.ts';
import { readMarker } from '../../core/marker.ts';
import type { Checkpoint, DraftRecord } from '../../core/state.ts';
import { DAY_MS } from '../../core/time.ts';
import type { Draft } from '../../ports.ts';

/** Which of a branch's drafts the record is about: the one with its receipt, else the oldest that is open. */
export function keptAmong(found: readonly Draft[], record: DraftRecord): Draft | undefined {
  const own = found.find((draft) => draft.number === record.number);
  return own ?? found.find((draft) => draft.state === 'open') ?? found.at(-1);
}

/**
 * Open drafts that nobody has a receipt for: a wake opened them after it had lost its lease. A person's own pull request
 * from the same branch has no marker and is left alone.
 */
export function straysAmong(
  found: readonly Draft[],
  { goal, kept }: { readonly goal: Pick<Goal, 'id'>; readonly kept: Draft | undefined },
): readonly Draft[] {
  return found.filter(
    (draft) =>
      draft.state === 'open' &&
      draft.number !== kept?.number &&
      readMarker(draft.body)?.startsWith(`${goal.id}/`) === true,
  );
}

/** Drafts that have ended and are young enough that a request of a wake of their time may come late. */
export function justEnded(checkpoint: Checkpoint, now: number): readonly (readonly [string, DraftRecord])[] {
  return Object.entries(checkpoint.drafts).filter(([, { outcome, opened_at }]) => {
    const isEnded = outcome === 'merged' || outcome === 'closed';
    return isEnded && opened_at !== null && now - Date.parse(opened_at) < DAY_MS;
  });
}
