import type { DraftRecord, ItemStatus } from '../state.ts';

/** How an item stands of which nothing but its draft is left; null: not even that. */
export function answerOfDraft(draft: DraftRecord | undefined): ItemStatus | null {
  if (draft === undefined) return null;
  const { outcome, tip } = draft;
  if (outcome === 'none') return tip === null ? null : 'open';
  return outcome === 'closed' ? 'refused' : outcome;
}
