import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { StateStore, Workspace } from '../../ports.ts';
import type { Access } from './git-environment.ts';
import { lazyWorkspace } from './lazy-workspace.ts';
import { openRepository } from './repository.ts';
import { openStateStore, type StateBranchOptions } from './state-branch.ts';

export interface GitWorldOptions extends Access, Partial<StateBranchOptions> {
  /** For this wake alone: repositories and work trees are made in it, and removed again by `close`. */
  readonly folder: string;
  /** How long one command on the network may take; 60 seconds unless given. */
  readonly networkTimeoutMs?: number;
  /** All is fetched at once. Default: what is read, when it is read. */
  readonly isWhole?: boolean;
}

export interface GitWorld {
  readonly state: StateStore;
  readonly workspace: Workspace;
  close(): Promise<void>;
}

/** One remote as a wake sees it: its state branch and its files. Nothing is fetched yet. */
export async function openGitWorld(options: GitWorldOptions): Promise<GitWorld> {
  const parts = ['repository.git', 'history.git', 'trees'].map((name) => join(resolve(options.folder), name));
  const clear = async (): Promise<void> => {
    for (const part of parts) {
      try {
        rmSync(part, { recursive: true, force: true, maxRetries: 3 });
      } catch {
        // Commands may have locked it up. Loaded only then: most wakes run none.
        const { removeFolder } = await import('./remove-folder.ts');
        await removeFolder(part);
      }
    }
  };
  await clear();
  const repository = await openRepository({
    ...options,
    folder: join(resolve(options.folder), 'repository.git'),
  });
  const names = {
    stateBranch: options.stateBranch === undefined ? 'wakeful-state' : options.stateBranch,
    defaultBranch: options.defaultBranch ?? null,
  };
  const workspace = lazyWorkspace(repository);
  const close = async (): Promise<void> => {
    repository.close();
    await workspace.close();
    await clear();
  };
  return { state: openStateStore(repository, names), workspace, close };
}
