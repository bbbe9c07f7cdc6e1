import type { TreeEntry } from '../../ports.ts';
import { byPath } from '../../tree/tree-order.ts';
import { blobOf, type MemoryCommit, type MemoryFile, textOf } from './memory-remote.ts';

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '100755': 'executable',
  '120000': 'symlink',
  '160000': 'submodule',
};

export function isSameFile(one: MemoryFile | undefined, other: MemoryFile | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.mode === other.mode && blobOf(one.bytes) === blobOf(other.bytes);
}

/** Sorted by path. */
export function entriesOf(commit: MemoryCommit): readonly TreeEntry[] {
  return byPath(
    [...commit.tree].map(([path, { mode, bytes }]) => {
      const kind = KINDS[mode] ?? 'file';
      if (kind === 'submodule') return { path, kind, blob: textOf(bytes), size: 0 };
      return { path, kind, blob: blobOf(bytes), size: bytes.length };
    }),
  );
}
