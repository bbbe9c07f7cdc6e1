import type { ApiCall } from '../http/call.ts';
import type { Thread } from '../records/records.ts';

type Sortable = Pick<Thread, 'created_at' | 'updated_at'> & {
  readonly number?: number;
  readonly id?: number;
};

/** As `sort` and `direction` ask; the newest first unless they say otherwise. */
export function sorted<T extends Sortable>(call: ApiCall, items: readonly T[]): readonly T[] {
  const field = call.query.get('sort') === 'updated' ? 'updated_at' : 'created_at';
  const place = (item: T): number => item.number ?? item.id ?? 0;
  const rising = items.toSorted(
    (one, other) => one[field].localeCompare(other[field]) || place(one) - place(other),
  );
  return call.query.get('direction') === 'asc' ? rising : rising.reverse();
}

/** Those that have changed at or after `since`. */
export function since<T extends Sortable>(call: ApiCall, items: readonly T[]): readonly T[] {
  const text = call.query.get('since');
  const time = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? items : items.filter((item) => Date.parse(item.updated_at) >= time);
}

/** `open` unless asked for otherwise. */
export function inState<T extends Pick<Thread, 'state'>>(call: ApiCall, items: readonly T[]): readonly T[] {
  const asked = call.query.get('state') ?? 'open';
  if (asked === 'all') return items;
  return items.filter(({ state }) => (state === 'open') === (asked === 'open'));
}
