import type { Mask } from '../core/mask.ts';
import type { State } from '../core/state.ts';

/** The value with every secret in its texts masked; keys stay as they are. */
export function maskDeep<T>(value: T, mask: Mask): T {
  return deep(value, mask) as T;
}

function deep(value: unknown, mask: Mask): unknown {
  if (typeof value === 'string') return mask.mask(value);
  if (Array.isArray(value)) return value.map((each) => deep(each, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, mask)]));
}

/** Masks what a step changed; the rest was masked when it was written. */
export function maskChanges(before: State, after: State, mask: Mask): State {
  return {
    ...after,
    status: after.status === before.status ? after.status : maskDeep(after.status, mask),
    alerts: after.alerts === before.alerts ? after.alerts : maskDeep(after.alerts, mask),
    checkpoints: maskRecords(before.checkpoints, after.checkpoints, mask),
    requests: maskRecords(before.requests, after.requests, mask),
    stop: after.stop === null ? null : mask.mask(after.stop),
  };
}

type Records<T> = Readonly<Record<string, T>>;

function maskRecords<T>(before: Records<T>, after: Records<T>, mask: Mask): Records<T> {
  return Object.fromEntries(
    Object.entries(after).map(([name, record]) => [
      name,
      record === before[name] ? record : maskDeep(record, mask),
    ]),
  );
}
