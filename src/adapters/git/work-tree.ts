import type { Author, Diff, FileContent, Sha, TreeEntry, WorkTree } from '../../ports.ts';
import { compareCommits } from './compare-commits.ts';
import { type Disk, openDisk } from './disk.ts';
import { classify } from './file-content.ts';
import { checkedPath, isPlainPath, makeCommit } from './make-commit.ts';
import { Overlay } from './overlay.ts';
import type { Repository } from './repository.ts';
import { checkedSha } from './stored-tree.ts';
import type { TreeListings } from './tree-listing.ts';
import type { WorkFolders } from './work-folders.ts';

interface Places {
  readonly repository: Repository;
  readonly folders: WorkFolders;
  readonly listings: TreeListings;
}

interface Start {
  readonly commit: Sha;
  readonly base: Sha;
}

export async function openWorkTree(places: Places, start: Start, signal: AbortSignal): Promise<WorkTree> {
  const [entries, folder] = await Promise.all([
    places.listings.of(start.commit, signal),
    places.folders.take(checkedSha(start.commit), signal),
  ]);
  return new CheckedOut(places, start, { folder, entries });
}

/** Only used for commits that are compared and never pushed. */
const NOBODY: Author = { name: 'nobody', email: 'nobody@localhost', time: 0 };

/**
 * Commits and differences are made of what `write` and `remove` were given alone, whatever a command in the folder
 * did to the files meanwhile.
 */
class CheckedOut implements WorkTree {
  readonly #folder: string;
  readonly #places: Places;
  readonly #start: Start;
  readonly #files: Overlay;
  readonly #disk: Disk;
  #diff: Diff | null = null;
  #isShown = false;
  #closed = false;

  constructor(places: Places, start: Start, content: { folder: string; entries: readonly TreeEntry[] }) {
    this.#places = places;
    this.#start = start;
    this.#folder = content.folder;
    this.#files = new Overlay(start.commit, content.entries);
    this.#disk = openDisk(content.folder);
  }

  /** Whoever is told where the files lie may have changed any of them. */
  get folder(): string {
    this.#isShown = true;
    return this.#folder;
  }

  async list(): Promise<readonly TreeEntry[]> {
    return this.#files.list();
  }

  async read(path: string): Promise<FileContent> {
    if (!isPlainPath(path)) return { kind: 'missing' };
    const touched = this.#files.touched.get(path);
    if (touched !== undefined) return touched === null ? { kind: 'missing' } : classify(touched.bytes);
    const kind = this.#files.original(path)?.kind;
    if (kind === 'symlink' || kind === 'submodule') return { kind };
    return this.#disk.read(path);
  }

  async write(path: string, text: string): Promise<void> {
    const file = this.#files.fileFor(path, text);
    await this.#disk.write(path, file);
    this.#files.touched.set(path, file);
    this.#diff = null;
  }

  async remove(path: string): Promise<void> {
    if (!this.#files.has(checkedPath(path))) return;
    await this.#disk.remove(path);
    this.#files.touched.set(path, null);
    this.#diff = null;
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
    const isPristine = !this.#isShown && this.#files.touched.size === 0;
    if (!this.#closed) this.#places.folders.giveBack(this.#folder, isPristine ? this.#start.commit : null);
    this.#closed = true;
  }

  async #compare(signal: AbortSignal): Promise<Diff> {
    const { base, commit } = this.#start;
    const untouched = this.#files.touched.size === 0;
    if (untouched && base === commit) return { files: [], patch: '' };
    const now = untouched ? commit : await this.#make('', NOBODY, signal);
    return compareCommits(this.#places.repository, { from: base, to: now }, signal);
  }

  #make(message: string, author: Author, signal: AbortSignal): Promise<Sha> {
    const change = { parent: this.#start.commit, files: this.#files.touched, message, author };
    return makeCommit(this.#places.repository, change, signal);
  }
}
