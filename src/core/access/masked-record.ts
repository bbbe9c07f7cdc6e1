import type { Masked } from '../text/masked.ts';
import type { Mask } from './mask.ts';

/** A record whose texts are masked. Words from a closed list stay what they are. */
export type MaskedRecord<T> = T extends Masked
  ? T
  : T extends string
    ? string extends T
      ? Masked
      : T
    : T extends (...given: never[]) => unknown
      ? T
      : T extends ReadonlyMap<infer Key, infer Value>
        ? ReadonlyMap<Key, MaskedRecord<Value>>
        : T extends object
          ? { [K in keyof T]: MaskedRecord<T[K]> }
          : T;

/**
 * What the program makes itself and finds things again by. A pattern of the settings, say for 40 hexadecimal digits,
 * must not change it. Keys of items hold words of others: those are masked when the key is made.
 */
const IDENTITIES: ReadonlySet<string> = new Set(
  [
    'version kind event status ending outcome cause trigger origin id nonce wake goal goal_blob limit',
    'commit tip base branch stateBranch marker shown about digest item queue own_versions draft slot repository request',
    'time from to at ts since until day days classified_to updated_at opened_at raised_at started_at ended_at seen_at',
    'watched_at asked_at taken_at expires_at next_due last_event disabled pattern timezone refused_on action security',
  ].flatMap((names) => names.split(' ')),
);

/** Keys of the record stay as they are, and so do its identities unless a token stands in one. */
export function maskedRecord<T>(value: T, mask: Mask): MaskedRecord<T> {
  return deep({ value, before: undefined }, { mask, identity: mask.identity }) as MaskedRecord<T>;
}

/**
 * The same for a record of the state: what is the same as `before` was masked when it was written. Identities stay as they
 * are, or nothing would be found again.
 */
export function maskedChange<T>(value: T, before: MaskedRecord<T>, mask: Mask): MaskedRecord<T> {
  return deep({ value, before }, { mask, identity: (text) => text }) as MaskedRecord<T>;
}

/** What stands on the state branch has left the process before, and was masked then. */
export function published<T>(value: T): MaskedRecord<T> {
  return value as MaskedRecord<T>;
}

/** Masked values as JSON, with a line break at the end. */
export function maskedJson(value: MaskedRecord<unknown>, indent?: number): Masked {
  return `${JSON.stringify(value, null, indent)}\n` as Masked;
}

interface Change {
  readonly value: unknown;
  /** What stood there before. */
  readonly before: unknown;
}

interface Ways {
  readonly mask: Mask;
  readonly identity: (text: string) => string;
}

/** What holds nothing to mask is given back as it is. */
function deep({ value, before }: Change, ways: Ways): unknown {
  if (value === before) return value;
  if (typeof value === 'string') return ways.mask.mask(value);
  if (Array.isArray(value))
    return sameOr(
      value,
      value.map((each) => deep({ value: each, before: undefined }, ways)),
    );
  if (value instanceof Map)
    return new Map([...value].map(([key, each]) => [key, deep({ value: each, before: undefined }, ways)]));
  if (!isObject(value)) return value;
  const old = isObject(before) ? before : {};
  const keys = Object.keys(value);
  const parts = keys.map((key) => value[key]);
  const masked = keys.map((key, index) =>
    IDENTITIES.has(key) && !isObject(parts[index])
      ? identities(parts[index], ways)
      : deep({ value: parts[index], before: old[key] }, ways),
  );
  if (sameOr(parts, masked) === parts) return value;
  return Object.fromEntries(keys.map((key, index) => [key, masked[index]]));
}

function sameOr(values: readonly unknown[], masked: readonly unknown[]): readonly unknown[] {
  return masked.every((each, index) => each === values[index]) ? values : masked;
}

function identities(value: unknown, { identity }: Ways): unknown {
  if (typeof value === 'string') return identity(value);
  if (!Array.isArray(value)) return value;
  return sameOr(
    value,
    value.map((each) => (typeof each === 'string' ? identity(each) : each)),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
