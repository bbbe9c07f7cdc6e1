import type { Sha } from '../../ports.ts';
import { removeFolder } from './remove-folder.ts';
import type { WorkFolders } from './work-folders.ts';

/** The home of the commands of one work tree, and what `setup` leaves in it and in the folder for others. */
export class CommandHome {
  readonly #folders: WorkFolders;
  /** Null: no command has needed one. */
  #made: Promise<string> | null = null;

  constructor(folders: WorkFolders) {
    this.#folders = folders;
  }

  path(): Promise<string> {
    this.#made ??= this.#folders.makeHome();
    return this.#made;
  }

  /** What cannot be copied, such as a folder that is locked, is made anew for the next item. */
  async keep(name: string, folder: string, signal: AbortSignal): Promise<void> {
    await this.#folders.keepSetup(name, { folder, home: await this.path() }, signal).catch(() => undefined);
    signal.throwIfAborted();
  }

  /** The folder that holds what was kept, as this home does. Null: nothing was kept. */
  async take(name: string, commit: Sha, signal: AbortSignal): Promise<string | null> {
    const target = { commit, home: await this.path() };
    const folder = await this.#folders.takeSetup(name, target, signal).catch(() => null);
    signal.throwIfAborted();
    // Half of it may lie there.
    if (folder === null) await this.remove();
    return folder;
  }

  /** What commands have left there may not be removable. Then it stays, and nobody uses it again. */
  async remove(): Promise<void> {
    const home = await this.#made?.catch(() => null);
    this.#made = null;
    if (home != null) await removeFolder(home).catch(() => undefined);
  }
}
