import { Halt } from '../../core/ending.ts';
import type { Sha, StateStore } from '../../ports.ts';
import { type GitEnvironment, localEnvironment } from './git-environment.ts';
import { ObjectReader } from './object-reader.ts';
import { gitRunner } from './run-git.ts';
import { readStored } from './stored-tree.ts';

/** The commits of a clone on disk. */
export interface Revisions extends Pick<StateStore, 'read'> {
  /** The commit that a person or a workflow means, e.g. by `HEAD^1` or `origin/main`; null: there is none. */
  resolve(revision: string, signal: AbortSignal): Promise<Sha | null>;
  close(): void;
}

/**
 * Reads files as objects, out of commits: no file of the work tree is opened, no symbolic link followed, no filter or hook
 * started. So a clone of a stranger's work can be read like any other data.
 */
export async function openRevisions(
  clone: { readonly folder: string; readonly environment: GitEnvironment },
  signal: AbortSignal,
): Promise<Revisions> {
  const { folder, environment } = clone;
  const found = await gitRunner(environment)({ folder, args: ['rev-parse', '--absolute-git-dir'] }, signal);
  if (found.code !== 0) throw new Halt('bad_settings', `${folder} is not a git repository.`);
  const gitDir = found.stdout.replace(/\n$/, '');
  const objects = new ObjectReader({ folder: gitDir, env: localEnvironment(environment, gitDir) });
  return {
    resolve: async (revision, limit) => {
      const [object] = await objects.get([`${revision}^{commit}`], limit);
      return object?.id ?? null;
    },
    read: (commit, paths, limit) => readStored(objects, { commit, paths }, limit),
    close: () => objects.close(),
  };
}
