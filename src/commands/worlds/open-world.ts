import { rm } from 'node:fs/promises';
import { type GitWorldOptions, openGitWorld } from '../../adapters/git/git-world.ts';
import { systemRandom } from '../../adapters/runner.ts';
import type { World } from '../../ports.ts';

export interface OpenWorld {
  readonly world: World;
  /** Removes everything from the disk. Never throws. */
  close(): Promise<void>;
}

/** Real git, and the ports that differ from command to command. Nothing is fetched or asked yet. */
export async function openWorld(
  options: GitWorldOptions,
  ports: Omit<World, 'random' | 'state' | 'workspace'>,
): Promise<OpenWorld> {
  const git = await openGitWorld(options);
  const { state, workspace } = git;
  // What cannot be removed is no reason to call anybody.
  const close = async (): Promise<void> => {
    await git.close().catch(() => undefined);
    await rm(options.folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
  };
  return { world: { ...ports, random: systemRandom(), state, workspace }, close };
}
