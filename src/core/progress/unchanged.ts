import type { Checkpoint } from '../state.ts';

/**
 * Keys of the items that turned out to need no change since a lease was taken. They get no lines of their own: whoever
 * ends the lease, its holder or the wake that takes it over, counts them from what is committed. `since`: ISO time.
 */
export function unchangedSince({ items }: Checkpoint, since: string): readonly string[] {
  return Object.entries(items).flatMap(([key, { status, ending, updated_at }]) =>
    status === 'done' && ending === 'no_change' && updated_at >= since ? [key] : [],
  );
}
