import { lineWeight } from '../../core/progress/diff.ts';
import { utf8Bytes, utf8Length } from '../../core/text/bytes.ts';
import type { TextEncoding } from '../../core/text/text-encoding.ts';
import type { Author, CopiedFolders, Diff, FileContent, Sha, TreeEntry, WorkTree } from '../../ports.ts';
import {
  ATTRIBUTES_FILE,
  type AttributeFile,
  type AttributeRules,
  attributeFolders,
  attributesOf,
  storedText,
} from '../../tree/attributes.ts';
import { classify } from '../../tree/file-content.ts';
import { Overlay } from '../../tree/overlay.ts';
import { isPlainPath } from '../../tree/plain-path.ts';
import { diffLines } from './diff-lines.ts';
import { entriesOf, isSameFile } from './memory-files.ts';
import { blobOf, type MemoryCommit, type MemoryFile, type MemoryView, textOf } from './memory-remote.ts';

/** What `setup` has left in a wake, by commit and name. */
const keptSetups = new WeakMap<MemoryView, Set<string>>();

/** The work tree of a commit in memory. */
export class MemoryWorkTree implements WorkTree {
  readonly #view: MemoryView;
  readonly #start: MemoryCommit;
  readonly #base: MemoryCommit;
  readonly #files: Overlay;

  constructor(view: MemoryView, start: MemoryCommit, base: MemoryCommit) {
    this.#view = view;
    this.#start = start;
    this.#base = base;
    this.#files = new Overlay(start.id, entriesOf(start));
  }

  async untouchedFolder(): Promise<string> {
    return '/memory/untouched';
  }

  /** Never made: nothing of this tree is on the disk. */
  async folder(): Promise<string> {
    return '/memory/tree';
  }

  async home(): Promise<string> {
    return '/memory/home';
  }

  async keepSetup(name: string): Promise<void> {
    const kept = keptSetups.get(this.#view) ?? new Set();
    keptSetups.set(this.#view, kept.add(`${this.#base.id} ${name}`));
  }

  async takeSetup(name: string): Promise<boolean> {
    return keptSetups.get(this.#view)?.has(`${this.#base.id} ${name}`) === true;
  }

  async copied(paths: readonly string[] | null): Promise<CopiedFolders> {
    const folder = await this.folder();
    if (paths !== null) return { folder, history: null, home: null };
    return { folder, history: '/memory/history', home: await this.home() };
  }

  async list(): Promise<readonly TreeEntry[]> {
    return this.#files.list();
  }

  async read(path: string): Promise<FileContent> {
    if (!isPlainPath(path) || !this.#files.has(path)) return { kind: 'missing' };
    const kind = this.#files.touched.has(path) ? 'file' : this.#files.original(path)?.kind;
    if (kind === 'symlink' || kind === 'submodule') return { kind };
    return classify(this.#tree().get(path)?.bytes ?? new Uint8Array());
  }

  async fetchContents(): Promise<void> {}

  async filterOf(path: string): Promise<string | null> {
    return (await this.#attributes(path)).filter;
  }

  async write(path: string, text: string, encoding?: TextEncoding): Promise<void> {
    const before = await this.read(path);
    const hasCrLf = before.kind === 'text' && before.text.includes('\r\n');
    const stored = storedText(text, await this.#attributes(path), { hasCrLf });
    this.#files.touched.set(path, this.#files.fileFor(path, stored, encoding));
  }

  async remove(path: string): Promise<void> {
    if (this.#files.has(path)) this.#files.touched.set(path, null);
  }

  async diff(signal: AbortSignal): Promise<Diff> {
    this.#view.enter(signal);
    const now = this.#tree();
    const paths = [...new Set([...this.#base.tree.keys(), ...now.keys()])].sort();
    const files = paths.flatMap((path) => fileDiff(path, this.#base.tree.get(path), now.get(path)));
    return {
      files: files.map(({ patch: _, ...file }) => file),
      ...cut(files.map(({ patch }) => patch).join('')),
    };
  }

  async commit(message: string, author: Author, signal: AbortSignal): Promise<Sha | null> {
    this.#view.enter(signal);
    const tree = this.#tree();
    const paths = new Set([...tree.keys(), ...this.#start.tree.keys()]);
    if ([...paths].every((path) => isSameFile(tree.get(path), this.#start.tree.get(path)))) return null;
    const id = this.#view.remote.store({
      tree,
      parents: [this.#start.id],
      message,
      author: author.name,
      email: author.email,
      time: author.time,
    });
    this.#view.know(id);
    return id;
  }

  async close(): Promise<void> {}

  async #attributes(path: string): Promise<AttributeRules> {
    const files: AttributeFile[] = [];
    for (const folder of attributeFolders(path)) {
      const content = await this.read(`${folder}${ATTRIBUTES_FILE}`);
      if (content.kind === 'text') files.push({ folder, text: content.text });
    }
    return attributesOf(path, files);
  }

  #tree(): ReadonlyMap<string, MemoryFile> {
    const tree = new Map(this.#start.tree);
    for (const [path, file] of this.#files.touched) {
      if (file === null) tree.delete(path);
      else tree.set(path, file);
    }
    return tree;
  }
}

function fileDiff(path: string, before: MemoryFile | undefined, after: MemoryFile | undefined) {
  if (isSameFile(before, after)) return [];
  const [old = '', now = ''] = [before, after].map((file) => (file === undefined ? '' : textOf(file.bytes)));
  const { patch } = diffLines(old, now);
  const weight = (sign: string): number =>
    patch
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .reduce((sum, line) => sum + lineWeight(utf8Length(line) - 1), 0);
  const head = `diff --git a/${path} b/${path}\n--- ${before ? `a/${path}` : '/dev/null'}\n+++ ${after ? `b/${path}` : '/dev/null'}\n`;
  const blob = after === undefined ? null : blobOf(after.bytes);
  return [{ path, added: weight('+'), removed: weight('-'), blob, patch: head + patch }];
}

/** At 200,000 bytes, between two characters. */
function cut(patch: string): Pick<Diff, 'patch' | 'isCut'> {
  const all = utf8Bytes(patch);
  const isCut = all.length > 200_000;
  const text = new TextDecoder().decode(all.subarray(0, 200_000), { stream: isCut });
  return { patch: text, isCut };
}
