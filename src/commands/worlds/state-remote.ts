import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { repositoryAddress } from '../../config/github/repository-address.ts';
import type { Settings } from '../../core/settings.ts';
import { openRuns } from '../../rehearsal/github/records/runs.ts';
import { rehearsalHome } from '../../rehearsal/home.ts';
import type { RunGit } from '../../rehearsal/run-git.ts';
import { rehearsalIdentity, withoutPassword } from '../../rehearsal/source.ts';
import { refuseTracked } from '../../rehearsal/tracked-content.ts';
import { REMOTE_TEXTS, USAGE_TEXTS } from '../../report/terminal/command-texts.ts';
import { type PageTarget, targetUrl } from '../../report/words/github-pages.ts';
import { UsageError } from '../terminal/command.ts';
import { rehearsalOffset } from './rehearsal-clock.ts';
import { findRehearsal, rehearsalRoot } from './rehearsal-folder.ts';
import { settingsAt } from './settings-at.ts';

/** The remote whose state branch a command reads. */
export interface StateRemote {
  readonly kind: 'rehearsal' | 'remote';
  /** A path or URL for git. */
  readonly address: string;
  /** One sentence that says which one it is. */
  readonly sentence: string;
  /** Folder of the rehearsal's stand-in for GitHub; null: a real remote. */
  readonly github: string | null;
  /** Where a person reads a draft or an issue of it; null: nobody knows where. */
  readonly pageOf: (target: PageTarget) => string | null;
  /** Its identity, for a state branch that has to be made. */
  readonly repository: string;
  /** How far its clock is ahead, ms: a rehearsal may have been played at a later time. */
  readonly offsetMs: number;
  readonly settings: Settings;
}

export const REMOTE_OPTIONS = { remote: 'text', repo: 'text' } as const;

export const REMOTE_HELP = `
This is about the rehearsal in .wakeful/ if there is one, otherwise about the repository
behind the remote "origin" of this clone. The first line of the answer says which.

  --remote <name|URL>  the repository behind this remote instead
  --repo <path|URL>    the rehearsal on that repository instead`;

export async function findStateRemote(
  folder: string,
  options: { readonly remote: string | null; readonly repo: string | null },
  signal: AbortSignal,
): Promise<StateRemote> {
  const git = gitRunner(childEnvironment());
  if (options.remote !== null && options.repo !== null) {
    throw new UsageError(USAGE_TEXTS.remoteAndRepo);
  }
  if (options.remote !== null) return stateRemote(git, { folder, remote: options.remote }, signal);
  const root = await rehearsalRoot(git, folder, signal);
  const home =
    options.repo === null
      ? rehearsalHome(root, null)
      : (await findRehearsal(folder, options.repo, signal)).home;
  const repository = rehearsalIdentity(options.repo ?? root);
  if (!existsSync(home.origin)) {
    if (options.repo !== null) throw new UsageError(USAGE_TEXTS.noRehearsal(options.repo));
    return stateRemote(git, { folder, remote: 'origin' }, signal);
  }
  await refuseTracked(git, root, signal);
  const settings = await settingsAt(git, { folder: home.origin, commit: 'HEAD' }, signal);
  const sentence = REMOTE_TEXTS.rehearsal(home.shownAs);
  return {
    kind: 'rehearsal',
    address: home.origin,
    sentence,
    github: home.github,
    pageOf: ({ kind, number }) => `${home.shownAs}/github/${kind}s/${number}.md`,
    repository,
    offsetMs: await rehearsalOffset(openRuns(join(home.github, 'runs'))),
    settings,
  };
}

async function stateRemote(
  git: RunGit,
  { folder, remote }: { readonly folder: string; readonly remote: string },
  signal: AbortSignal,
): Promise<StateRemote> {
  const url = await git({ folder, args: ['remote', 'get-url', '--', remote] }, signal);
  const known = url.code === 0;
  if (!known && /^[\w.-]+$/.test(remote) && !existsSync(remote)) {
    throw new UsageError(USAGE_TEXTS.noRemote(remote));
  }
  const address = known ? url.stdout.trim() : remote;
  const gitDir = await git({ folder, args: ['rev-parse', '--absolute-git-dir'] }, signal);
  const at = { folder: gitDir.code === 0 ? gitDir.stdout.trim() : folder, commit: 'HEAD' };
  const name = known ? `the remote ${remote}, ` : '';
  return {
    kind: 'remote',
    address,
    sentence: `This is ${name}${withoutPassword(address)}.`,
    github: null,
    pageOf: (target) => pageAt(address, target),
    repository: identityOf(address),
    offsetMs: 0,
    settings: await settingsAt(git, at, signal),
  };
}

function pageAt(address: string, target: PageTarget): string | null {
  const site = repositoryAddress(address);
  return site === null ? null : targetUrl(site, target);
}

/** `acme/site` of `https://github.com/acme/site.git`. */
function identityOf(address: string): string {
  const path = withoutPassword(address).replace(/\/?(\.git)?\/*$/, '');
  return path
    .split(/[/\\:]/)
    .slice(-2)
    .join('/');
}
