import { Halt } from '../../core/ending.ts';
import type { Sha, StateStore } from '../../ports.ts';
import { REMOTE_TEXTS } from '../../report/failures/remote-texts.ts';
import { type GitEnvironment, localEnvironment } from './git-environment.ts';
import { ObjectReader } from './object-reader.ts';
import { gitRunner } from './run-git.ts';
import { NotFetched, readStored } from './stored-tree.ts';

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
    read: (commit, paths, limit) =>
      readStored(objects, { commit, paths }, limit).catch((error: unknown) => {
        if (!isPartialClone(error)) throw error;
        throw new Halt('bad_settings', REMOTE_TEXTS.partialClone(folder), { cause: error });
      }),
    close: () => objects.close(),
  };
}

/** Versions of git before 2.45 try to fetch what is missing, which they may not, and end. */
function isPartialClone(error: unknown): boolean {
  return error instanceof NotFetched || (error instanceof Error && error.message.includes('promisor remote'));
}
