import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PlainGit } from '../../adapters/git/clone.ts';
import { repositoryAddress } from '../../config/github/repository-address.ts';
import { newestVersion, versionsIn } from '../../config/install/versions.ts';
import { SETTINGS_FILE } from '../../core/settings.ts';
import { type ActionSource, INSTALLED_WORKFLOWS, sourceOf } from '../../install/release.ts';
import { INIT_TEXTS } from '../../report/install/init-text.ts';
import { UsageError } from '../terminal/command.ts';
import { npmOrigin } from '../terminal/npm-origin.ts';

interface Origin {
  readonly repository: string;
  readonly commit: string;
}

export interface ReleaseOrder {
  /** Where the program's own files lie. */
  readonly home: string;
  /** `owner/name@commit`, as a person gave it; null: it is found out. */
  readonly action: string | null;
}

/** Which commit of Wakeful this program is, and its files. `UsageError` where that cannot be found out. */
export async function ownRelease(
  git: PlainGit,
  { home, action }: ReleaseOrder,
  signal: AbortSignal,
): Promise<ActionSource> {
  const origin = action === null ? await originOf(git, home, signal) : readAction(action);
  if (origin === null) throw new UsageError(INIT_TEXTS.unknownRelease);
  const tags = await git(
    { folder: home, args: ['ls-remote', '--tags', `https://github.com/${origin.repository}`] },
    signal,
  );
  const version = newestVersion(versionsIn(tags.stdout).filter(({ commit }) => commit === origin.commit));
  return { ...origin, version: version?.name ?? null, files: await ownFiles(home) };
}

function readAction(text: string): Origin {
  const [, repository, commit] = /^([\w.-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? [];
  if (repository === undefined || commit === undefined) throw new UsageError(INIT_TEXTS.notAction(text));
  return { repository, commit };
}

/** From what npm has written down, or from the clone that the program lies in. */
async function originOf(git: PlainGit, home: string, signal: AbortSignal): Promise<Origin | null> {
  const npm = npmOrigin(home);
  if (npm?.kind === 'git' && npm.repository !== null)
    return { repository: npm.repository, commit: npm.commit };
  const ask = async (args: readonly string[]): Promise<string> =>
    (await git({ folder: home, args }, signal)).stdout.trim();
  if ((await ask(['rev-parse', '--show-prefix', '--is-inside-work-tree'])) !== 'true') return null;
  const [commit, address] = [await ask(['rev-parse', 'HEAD']), await ask(['remote', 'get-url', 'origin'])];
  const repository = repositoryAddress(address)?.repository;
  return repository === undefined || commit === '' ? null : { repository, commit };
}

/** What installations are made from. */
async function ownFiles(home: string): Promise<ReadonlyMap<string, string>> {
  const samples = (await readdir(join(home, 'goals'))).filter((name) => name.endsWith('.yml'));
  const paths = [
    ...INSTALLED_WORKFLOWS.map(sourceOf),
    SETTINGS_FILE,
    ...samples.map((name) => `goals/${name}`),
  ];
  const texts = await Promise.all(paths.map((path) => readFile(join(home, path), 'utf8')));
  return new Map(paths.map((path, at) => [path, texts[at] ?? '']));
}
