import { eachInSteps } from '../../core/text/steps.ts';
import type { Sha, TreeEntry } from '../../ports.ts';
import { byPath } from '../../tree/tree-order.ts';
import { inTurns, recordsOf } from './in-turns.ts';
import type { Repository } from './repository.ts';
import { checkedSha } from './stored-tree.ts';

/** All files of a commit, sorted by path. */
async function listTree(
  repository: Repository,
  commit: Sha,
  signal: AbortSignal,
): Promise<readonly TreeEntry[]> {
  const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', checkedSha(commit)];
  const bytes = await repository.plumb({ args }, signal);
  // A repository may have a million files, and others need their turn.
  return byPath(await inTurns(eachInSteps(recordsOf(bytes), entryOf), signal));
}

/** How many listings are kept: one item goes back and forth between the base and its draft. */
const KEPT = 3;

/** Listings of commits, which never change: the newest few are made once. */
export class TreeListings {
  readonly #repository: Repository;
  readonly #kept = new Map<Sha, readonly TreeEntry[]>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async of(commit: Sha, signal: AbortSignal): Promise<readonly TreeEntry[]> {
    const entries = this.#kept.get(commit) ?? (await listTree(this.#repository, commit, signal));
    this.#kept.delete(commit);
    this.#kept.set(commit, entries);
    for (const old of [...this.#kept.keys()].slice(0, -KEPT)) this.#kept.delete(old);
    return entries;
  }
}

/** A row is `<mode> <type> <id> <size>\t<path>`. */
function entryOf(row: string): TreeEntry | null {
  const tab = row.indexOf('\t');
  if (tab < 0) return null;
  const [mode = '', , blob = '', size = ''] = row.slice(0, tab).split(/ +/);
  return { path: row.slice(tab + 1), blob, kind: kindOf(mode), size: Number(size) || 0 };
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '100755') return 'executable';
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}
