import type { Checkpoint, ItemRecord } from '../state.ts';

/*
 * Items that turned out to need no change get no lines of their own. Whoever ends a lease, its holder or the wake that takes
 * it over, counts them from what is committed.
 */

/** Keys of the items that an acquire found undone and that need no change by now. */
export function unchangedBetween(before: Checkpoint, { items }: Checkpoint): readonly string[] {
  return keysOf(items, (record, key) => isUnchanged(record) && before.items[key]?.status !== 'done');
}

/** The same for whoever knows only when the lease was taken. `since`: ISO time. */
export function unchangedSince({ items }: Checkpoint, since: string): readonly string[] {
  return keysOf(items, (record) => isUnchanged(record) && record.updated_at >= since);
}

function isUnchanged({ status, ending }: ItemRecord): boolean {
  return status === 'done' && ending === 'no_change';
}

function keysOf(
  items: Checkpoint['items'],
  isWanted: (record: ItemRecord, key: string) => boolean,
): readonly string[] {
  return Object.entries(items).flatMap(([key, record]) => (isWanted(record, key) ? [key] : []));
}
