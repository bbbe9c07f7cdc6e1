import { fixed } from '../../core/text/masked.ts';
import type { TextEncoding } from '../../core/text/text-encoding.ts';
import type {
  Author,
  CopiedFolders,
  Diff,
  FileContent,
  Sha,
  TreeEntry,
  TreeStart,
  WorkTree,
} from '../../ports.ts';
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
import { checkedPath, isPlainPath } from '../../tree/plain-path.ts';
import { CommandHome } from './command-home.ts';
import { compareCommits, NO_DIFFERENCE } from './compare-commits.ts';
import type { CopiedHistory } from './history.ts';
import { makeCommit } from './make-commit.ts';
import { fetching, fetchMissing } from './on-demand.ts';
import type { Repository } from './repository.ts';
import { checkedSha } from './stored-tree.ts';
import type { TreeListings } from './tree-listing.ts';
import { CopiedFiles, type Folder, type WorkFolders } from './work-folders.ts';

interface TreeFolders {
  readonly repository: Repository;
  readonly folders: WorkFolders;
  readonly listings: TreeListings;
  readonly copy: CopiedHistory;
}

export async function openWorkTree(
  places: TreeFolders,
  start: TreeStart,
  signal: AbortSignal,
): Promise<WorkTree> {
  const entries = await places.listings.of(checkedSha(start.commit), signal);
  return new LazyTree({ ...places, signal }, start, entries);
}

/** Only used for commits that are compared and never pushed. */
const NOBODY: Author = { name: fixed('nobody'), email: fixed('nobody@localhost'), time: 0 };

/** Larger files are taken for binary: no model reads them. */
const MOST_TEXT_BYTES = 2_000_000;

/**
 * The files of a commit with what `write` and `remove` were given on top. Contents, commits and differences are made of
 * that alone; the folder is for commands, and nothing comes back from it.
 */
class LazyTree implements WorkTree {
  readonly #places: TreeFolders & { readonly signal: AbortSignal };
  readonly #start: TreeStart;
  readonly #files: Overlay;
  /** Null: no command has needed one. */
  #folder: Promise<Folder> | null = null;
  /** Null: no command with the network has needed one, or the files of the tree lie in it by now. */
  #untouched: Promise<string> | null = null;
  #diff: Diff | null = null;
  /** Rises with each change. */
  #version = 0;
  readonly #copied: CopiedFiles;
  readonly #home: CommandHome;

  constructor(
    places: TreeFolders & { readonly signal: AbortSignal },
    start: TreeStart,
    entries: readonly TreeEntry[],
  ) {
    this.#places = places;
    this.#start = start;
    this.#files = new Overlay(start.commit, entries);
    this.#home = new CommandHome(places.folders);
    this.#copied = new CopiedFiles({ repository: places.repository, files: this.#files });
  }

  async untouchedFolder(signal: AbortSignal): Promise<string> {
    if (this.#folder !== null) throw new Error('The folder holds more than the default branch by now.');
    const made = this.#untouched ?? this.#places.folders.takeFresh(this.#start.untouched, signal);
    this.#untouched = made;
    try {
      return await made;
    } catch (error) {
      if (this.#untouched === made) this.#untouched = null;
      throw error;
    }
  }

  async folder(signal: AbortSignal): Promise<string> {
    const made = this.#folder ?? this.#makeFolder(signal);
    this.#folder = made;
    try {
      return (await made).path;
    } catch (error) {
      if (this.#folder === made) this.#folder = null;
      throw error;
    }
  }

  home(): Promise<string> {
    return this.#home.path();
  }

  async keepSetup(name: string, signal: AbortSignal): Promise<void> {
    await this.#home.keep(this.#setupName(name), await this.untouchedFolder(signal), signal);
  }

  async takeSetup(name: string, signal: AbortSignal): Promise<boolean> {
    if (this.#folder !== null || this.#untouched !== null) return false;
    const folder = await this.#home.take(this.#setupName(name), this.#start.untouched, signal);
    this.#untouched = folder === null ? null : Promise.resolve(folder);
    return folder !== null;
  }

  #setupName(name: string): string {
    return `${this.#start.untouched} ${name}`;
  }

  async copied(paths: readonly string[] | null, signal: AbortSignal): Promise<CopiedFolders> {
    if (paths === null) {
      const history = await this.#places.copy.of(this.#start.untouched, signal);
      return { folder: await this.folder(signal), history, home: await this.home() };
    }
    await this.fetchContents(paths, signal);
    return { folder: await this.#copied.of(this.#version, paths, signal), history: null, home: null };
  }

  async list(): Promise<readonly TreeEntry[]> {
    return this.#files.list();
  }

  async read(path: string): Promise<FileContent> {
    if (!isPlainPath(path)) return { kind: 'missing' };
    const touched = this.#files.touched.get(path);
    if (touched !== undefined) return touched === null ? { kind: 'missing' } : classify(touched.bytes);
    const entry = this.#files.original(path);
    if (entry === undefined) return { kind: 'missing' };
    if (entry.kind === 'symlink' || entry.kind === 'submodule') return { kind: entry.kind };
    if (entry.size !== null && entry.size > MOST_TEXT_BYTES) return { kind: 'binary', bytes: entry.size };
    const { repository, signal } = this.#places;
    const [object] = await fetching(repository, signal).get([entry.blob], new AbortController().signal);
    if (object?.type !== 'blob')
      throw new Error(`The file ${path} of ${this.#start.commit} has not been fetched.`);
    const { bytes } = object;
    return bytes.length > MOST_TEXT_BYTES ? { kind: 'binary', bytes: bytes.length } : classify(bytes);
  }

  async fetchContents(paths: readonly string[], signal: AbortSignal): Promise<void> {
    const { repository } = this.#places;
    if (!repository.isPartial) return;
    const entries = paths.flatMap((path) => this.#files.original(path) ?? []);
    const contents = entries.filter(({ kind }) => kind !== 'submodule').map(({ blob }) => blob);
    await fetchMissing(repository, contents, signal);
  }

  async write(path: string, text: string, encoding?: TextEncoding): Promise<void> {
    const file = this.#files.fileFor(path, await this.#stored(path, text), encoding);
    if (this.#folder !== null) await (await this.#folder).disk.write(path, file);
    this.#files.touched.set(path, file);
    this.#changed();
  }

  async filterOf(path: string): Promise<string | null> {
    return (await this.#attributes(path)).filter;
  }

  async remove(path: string): Promise<void> {
    if (!this.#files.has(checkedPath(path))) return;
    if (this.#folder !== null) await (await this.#folder).disk.remove(path);
    this.#files.touched.set(path, null);
    this.#changed();
  }

  #changed(): void {
    this.#diff = null;
    this.#version += 1;
  }

  async diff(signal: AbortSignal): Promise<Diff> {
    const diff = this.#diff ?? (await this.#compare(signal));
    this.#diff = diff;
    return diff;
  }

  async commit(message: string, author: Author, signal: AbortSignal): Promise<Sha | null> {
    if (this.#files.touched.size === 0) return null;
    const commit = await this.#make(message, author, signal);
    const names = [`${commit}^{tree}`, `${this.#start.commit}^{tree}`];
    const [made, started] = await this.#places.repository.objects.get(names, signal);
    return made?.id === started?.id ? null : commit;
  }

  async close(): Promise<void> {
    const untouched = await this.#untouched?.catch(() => null);
    const made = await this.#folder?.catch(() => null);
    this.#untouched = null;
    this.#folder = null;
    await this.#copied.remove();
    await this.#home.remove();
    const path = made?.path ?? untouched ?? null;
    if (path !== null) this.#places.folders.giveBack(path);
  }

  async #stored(path: string, text: string): Promise<string> {
    const rules = await this.#attributes(path);
    if (!rules.isStoredWithLf || !text.includes('\r\n')) return text;
    const before = await this.read(path);
    return storedText(text, rules, { hasCrLf: before.kind === 'text' && before.text.includes('\r\n') });
  }

  /** No draft can change attributes, so that those of the start hold. */
  async #attributes(path: string): Promise<AttributeRules> {
    const files: AttributeFile[] = [];
    for (const folder of attributeFolders(path)) {
      const found = this.#files.original(`${folder}${ATTRIBUTES_FILE}`);
      const content = found === undefined ? null : await this.read(found.path);
      if (content?.kind === 'text') files.push({ folder, text: content.text });
    }
    return attributesOf(path, files);
  }

  async #makeFolder(signal: AbortSignal): Promise<Folder> {
    const untouched = await this.#untouched;
    this.#untouched = null;
    return this.#places.folders.takeChanged({ untouched, start: this.#start }, this.#files.touched, signal);
  }

  async #compare(signal: AbortSignal): Promise<Diff> {
    const { base, commit } = this.#start;
    const untouched = this.#files.touched.size === 0;
    if (untouched && base === commit) return NO_DIFFERENCE;
    const now = untouched ? commit : await this.#make('', NOBODY, signal);
    return compareCommits(this.#places.repository, { from: base, to: now }, signal);
  }

  #make(message: string, author: Author, signal: AbortSignal): Promise<Sha> {
    const change = { parent: this.#start.commit, files: this.#files.touched, message, author };
    return makeCommit(this.#places.repository, change, signal);
  }
}
