import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeText, type TextEncoding } from '../../../src/core/text/text-encoding.ts';
import type { CopiedFolders, FileContent, TreeEntry, WorkTree } from '../../../src/ports.ts';
import { diffLines } from '../../../src/simulation/world/diff-lines.ts';
import { ATTRIBUTES_FILE, attributesOf } from '../../../src/tree/attributes.ts';
import { classify } from '../../../src/tree/file-content.ts';

type Special = Exclude<FileContent['kind'], 'text' | 'missing'>;

/** A path and its text, its bytes where these are not UTF-8, or what stands there instead of a text. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array | { readonly kind: Special }>>;

/** A work tree that is a map. Its base is what it was made from. */
export class MemoryWorkTree implements WorkTree {
  readonly #base: ReadonlyMap<string, MemoryFiles[string]>;
  readonly #now: Map<string, MemoryFiles[string]>;

  constructor(base: MemoryFiles, changed: Readonly<Record<string, string | null>> = {}) {
    this.#base = new Map(Object.entries(base));
    this.#now = new Map(this.#base);
    for (const [path, text] of Object.entries(changed)) {
      if (text === null) this.#now.delete(path);
      else this.#now.set(path, text);
    }
  }

  /** The text at a path; null: there is none. */
  text(path: string): string | null {
    const file = this.#now.get(path);
    return typeof file === 'string' ? file : null;
  }

  /** The bytes at a path that are not UTF-8; null: there are none. */
  bytes(path: string): Uint8Array | null {
    const file = this.#now.get(path);
    return file instanceof Uint8Array ? file : null;
  }

  /** Paths that differ from the base. */
  changedPaths(): readonly string[] {
    const paths = new Set([...this.#base.keys(), ...this.#now.keys()]);
    return [...paths].filter((path) => this.#base.get(path) !== this.#now.get(path)).sort();
  }

  /** In which `setup` ran; null: it was never asked for. */
  untouched: string | null = null;

  async untouchedFolder(): Promise<string> {
    this.untouched = join(tmpdir(), 'untouched');
    return this.untouched;
  }

  async folder(): Promise<string> {
    return tmpdir();
  }

  /** What was last asked to be copied; undefined: nothing yet. */
  asked: readonly string[] | null | undefined;

  async copied(paths: readonly string[] | null): Promise<CopiedFolders> {
    this.asked = paths;
    const isWhole = paths === null;
    return { folder: tmpdir(), history: isWhole ? '/history' : null, home: isWhole ? '/home' : null };
  }

  async home(): Promise<string> {
    return '/home';
  }

  /** Names of what was kept. */
  readonly kept = new Set<string>();

  async keepSetup(name: string): Promise<void> {
    this.kept.add(name);
  }

  async takeSetup(name: string): Promise<boolean> {
    return this.kept.has(name);
  }

  /** By the attributes at the root. */
  async fetchContents(_paths: readonly string[] = []): Promise<void> {}

  async filterOf(path: string): Promise<string | null> {
    return attributesOf(path, [{ folder: '', text: this.text(ATTRIBUTES_FILE) ?? '' }]).filter;
  }

  async list(): Promise<readonly TreeEntry[]> {
    return [...this.#now].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, file]) => entryOf(path, file));
  }

  async read(path: string): Promise<FileContent> {
    const file = this.#now.get(path);
    if (file === undefined) return { kind: 'missing' };
    if (typeof file === 'string') return { kind: 'text', text: file };
    if (file instanceof Uint8Array) return classify(file);
    return file.kind === 'binary' ? { kind: 'binary', bytes: 10 } : { kind: file.kind };
  }

  async write(path: string, text: string, encoding: TextEncoding = 'utf-8'): Promise<void> {
    this.#now.set(path, encoding === 'utf-8' ? text : (encodeText(text, encoding) ?? text));
  }

  async remove(path: string): Promise<void> {
    this.#now.delete(path);
  }

  async diff(): ReturnType<WorkTree['diff']> {
    const files = this.changedPaths().map((path) => {
      const after = this.text(path);
      const base = this.#base.get(path);
      const { added, removed, patch } = diffLines(typeof base === 'string' ? base : '', after ?? '');
      const head = `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n`;
      return { path, added, removed, blob: after === null ? null : blobOf(after), patch: head + patch };
    });
    const patch = files.map((file) => file.patch).join('');
    return { files: files.map(({ patch: _, ...file }) => file), patch, isCut: false };
  }

  async commit(): Promise<string | null> {
    return this.changedPaths().length === 0 ? null : blobOf(JSON.stringify([...this.#now]));
  }

  async close(): Promise<void> {}
}

function entryOf(path: string, file: MemoryFiles[string]): TreeEntry {
  const text = typeof file === 'string' ? file : '';
  const isSpecial = typeof file !== 'string' && !(file instanceof Uint8Array);
  const kind = isSpecial && (file.kind === 'symlink' || file.kind === 'submodule') ? file.kind : 'file';
  return { path, kind, blob: blobOf(text), size: Buffer.byteLength(text) };
}

function blobOf(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
