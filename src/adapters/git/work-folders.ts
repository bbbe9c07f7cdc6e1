import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha, TreeStart } from '../../ports.ts';
import type { NewFile, Overlay } from '../../tree/overlay.ts';
import { type Disk, openDisk } from './disk.ts';
import { fetching, fetchMissing } from './on-demand.ts';
import { copyFolder, removeFolder } from './remove-folder.ts';
import type { Repository } from './repository.ts';
import type { TreeListings } from './tree-listing.ts';

/**
 * Checked-out folders. A folder is used again after its work tree was closed, because a big repository checks out
 * slowly. Git is always told where the repository is and never looks into the folder for it: a command that ran
 * there may have planted another one.
 */
export class WorkFolders {
  readonly #repository: Repository;
  readonly #listings: TreeListings;
  readonly #idle: string[] = [];
  /** What `setup` has left, by name. */
  readonly #kept = new Map<string, SetupFolders>();
  #count = 0;

  constructor(repository: Repository, listings: TreeListings) {
    this.#repository = repository;
    this.#listings = listings;
  }

  async take(commit: Sha, signal: AbortSignal): Promise<string> {
    await this.#fetchContents(commit, signal);
    const used = this.#idle.pop();
    if (used === undefined) return this.#add(commit, signal);
    try {
      return await this.#reuse(used, commit, signal);
    } catch {
      signal.throwIfAborted();
      // A command has made it unusable for git. It is not cleaned, but replaced.
      return this.#replace(used, commit, signal);
    }
  }

  /** A folder in which no command has ever run. */
  async takeFresh(commit: Sha, signal: AbortSignal): Promise<string> {
    await this.#fetchContents(commit, signal);
    const used = this.#idle.pop();
    return used === undefined ? this.#add(commit, signal) : this.#replace(used, commit, signal);
  }

  /** Brings a folder that was taken for `untouched` to `commit`, around whatever else lies in it. */
  async layOver(folder: string, { untouched, commit }: TreeStart, signal: AbortSignal): Promise<void> {
    if (untouched === commit) return;
    await this.#fetchContents(commit, signal);
    const differences = ['diff-tree', '-r', '-z', '--no-renames', '--name-only'];
    const paths = async (filter: string): Promise<Buffer> =>
      this.#repository.plumb(
        { args: [...differences, `--diff-filter=${filter}`, untouched, commit] },
        signal,
      );
    const disk = openDisk(folder);
    for (const path of (await paths('D')).toString().split('\0')) if (path !== '') await disk.remove(path);
    const names = await paths('d');
    if (names.length === 0) return;
    const options = [`--git-dir=${this.#administration(folder)}`, `--work-tree=${folder}`];
    const list = ['--pathspec-from-file=-', '--pathspec-file-nul'];
    const args = [...options, '--literal-pathspecs', 'checkout', '--force', ...list, commit];
    await this.#repository.plumb({ args, input: names }, signal);
  }

  /** The files of `start` with changes over them; `untouched`: a folder of `takeFresh` that is to hold them, null: any. */
  async takeChanged(
    { untouched, start }: { readonly untouched: string | null; readonly start: TreeStart },
    touched: ReadonlyMap<string, NewFile | null>,
    signal: AbortSignal,
  ): Promise<Folder> {
    const path = untouched ?? (await this.take(start.commit, signal));
    try {
      if (untouched !== null) await this.layOver(path, start, signal);
      const disk = openDisk(path);
      // Removals first, so that a file can take the place of a folder and the other way round.
      for (const [name, file] of touched) if (file === null) await disk.remove(name);
      for (const [name, file] of touched) if (file !== null) await disk.write(name, file);
      return { path, disk };
    } catch (error) {
      this.giveBack(path);
      throw error;
    }
  }

  /** A new empty folder for a home. */
  async makeHome(): Promise<string> {
    this.#count += 1;
    const home = join(this.#repository.folder, '..', 'homes', `${this.#count}`);
    await removeFolder(home);
    await mkdir(home, { recursive: true });
    return home;
  }

  /** Copies what the folders of a tree hold after `setup`. Copies are made by another program: no link is followed. */
  async keepSetup(name: string, from: SetupFolders, signal: AbortSignal): Promise<void> {
    this.#count += 1;
    const place = join(this.#repository.folder, '..', 'setups', `${this.#count}`);
    const kept = { folder: join(place, 'folder'), home: join(place, 'home') };
    await mkdir(place, { recursive: true });
    for (const part of ['folder', 'home'] as const) await copyFolder(from[part], kept[part], signal);
    await removeFolder(join(kept.folder, '.git'));
    this.#kept.set(name, kept);
  }

  /** A folder like `takeFresh`, with what was kept under the name. Null: nothing was. */
  async takeSetup(name: string, { commit, home }: SetupTarget, signal: AbortSignal): Promise<string | null> {
    const kept = this.#kept.get(name);
    if (kept === undefined) return null;
    const used = this.#idle.pop();
    if (used !== undefined) await removeFolder(used).catch(() => undefined);
    this.#count += 1;
    const folder = join(this.#repository.folder, '..', 'trees', `${this.#count}`);
    await mkdir(join(folder, '..'), { recursive: true });
    const add = ['worktree', 'add', '--no-checkout', '--detach', '--force', folder, commit];
    await this.#repository.local(add, signal);
    await copyFolder(kept.folder, folder, signal);
    await copyFolder(kept.home, home, signal);
    return folder;
  }

  /** Whatever lies in it by now. */
  giveBack(folder: string): void {
    this.#idle.push(folder);
  }

  /** A command may need any file, so that all of them are there. */
  async #fetchContents(commit: Sha, signal: AbortSignal): Promise<void> {
    if (!this.#repository.isPartial) return;
    const entries = await this.#listings.of(commit, signal);
    const contents = entries.filter(({ kind }) => kind !== 'submodule').map(({ blob }) => blob);
    await fetchMissing(this.#repository, contents, signal);
  }

  async #add(commit: Sha, signal: AbortSignal): Promise<string> {
    this.#count += 1;
    const folder = join(this.#repository.folder, '..', 'trees', `${this.#count}`);
    await removeFolder(folder);
    await mkdir(join(folder, '..'), { recursive: true });
    return this.#checkOut(folder, commit, signal);
  }

  async #replace(used: string, commit: Sha, signal: AbortSignal): Promise<string> {
    try {
      await removeFolder(used);
    } catch {
      // It cannot be removed. It stays where it is, and nobody uses it again.
      return this.#add(commit, signal);
    }
    return this.#checkOut(used, commit, signal);
  }

  async #checkOut(folder: string, commit: Sha, signal: AbortSignal): Promise<string> {
    await this.#repository.local(['worktree', 'add', '--detach', '--force', folder, commit], signal);
    return folder;
  }

  /** Everything that is not part of the commit goes, ignored files and planted repositories included. */
  async #reuse(folder: string, commit: Sha, signal: AbortSignal): Promise<string> {
    const administration = this.#administration(folder);
    const environment = { GIT_DIR: administration, GIT_WORK_TREE: folder };
    await removeFolder(join(folder, '.git'));
    await writeFile(join(folder, '.git'), `gitdir: ${administration}\n`);
    await this.#repository.local(['reset', '--hard', commit], signal, environment);
    await this.#repository.local(['clean', '-ffdx'], signal, environment);
    return folder;
  }

  /** Where git keeps what belongs to the folder; never read from the folder itself. */
  #administration(folder: string): string {
    return join(this.#repository.folder, 'worktrees', folder.slice(folder.lastIndexOf('/') + 1));
  }
}

export interface Folder {
  readonly path: string;
  readonly disk: Disk;
}

interface SetupFolders {
  readonly folder: string;
  readonly home: string;
}

interface SetupTarget {
  readonly commit: Sha;
  readonly home: string;
}

export interface CopiedSource {
  readonly repository: Repository;
  readonly files: Overlay;
}

let count = 0;

/** A folder of some files of a work tree. No command writes it: it is only copied. */
export class CopiedFiles {
  readonly #source: CopiedSource;
  readonly #folder: string;
  /** Of the work tree, when the folder was written; null: it was not. */
  #version: number | null = null;

  constructor(source: CopiedSource) {
    count += 1;
    this.#source = source;
    this.#folder = join(source.repository.folder, '..', 'copied', `${count}`);
  }

  /** These files as they stand; links and submodules among them are left out. Where nothing has changed, nothing is written again. */
  async of(version: number, paths: readonly string[], signal: AbortSignal): Promise<string> {
    if (version === this.#version) return this.#folder;
    this.#version = null;
    await removeFolder(this.#folder);
    await mkdir(this.#folder, { recursive: true });
    const disk = openDisk(this.#folder);
    for (const path of paths) {
      const file = await this.#file(path, signal);
      if (file !== null) await disk.write(path, file);
    }
    this.#version = version;
    return this.#folder;
  }

  async remove(): Promise<void> {
    if (this.#version !== null) await removeFolder(this.#folder);
    this.#version = null;
  }

  async #file(path: string, signal: AbortSignal): Promise<NewFile | null> {
    const { files, repository } = this.#source;
    const touched = files.touched.get(path);
    if (touched !== undefined) return touched;
    const entry = files.original(path);
    if (entry?.kind !== 'file' && entry?.kind !== 'executable') return null;
    const [object] = await fetching(repository).get([entry.blob], signal);
    if (object?.type !== 'blob') return null;
    return { mode: entry.kind === 'executable' ? '100755' : '100644', bytes: object.bytes };
  }
}
