import type { Checkpoint } from '../state.ts';
import { isInUse } from './checkpoint.ts';

/**
 * Drafts that count against the limits: open ones, and those whose branch is pushed and which are still to be opened. What a task
 * has left half done that nobody takes up again waits for nobody, and would keep the goal waiting for ever.
 */
export function draftsInUse(checkpoint: Checkpoint): readonly string[] {
  const expected = new Set([...draftsOffered(checkpoint), ...draftsWorkedOn(checkpoint)]);
  return Object.entries(checkpoint.drafts)
    .filter(([key, draft]) => draft.outcome === 'open' || (isInUse(draft) && expected.has(key)))
    .map(([key]) => key);
}

/** Drafts that an outbox is to open. */
function draftsOffered({ items }: Checkpoint): readonly string[] {
  const entries = Object.values(items).flatMap(({ outbox }) => outbox);
  return entries.flatMap((entry) => (entry.kind === 'draft' ? [entry.draft] : []));
}

/** Drafts of the unfinished window's tasks that are not finished. */
function draftsWorkedOn({ window, items }: Checkpoint): readonly (string | null)[] {
  return (window?.queue ?? []).flatMap((key) => {
    const item = items[key];
    return item?.status === 'open' ? [item.draft] : [];
  });
}
