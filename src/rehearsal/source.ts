import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Halt } from '../core/ending.ts';
import { gitWords, type RunGit } from './run-git.ts';

/** The repository that is rehearsed on. It is only ever read. */
export interface Source {
  /** Absolute path or URL, as git takes it. */
  readonly address: string;
  /** Its last path segment without `.git`. */
  readonly name: string;
  /** Folder of its work tree, whose goal edits count; null: a bare repository or a URL. */
  readonly workTree: string | null;
  readonly head: string;
  readonly branch: string;
  readonly objectFormat: string;
  /** Null: all of it. Far repositories are read only so many commits deep. */
  readonly depth: number | null;
}

/** How many generations of a far repository are fetched. */
const FAR_DEPTH = 1000;

const FALLBACK_BRANCH = 'main';

/** Finds out what `place` (a path or a URL) is. `Halt` when it cannot be rehearsed on. */
export async function findSource(run: RunGit, place: string, signal: AbortSignal): Promise<Source> {
  return isUrl(place) ? farSource(run, place, signal) : localSource(run, resolve(place), signal);
}

function isUrl(place: string): boolean {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return true;
  return /^[\w.-]+@?[\w.-]*:(?!\\)/.test(place) && !existsSync(place);
}

const FAR_ADVICE =
  'Check the address and the network; where a login is needed, set up credentials that git can use without asking.';

async function farSource(run: RunGit, url: string, signal: AbortSignal): Promise<Source> {
  const folder = process.cwd();
  const answer = await run({ folder, args: ['ls-remote', '--symref', '--', url, 'HEAD'] }, signal);
  if (answer.code !== 0) {
    const shown = withoutPassword(url);
    throw new Halt(
      'github_unavailable',
      `${shown} cannot be read. git says: ${gitWords(answer.stderr).replaceAll(url, shown).replace(/\.?$/, '.')} ${FAR_ADVICE}`,
    );
  }
  const head = /^([0-9a-f]{40,64})\tHEAD$/m.exec(answer.stdout)?.[1];
  if (head === undefined) throw noCommits(withoutPassword(url));
  return {
    address: url,
    name: nameOf(url),
    workTree: null,
    head,
    branch: usable(/^ref: refs\/heads\/(.+)\tHEAD$/m.exec(answer.stdout)?.[1] ?? null),
    objectFormat: head.length === 64 ? 'sha256' : 'sha1',
    depth: FAR_DEPTH,
  };
}

async function localSource(run: RunGit, folder: string, signal: AbortSignal): Promise<Source> {
  if (!existsSync(folder)) throw new Halt('bad_settings', `${folder} does not exist.`);
  const ask = async (...args: string[]): Promise<string | null> => {
    const answer = await run({ folder, args }, signal);
    return answer.code === 0 ? answer.stdout.replace(/\n$/, '') : null;
  };
  const kind = await run(
    { folder, args: ['rev-parse', '--is-bare-repository', '--show-object-format'] },
    signal,
  );
  if (kind.code !== 0) throw notARepository(folder, kind.stderr);
  const [bare, objectFormat = 'sha1'] = kind.stdout.trim().split('\n');
  const workTree = bare === 'true' ? null : await ask('rev-parse', '--show-toplevel');
  const head = await ask('rev-parse', '--verify', '--quiet', 'HEAD^{commit}');
  if (head === null) throw noCommits(workTree ?? folder);
  const address = await realpath(workTree ?? folder);
  const current = (await ask('symbolic-ref', '--quiet', 'HEAD'))?.replace(/^refs\/heads\//, '') ?? null;
  const branch = usable(current) === current ? current : await remoteDefault(ask);
  return {
    address,
    name: nameOf(address),
    workTree,
    head,
    branch: usable(branch),
    objectFormat,
    depth: null,
  };
}

async function remoteDefault(ask: (...args: string[]) => Promise<string | null>): Promise<string | null> {
  const name = await ask('symbolic-ref', '--quiet', 'refs/remotes/origin/HEAD');
  return name?.replace(/^refs\/remotes\/origin\//, '') ?? null;
}

/** The agent's own branches cannot stand for the default branch: the rehearsal would write over them. */
function usable(branch: string | null): string {
  if (branch === null || branch.startsWith('wakeful/') || branch === 'wakeful-state') return FALLBACK_BRANCH;
  return branch;
}

function nameOf(address: string): string {
  const path = address.replace(/[/\\]+$/, '').replace(/\/?\.git$/, '');
  return basename(path.replaceAll('\\', '/').replace(/^[^/]*:/, '')) || 'repository';
}

/** What the rehearsed repository is called on the stand-in for GitHub, whose names hold no other characters. */
export function rehearsalIdentity(address: string): string {
  return `rehearsal/${nameOf(address).replace(/[^\w.-]+/g, '-')}`;
}

export function withoutPassword(url: string): string {
  return url.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^@/]*@/i, '$1');
}

function noCommits(where: string): Halt {
  return new Halt('bad_settings', `${where} has no commits yet. Make a first commit, then start again.`);
}

function notARepository(folder: string, stderr: string): Halt {
  const why = stderr.includes('not a git repository')
    ? 'is not a git repository'
    : `cannot be read: ${gitWords(stderr)}`;
  return new Halt(
    'bad_settings',
    `${folder} ${why}. Start inside a clone, or name a repository with --repo <path or URL>.`,
  );
}
