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
  // Without the contents git does not know their sizes.
  const sizes = repository.isPartial ? [] : ['-l'];
  const args = ['ls-tree', '-r', ...sizes, '-z', '--full-tree', checkedSha(commit)];
  const bytes = await repository.plumb({ args }, signal);
  // A repository may have a million files, and others need their turn.
  return byPath(await inTurns(eachInSteps(rowsOf(bytes), entryOf), signal));
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

interface Row {
  readonly text: string;
  readonly isUtf8: boolean;
}

function* rowsOf(bytes: Buffer): Generator<Row, void> {
  let at = 0;
  for (const text of recordsOf(bytes)) {
    const to = bytes.indexOf(0, at);
    const isUtf8 = !text.includes('\ufffd') || Buffer.from(text).equals(bytes.subarray(at, to));
    yield { text: isUtf8 ? text : escaped(bytes.subarray(at, to)), isUtf8 };
    at = to + 1;
  }
}

/** With every byte beyond ASCII as two hexadecimal digits, e.g. `caf\\xE9`. */
function escaped(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[^ -~\t]/g, (byte) => {
    return `\\x${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
  });
}

/** A row is `<mode> <type> <id> <size>\t<path>`, or the same without the size. */
function entryOf({ text: row, isUtf8 }: Row): TreeEntry | null {
  const tab = row.indexOf('\t');
  if (tab < 0) return null;
  const [mode = '', type, blob = '', size = null] = row.slice(0, tab).split(/ +/);
  return {
    path: row.slice(tab + 1),
    blob,
    kind: isUtf8 ? kindOf(mode) : 'unnameable',
    size: type === 'commit' ? 0 : size === null ? null : Number(size),
  };
}

function kindOf(mode: string): TreeEntry['kind'] {
  if (mode === '100755') return 'executable';
  if (mode === '120000') return 'symlink';
  return mode === '160000' ? 'submodule' : 'file';
}
