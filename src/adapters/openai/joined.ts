import { asRecord } from './json.ts';

export type Fields = Record<string, unknown>;

/** Whoever sends these again means the same, and no more of it. */
const SAID_ONCE: ReadonlySet<string> = new Set(['id', 'type', 'role', 'name', 'format']);

/** More than a message has. Each part of it goes through all of them. */
const MOST_FIELDS = 200;
const MOST_ELEMENTS = 1_000;

/** Two parts of one message: texts go on, records are joined field by field, and lists by the index of their elements. */
export function joined(before: Fields, more: Fields): Fields {
  return withFields(
    before,
    Object.fromEntries(
      Object.entries(more).map(([name, value]) => [name, joinedIfThere(name, before, value)]),
    ),
  );
}

/** The same with further fields, and with those that have another value now; a value that is none changes nothing. */
export function withFields(before: Fields, more: Fields): Fields {
  const given = Object.entries(more).filter(([, value]) => value !== null && value !== undefined);
  const room = MOST_FIELDS - Object.keys(before).length;
  const known = given.filter(([name]) => Object.hasOwn(before, name));
  const fresh = given.filter(([name]) => !Object.hasOwn(before, name)).slice(0, Math.max(0, room));
  const changed = [...known, ...fresh];
  return changed.length === 0 ? before : { ...before, ...Object.fromEntries(changed) };
}

function joinedIfThere(name: string, before: Fields, value: unknown): unknown {
  const isNone = value === null || value === undefined;
  return isNone || !Object.hasOwn(before, name) ? value : joinedValue(name, before[name], value);
}

function joinedValue(name: string, old: unknown, value: unknown): unknown {
  if (typeof old === 'string' && typeof value === 'string')
    return SAID_ONCE.has(name) ? saidOnce(name, old, value) : old + value;
  if (Array.isArray(old) && Array.isArray(value)) return joinedLists(old, value);
  const [oldRecord, record] = [asRecord(old), asRecord(value)];
  return oldRecord !== null && record !== null ? joined(oldRecord, record) : value;
}

/** Only names come in parts, and some servers send what they have of one each time. */
function saidOnce(name: string, old: string, value: string): string {
  if (old === '') return value;
  if (name !== 'name' || value === old) return old;
  return value.startsWith(old) ? value : old + value;
}

/** Parts with one index and type are parts of one block, which a signature at its end may cover as a whole. */
function joinedLists(old: readonly unknown[], more: readonly unknown[]): readonly unknown[] {
  const all = [...old];
  for (const value of more) {
    const part = asRecord(value);
    const at = all.findIndex((each) => isSameBlock(asRecord(each), part));
    if (at >= 0 && part !== null) all[at] = joined(asRecord(all[at]) ?? {}, part);
    else if (all.length < MOST_ELEMENTS) all.push(value);
  }
  return all;
}

function isSameBlock(one: Fields | null, other: Fields | null): boolean {
  if (one === null || other === null || typeof other['index'] !== 'number') return false;
  return one['index'] === other['index'] && (one['type'] ?? null) === (other['type'] ?? null);
}
