import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sha } from '../../ports.ts';
import type { Repository } from './repository.ts';

/**
 * Checked-out folders. A folder is used again after its work tree was closed, because a big repository checks out
 * slowly. Git is always told where the repository is and never looks into the folder for it: a command that ran
 * there may have planted another one.
 */
export class WorkFolders {
  readonly #repository: Repository;
  readonly #idle: string[] = [];
  #count = 0;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async take(commit: Sha, signal: AbortSignal): Promise<string> {
    const used = this.#idle.pop();
    return used === undefined ? this.#add(commit, signal) : this.#reuse(used, commit, signal);
  }

  /** Whatever lies in it by now. */
  giveBack(folder: string): void {
    this.#idle.push(folder);
  }

  async #add(commit: Sha, signal: AbortSignal): Promise<string> {
    this.#count += 1;
    const folder = join(this.#repository.folder, '..', 'trees', `${this.#count}`);
    await rm(folder, { recursive: true, force: true });
    await mkdir(join(folder, '..'), { recursive: true });
    await this.#repository.local(['worktree', 'add', '--detach', '--force', folder, commit], signal);
    return folder;
  }

  /** Everything that is not part of the commit goes, ignored files and planted repositories included. */
  async #reuse(folder: string, commit: Sha, signal: AbortSignal): Promise<string> {
    const administration = join(
      this.#repository.folder,
      'worktrees',
      folder.slice(folder.lastIndexOf('/') + 1),
    );
    const place = { GIT_DIR: administration, GIT_WORK_TREE: folder };
    await rm(join(folder, '.git'), { recursive: true, force: true });
    await writeFile(join(folder, '.git'), `gitdir: ${administration}\n`);
    await this.#repository.local(['reset', '--hard', commit], signal, place);
    await this.#repository.local(['clean', '-ffdx'], signal, place);
    return folder;
  }
}
