import { createHash } from 'node:crypto';
import type { Sha, TreeEntry } from '../../ports.ts';
import { checkedPath, type NewFile } from './make-commit.ts';
import { byPath } from './tree-listing.ts';

/** What was written and removed on top of the files of a commit, remembered as it was given. */
export class Overlay {
  readonly touched = new Map<string, NewFile | null>();
  readonly #original: ReadonlyMap<string, TreeEntry>;
  readonly #hash: 'sha1' | 'sha256';

  constructor(start: Sha, entries: readonly TreeEntry[]) {
    this.#original = new Map(entries.map((entry) => [entry.path, entry]));
    this.#hash = start.length === 64 ? 'sha256' : 'sha1';
  }

  list(): readonly TreeEntry[] {
    const now = new Map(this.#original);
    for (const [path, file] of this.touched) {
      if (file === null) now.delete(path);
      else now.set(path, this.#entry(path, file));
    }
    return byPath([...now.values()]);
  }

  /** As in the commit; undefined: not in it. */
  original(path: string): TreeEntry | undefined {
    return this.#original.get(path);
  }

  has(path: string): boolean {
    const touched = this.touched.get(path);
    return touched === undefined ? this.#original.has(path) : touched !== null;
  }

  /** The file that `write` would make. Fails where a file is in the way of a folder, or a folder of the file. */
  fileFor(path: string, text: string): NewFile {
    this.#refuseConflict(checkedPath(path));
    const mode = this.#original.get(path)?.kind === 'executable' ? '100755' : '100644';
    return { mode, bytes: Buffer.from(text) };
  }

  #refuseConflict(path: string): void {
    const parts = path.split('/');
    const above = parts.map((_, at) => parts.slice(0, at).join('/')).slice(1);
    const file = above.find((parent) => this.has(parent));
    if (file !== undefined) throw new Error(`Cannot write ${path}: ${file} is a file, not a folder.`);
    const all = [...this.#original.keys(), ...this.touched.keys()];
    const below = all.find((other) => other.startsWith(`${path}/`) && this.has(other));
    if (below !== undefined) throw new Error(`Cannot write ${path}: it is a folder that holds ${below}.`);
  }

  #entry(path: string, file: NewFile): TreeEntry {
    const kind = file.mode === '100755' ? 'executable' : 'file';
    return { path, blob: blobId(file.bytes, this.#hash), kind, size: file.bytes.length };
  }
}

/** The id that git gives to a file's bytes. */
export function blobId(bytes: Uint8Array, hash: 'sha1' | 'sha256'): Sha {
  return createHash(hash).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
