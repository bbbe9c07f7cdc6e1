import { existsSync } from 'node:fs';
import { readdir, realpath, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { Halt } from '../../core/ending.ts';
import { openRuns, type Runs } from '../../rehearsal/github/records/runs.ts';
import {
  ensureHome,
  foreignKey,
  type RehearsalHome,
  rehearsalHome,
  removeHome,
} from '../../rehearsal/home.ts';
import { type Origin, refreshOrigin, removeStaleLocks } from '../../rehearsal/origin.ts';
import type { RunGit } from '../../rehearsal/run-git.ts';
import { findSource, type Source } from '../../rehearsal/source.ts';
import { refuseTracked } from '../../rehearsal/tracked-content.ts';
import { goalsFolderOf } from './goal-folder.ts';

/** One rehearsal on disk: where it is kept, what it plays on, and its list of runs. */
export interface RehearsalFolder {
  readonly home: RehearsalHome;
  readonly source: Source;
  readonly runs: Runs;
  readonly git: RunGit;
}

/** `repo` null: the repository around `folder`. Nothing is written yet. */
export async function findRehearsal(
  folder: string,
  repo: string | null,
  signal: AbortSignal,
): Promise<RehearsalFolder> {
  const git = gitRunner(childEnvironment());
  const root = await rehearsalRoot(git, folder, signal);
  await refuseTracked(git, root, signal);
  const source = await findSource(git, repo ?? folder, signal);
  const own = source.workTree !== null && source.workTree === root;
  const home = rehearsalHome(root, own ? null : foreignKey(source.name, source.address));
  return { home, source, git, runs: openRuns(join(home.github, 'runs')) };
}

/** Where `.wakeful/` lies: at the top of the work tree around `folder`, else in `folder`. */
export async function rehearsalRoot(git: RunGit, folder: string, signal: AbortSignal): Promise<string> {
  const top = await git({ folder, args: ['rev-parse', '--show-toplevel'] }, signal);
  return realpath(top.code === 0 ? top.stdout.replace(/\n$/, '') : folder);
}

/** The top of the work tree around `folder`, for commands that only read it. */
export function workTreeRoot(folder: string): Promise<string> {
  return rehearsalRoot(gitRunner(childEnvironment()), folder, new AbortController().signal);
}

/** Makes the rehearsal ready for a wake: leftovers of killed wakes gone, the bare remote up to date. */
export async function prepareRehearsal(
  rehearsal: RehearsalFolder,
  options: { readonly folder: string; readonly goals: string | null; readonly fresh: boolean },
  signal: AbortSignal,
): Promise<Origin> {
  const { home, source, runs, git } = rehearsal;
  const busy = existsSync(home.github) && (await runs.anyRunning());
  if (options.fresh && busy) {
    throw new Halt(
      'bad_settings',
      `Another run of this rehearsal is still working. Wait for it, then start with --fresh again.`,
    );
  }
  if (options.fresh) await removeHome(home);
  await ensureHome(home);
  if (!busy) await removeStaleLocks(home);
  await removeLeftovers(rehearsal);
  const overlay = options.goals === null ? null : resolve(options.folder, options.goals);
  return refreshOrigin(git, { home, source, goalsFolder: goalsFolderOf, overlay }, signal);
}

/** Folders of wakes that were killed before they could tidy up. */
async function removeLeftovers({ home, runs }: RehearsalFolder): Promise<void> {
  for (const wake of await readdir(home.work)) {
    const state = await runs.state(wake);
    if (state !== 'running') await rm(join(home.work, wake), { recursive: true, force: true, maxRetries: 3 });
  }
}
