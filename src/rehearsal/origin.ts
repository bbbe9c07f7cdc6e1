import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Halt } from '../core/ending.ts';
import type { RehearsalHome } from './home.ts';
import type { OriginRequest } from './origin-request.ts';
import { commitWithGoals } from './overlay.ts';
import { gitWords, mustGit, type RunGit } from './run-git.ts';
import { withoutPassword } from './source.ts';

export interface Origin {
  /** The bare remote of the rehearsal. */
  readonly folder: string;
  readonly branch: string;
  readonly commit: string;
}

/** Outside `refs/heads`, and hidden from fetches: where the source's commit is kept. */
const SOURCE_REF = 'refs/rehearsal/head';

/**
 * Makes the bare remote, or brings it up to date: its default branch follows the source's commit and goal edits, the
 * state branch and the work branches stay. The same content gives the same commit. The source is only read.
 */
export async function refreshOrigin(
  run: RunGit,
  request: OriginRequest,
  signal: AbortSignal,
): Promise<Origin> {
  const { source, home } = request;
  const git = (...args: string[]) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  await ensureBare(run, request, signal);
  await fetchSource(run, request, signal);
  const commit = await commitWithGoals(run, request, signal);
  const ref = `refs/heads/${source.branch}`;
  await mustGit(run, { ...git('update-ref', ref, commit), purpose: `set ${ref}` }, signal);
  await mustGit(run, { ...git('symbolic-ref', 'HEAD', ref), purpose: `set HEAD` }, signal);
  return { folder: home.origin, branch: source.branch, commit };
}

async function ensureBare(run: RunGit, { home, source }: OriginRequest, signal: AbortSignal): Promise<void> {
  const ready = join(home.origin, READY_FILE);
  if (existsSync(ready)) return writeAnew(home, source.objectFormat);
  const git = (...args: string[]) => ({ folder: home.folder, args, purpose: `make ${home.origin}` });
  const init = [
    'init',
    '--quiet',
    '--bare',
    '--template=',
    `--object-format=${source.objectFormat}`,
    home.origin,
  ];
  await mustGit(run, git(...init), signal);
  await writeAnew(home, source.objectFormat);
  await writeFile(ready, 'ready\n');
}

/**
 * The configuration is the one below, whatever lay there: nothing that somebody else has put into it names a program, another
 * file or another place. No hook is left either.
 */
async function writeAnew({ origin }: RehearsalHome, objectFormat: string): Promise<void> {
  for (const name of PLANTED) await rm(join(origin, name), { recursive: true, force: true });
  const extensions = [
    ...(objectFormat === 'sha1' ? [] : [`objectFormat = ${objectFormat}`]),
    ...(existsSync(join(origin, 'reftable')) ? ['refStorage = reftable'] : []),
  ];
  const version = extensions.length === 0 ? 0 : 1;
  const format = `[core]\n\trepositoryformatversion = ${version}\n\tbare = true\n`;
  const names = extensions.map((line) => `\t${line}\n`).join('');
  const text = `${format}${names === '' ? '' : `[extensions]\n${names}`}${ORIGIN_CONFIG}`;
  const config = join(origin, 'config');
  await rm(config, { recursive: true, force: true });
  await writeFile(config, text);
}

/** What git would obey besides the configuration. */
const PLANTED = [
  'hooks',
  'config.worktree',
  'commondir',
  'info/attributes',
  'info/grafts',
  'objects/info/alternates',
  'refs/replace',
];

/** Written last, so that a set-up that was cut off is done again. */
const READY_FILE = 'wakeful-ready';

/**
 * A wake may ask for a commit that no branch holds any more, as it may on GitHub. Nothing is tidied away: earlier
 * default branches have no ref left, and windows start at them.
 */
const ORIGIN_CONFIG = `[uploadpack]
\tallowAnySHA1InWant = true
[transfer]
\thideRefs = refs/rehearsal
[gc]
\tauto = 0
[receive]
\tautogc = false
[core]
\thooksPath = /dev/null
\tfsmonitor = false
\tattributesFile = /dev/null
`;

async function fetchSource(run: RunGit, { home, source }: OriginRequest, signal: AbortSignal): Promise<void> {
  const git = (...args: string[]) => ({ folder: home.folder, args: [`--git-dir=${home.origin}`, ...args] });
  const known = await run(git('rev-parse', '--verify', '--quiet', SOURCE_REF), signal);
  if (known.stdout.trim() === source.head) return;
  const depth = source.depth === null ? ['--update-shallow'] : [`--depth=${source.depth}`];
  const options = [
    '--quiet',
    '--no-tags',
    '--no-recurse-submodules',
    '--no-write-fetch-head',
    '--no-auto-maintenance',
  ];
  const refspec = `+HEAD:${SOURCE_REF}`;
  const answer = await run(git('fetch', ...options, ...depth, '--', source.address, refspec), signal);
  if (answer.code === 0) return;
  const shown = withoutPassword(source.address);
  throw new Halt(
    'github_unavailable',
    `${shown} cannot be fetched. git says: ${gitWords(answer.stderr).replaceAll(source.address, shown)}`,
  );
}

/** Removes what a git process that was killed left behind. Only when no wake of this rehearsal is running. */
export async function removeStaleLocks(home: RehearsalHome): Promise<void> {
  if (!existsSync(home.origin)) return;
  const names = await readdir(home.origin, { recursive: true });
  for (const name of names) {
    const locked = name.endsWith('.lock') && !name.startsWith('objects');
    if (locked || name.startsWith('goals-index-')) await rm(join(home.origin, name), { force: true });
  }
}
