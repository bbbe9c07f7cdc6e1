import type { TreeEntry } from '../ports.ts';

export function byPath(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const isInOrder = entries.every(({ path }, at) => at === 0 || (entries[at - 1]?.path ?? '') <= path);
  return isInOrder ? entries : [...entries].sort((one, other) => (one.path < other.path ? -1 : 1));
}
