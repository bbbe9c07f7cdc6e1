import { encodeText, type TextEncoding } from '../core/text/text-encoding.ts';
import type { Sha, TreeEntry } from '../ports.ts';
import { blobId } from './blob-id.ts';
import { checkedPath } from './plain-path.ts';
import { byPath } from './tree-order.ts';

/** What a path holds after a change. */
export interface NewFile {
  readonly mode: '100644' | '100755';
  readonly bytes: Uint8Array;
}

/** What was written and removed on top of the files of a commit, remembered as it was given. */
export class Overlay {
  readonly touched = new Map<string, NewFile | null>();
  readonly #inOrder: readonly TreeEntry[];
  readonly #original: ReadonlyMap<string, TreeEntry>;
  /** Of what was written; a blob's id takes as long as its text is. */
  readonly #ids = new WeakMap<NewFile, Sha>();
  readonly #hash: 'sha1' | 'sha256';

  /** `entries`: sorted by path. */
  constructor(start: Sha, entries: readonly TreeEntry[]) {
    this.#inOrder = entries;
    this.#original = new Map(entries.map((entry) => [entry.path, entry]));
    this.#hash = start.length === 64 ? 'sha256' : 'sha1';
  }

  /** The few files that were touched are put in among the others, which are in order already. */
  list(): readonly TreeEntry[] {
    if (this.touched.size === 0) return this.#inOrder;
    const written = [...this.touched].flatMap(([path, file]) =>
      file === null ? [] : [this.#entry(path, file)],
    );
    const own = byPath(written);
    const list: TreeEntry[] = [];
    let next = 0;
    for (const entry of this.#inOrder) {
      if (this.touched.has(entry.path)) continue;
      for (let mine = own[next]; mine !== undefined && mine.path < entry.path; mine = own[next]) {
        list.push(mine);
        next += 1;
      }
      list.push(entry);
    }
    return [...list, ...own.slice(next)];
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
  fileFor(path: string, text: string, encoding: TextEncoding = 'utf-8'): NewFile {
    this.#refuseConflict(checkedPath(path));
    const bytes = encodeText(text, encoding);
    if (bytes === null) throw new Error(`${path} has a character that ${encoding} cannot hold.`);
    const mode = this.#original.get(path)?.kind === 'executable' ? '100755' : '100644';
    return { mode, bytes };
  }

  #refuseConflict(path: string): void {
    const parts = path.split('/');
    const above = parts.map((_, at) => parts.slice(0, at).join('/')).slice(1);
    const file = above.find((parent) => this.has(parent));
    if (file !== undefined) throw new Error(`Cannot write ${path}: ${file} is a file, not a folder.`);
    const below = this.list().find((other) => other.path.startsWith(`${path}/`))?.path;
    if (below !== undefined) throw new Error(`Cannot write ${path}: it is a folder that holds ${below}.`);
  }

  #entry(path: string, file: NewFile): TreeEntry {
    const kind = file.mode === '100755' ? 'executable' : 'file';
    const blob = this.#ids.get(file) ?? blobId(file.bytes, this.#hash);
    this.#ids.set(file, blob);
    return { path, blob, kind, size: file.bytes.length };
  }
}
