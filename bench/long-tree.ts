/** A work tree of very many files, as the git adapter keeps it, with texts that are made when they are read. */

import { tmpdir } from 'node:os';
import { setImmediate as nextTick } from 'node:timers/promises';
import type { CopiedFolders, Diff, FileContent, TreeEntry, WorkTree } from '../src/ports.ts';
import { classify } from '../src/tree/file-content.ts';
import { Overlay } from '../src/tree/overlay.ts';

export const LONG_FILE = 'docs/long.md';

const START = '0'.repeat(40);

const SMALL = 'const a = 1;\n';

export function smallFiles(count: number): readonly TreeEntry[] {
  const paths = Array.from({ length: count }, (_, at) => `src/package-${at % 500}/Ordner/Datei-${at}.ts`);
  return paths.sort().map((path) => ({ path, kind: 'file', blob: '1'.repeat(40), size: SMALL.length }));
}

export class LongTree implements WorkTree {
  readonly #files: Overlay;
  readonly #long: string;

  /** `long`: what `LONG_FILE` holds. */
  constructor(long: string, others: readonly TreeEntry[]) {
    this.#long = long;
    const entry = { path: LONG_FILE, kind: 'file', blob: START, size: Buffer.byteLength(long) } as const;
    this.#files = new Overlay(START, [entry, ...others]);
  }

  async untouchedFolder(): Promise<string> {
    return tmpdir();
  }

  async folder(): Promise<string> {
    return tmpdir();
  }

  async copied(): Promise<CopiedFolders> {
    return { folder: tmpdir(), history: null, home: null };
  }

  async home(): Promise<string> {
    return tmpdir();
  }

  async keepSetup(): Promise<void> {}

  async takeSetup(): Promise<boolean> {
    return false;
  }

  async list(): Promise<readonly TreeEntry[]> {
    return this.#files.list();
  }

  async fetchContents(): Promise<void> {}

  async filterOf(): Promise<string | null> {
    return null;
  }

  async read(path: string): Promise<FileContent> {
    // The adapter reads from another process, so that others have their turn.
    await nextTick();
    const touched = this.#files.touched.get(path);
    if (touched !== undefined) return touched === null ? { kind: 'missing' } : classify(touched.bytes);
    if (this.#files.original(path) === undefined) return { kind: 'missing' };
    return classify(Buffer.from(path === LONG_FILE ? this.#long : SMALL));
  }

  async write(path: string, text: string): Promise<void> {
    this.#files.touched.set(path, this.#files.fileFor(path, text));
  }

  async remove(path: string): Promise<void> {
    this.#files.touched.set(path, null);
  }

  async diff(): Promise<Diff> {
    const files = [...this.#files.touched.keys()].map((path) => ({
      path,
      added: 1,
      removed: 1,
      blob: START,
    }));
    return { files, patch: '', isCut: false };
  }

  async commit(): Promise<string | null> {
    return null;
  }

  async close(): Promise<void> {}
}
