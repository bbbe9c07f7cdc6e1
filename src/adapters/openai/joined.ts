import { asRecord } from './json.ts';

export type Fields = Record<string, unknown>;

/** Whoever sends these again means the same, and no more of it. */
const SAID_ONCE: ReadonlySet<string> = new Set(['id', 'type', 'role', 'name', 'format']);

/** Two parts of one message: texts go on, records are joined field by field, and lists by the index of their elements. */
export function joined(before: Fields, more: Fields): Fields {
  const after = { ...before };
  for (const [name, value] of Object.entries(more)) {
    if (value === null || value === undefined) continue;
    after[name] = joinedValue(name, after[name], value);
  }
  return after;
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
    if (at < 0 || part === null) all.push(value);
    else all[at] = joined(asRecord(all[at]) ?? {}, part);
  }
  return all;
}

function isSameBlock(one: Fields | null, other: Fields | null): boolean {
  if (one === null || other === null || typeof other['index'] !== 'number') return false;
  return one['index'] === other['index'] && (one['type'] ?? null) === (other['type'] ?? null);
}
