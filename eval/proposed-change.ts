import { diffLines } from '../src/simulation/world/diff-lines.ts';
import { type MemoryFile, textOf } from '../src/simulation/world/memory-remote.ts';
import type { MemoryRemote } from '../src/simulation/world/memory-repository.ts';
import type { ChangedFile, Outcome } from './outcome.ts';

/** All that the branches of a run would change on the default branch. */
export function changeOf(
  remote: MemoryRemote,
  stateBranch: string,
): Pick<Outcome, 'before' | 'after' | 'changed' | 'patch'> {
  const base = treeOf(remote, remote.defaultBranch);
  const after = new Map(base);
  for (const branch of remote.branches.keys()) {
    if (branch === remote.defaultBranch || branch === stateBranch) continue;
    const tree = treeOf(remote, branch);
    for (const path of new Set([...base.keys(), ...tree.keys()])) {
      const file = tree.get(path);
      if (isSame(base.get(path), file)) continue;
      if (file === undefined) after.delete(path);
      else after.set(path, file);
    }
  }
  return { before: textsOf(base), after: textsOf(after), ...differences(base, after) };
}

type Tree = ReadonlyMap<string, MemoryFile>;

function differences(base: Tree, after: Tree): Pick<Outcome, 'changed' | 'patch'> {
  const changed: ChangedFile[] = [];
  const patches: string[] = [];
  for (const path of [...new Set([...base.keys(), ...after.keys()])].sort()) {
    const [old, now] = [base.get(path), after.get(path)];
    if (isSame(old, now)) continue;
    const { added, removed, patch } = diffLines(content(old), content(now));
    changed.push({ path, added, removed });
    patches.push(`--- ${old ? `a/${path}` : '/dev/null'}\n+++ ${now ? `b/${path}` : '/dev/null'}\n${patch}`);
  }
  return { changed, patch: patches.join('') };
}

function treeOf(remote: MemoryRemote, branch: string): Tree {
  return remote.commits.get(remote.branches.get(branch) ?? '')?.tree ?? new Map();
}

function isSame(one: MemoryFile | undefined, other: MemoryFile | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.mode === other.mode && textOf(one.bytes) === textOf(other.bytes);
}

function content(file: MemoryFile | undefined): string {
  return file === undefined ? '' : textOf(file.bytes);
}

function textsOf(tree: Tree): Readonly<Record<string, string>> {
  return Object.fromEntries([...tree].map(([path, file]) => [path, textOf(file.bytes)]));
}
