import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha } from '../../ports.ts';
import { CommitWriter } from './commit-writer.ts';
import { type Access, localEnvironment, networkEnvironment, usesSsh } from './git-environment.ts';
import { firstLookHalt, GitFailure, hasIgnoredFilter, refusesFilter, remoteHalt } from './git-failure.ts';
import { type GitResult, type SpawnedCommand, simpleGitCommand, spawnGit } from './git-process.ts';
import { ObjectReader } from './object-reader.ts';
import { repositoryFiles } from './repository-files.ts';

export interface RepositoryOptions extends Access {
  /** Folder of the bare repository. What an earlier wake left there is removed. */
  readonly folder: string;
  /** How long one command on the network may take; 60 seconds unless given. */
  readonly networkTimeoutMs?: number;
  /** All is fetched at once, which is quickest where the repository is small. Default: contents of files are fetched on demand. */
  readonly isWhole?: boolean;
}

/** What a fetch brings of the commits that it names, where the remote can leave things out. */
export type FetchScope = 'all' | 'small_contents' | 'without_contents' | 'commits_only';

const FILTERS = {
  all: '--no-filter',
  small_contents: '--filter=blob:limit=200k',
  without_contents: '--filter=blob:none',
  commits_only: '--filter=tree:0',
} as const satisfies Record<FetchScope, string>;

interface Fetch {
  readonly args: readonly string[];
  readonly scope: FetchScope;
  /** Lines for `--stdin`. */
  readonly input?: string;
  /** The remote is not told what is here. */
  readonly isUntold?: boolean;
}

/** The agent's own bare repository for one wake. Every git process of it is started here. */
export class Repository {
  readonly options: RepositoryOptions;
  readonly folder: string;
  readonly objects: ObjectReader;
  readonly commits: CommitWriter;
  readonly timeoutMs: number;
  readonly #local: Record<string, string>;
  /** Of the remote. `none`: whatever has been fetched is whole. */
  #filters: 'unknown' | 'used' | 'none';
  /** The newest fetch, when there is one under way. */
  #fetching: Promise<unknown> | null = null;

  constructor(options: RepositoryOptions) {
    this.options = options;
    this.folder = options.folder;
    this.timeoutMs = options.networkTimeoutMs ?? 60_000;
    this.#local = localEnvironment(options.environment, options.folder);
    this.#filters = options.isWhole === true ? 'none' : 'unknown';
    this.objects = new ObjectReader({ folder: this.folder, env: this.#local });
    this.commits = new CommitWriter({ folder: this.folder, env: this.#local });
  }

  /** A command without network and input; fails with `GitFailure`. `env` adds to the environment. */
  async local(
    args: readonly string[],
    signal: AbortSignal,
    env: Readonly<Record<string, string>> = {},
  ): Promise<Buffer> {
    const command = { args, folder: this.folder, env: { ...this.#local, ...env } };
    signal.throwIfAborted();
    return this.#success(args, await simpleGitCommand(command, signal), signal);
  }

  /** A local command that reads input or gives bytes, or whose output is cut at a limit. */
  async plumb(command: Omit<SpawnedCommand, 'env' | 'folder'>, signal: AbortSignal): Promise<Buffer> {
    signal.throwIfAborted();
    const result = await spawnGit({ ...command, folder: this.folder, env: this.#local }, signal);
    const full = result.stdout.length >= (command.maxBytes ?? Infinity);
    if (full && !signal.aborted) return result.stdout;
    return this.#success(command.args, result, signal);
  }

  /** Whether contents of files that the remote has may be missing here. */
  get isPartial(): boolean {
    return this.#filters !== 'none';
  }

  /** Asks the remote; fails with `GitFailure`. */
  async ask(args: readonly string[], signal: AbortSignal): Promise<Buffer> {
    const command = { args, folder: this.folder, env: this.#network() };
    return (await this.#within(args, signal, (limited) => spawnGit(command, limited))).stdout;
  }

  /** `git fetch`, one at a time: two would both want to write the list of shallow commits. Fails with `GitFailure`. */
  fetch(fetch: Fetch, signal: AbortSignal): Promise<void> {
    const run = () => this.#fetch(fetch, signal);
    const turn = this.#fetching === null ? run() : this.#fetching.then(run);
    const settled = turn
      .catch(() => {})
      .then(() => {
        if (this.#fetching === settled) this.#fetching = null;
      });
    this.#fetching = settled;
    return turn;
  }

  /** All that the fetched branches hold by now: for a remote that gives nothing by its id. */
  async fetchWhole(signal: AbortSignal): Promise<void> {
    const args = ['for-each-ref', '--format=%(refname:lstrip=3)', 'refs/remotes/origin/'];
    const names = (await this.plumb({ args }, signal)).toString().split('\n').filter(Boolean);
    const branches = names.map((name) => `refs/heads/${name}`);
    await this.fetch({ args: ['--depth=1', 'origin', ...branches], scope: 'all', isUntold: true }, signal);
    this.#filters = 'none';
  }

  /** Where the remote cannot leave things out, it sends all, and nothing is missing. */
  async #fetch(fetch: Fetch, signal: AbortSignal): Promise<void> {
    const scope = this.isPartial ? fetch.scope : 'all';
    try {
      const { stderr } = await this.#fetchAs(scope, fetch, signal);
      if (scope !== 'all' && this.#filters === 'unknown')
        this.#filters = hasIgnoredFilter(stderr) ? 'none' : 'used';
    } catch (error) {
      if (scope === 'all' || !refusesFilter(error)) throw error;
      if (this.#filters === 'unknown') this.#filters = 'none';
      await this.#fetchAs('all', fetch, signal);
    }
  }

  /** Started directly: it is all that a wake with nothing to do needs of git. */
  #fetchAs(scope: FetchScope, { args, input, isUntold = false }: Fetch, signal: AbortSignal) {
    const all = [...FETCH, FILTERS[scope], ...args];
    const command = { args: all, folder: this.folder, env: this.#network(isUntold) };
    const text = input === undefined ? {} : { input: Buffer.from(input) };
    return this.#within(all, signal, (limited) => spawnGit({ ...command, ...text }, limited));
  }

  #network(isUntold = false): Record<string, string> {
    return networkEnvironment(this.options, this.folder, { isPartial: this.isPartial, isUntold });
  }

  close(): void {
    this.objects.close();
    this.commits.close();
  }

  /** Pushes; never fails, because whether it landed has to be judged from all that is known. */
  async push(args: readonly string[], signal: AbortSignal): Promise<GitResult> {
    signal.throwIfAborted();
    const limited = AbortSignal.any([signal, AbortSignal.timeout(this.timeoutMs)]);
    const command = { args: ['push', ...args], folder: this.folder, env: this.#network() };
    const result = await spawnGit(command, limited);
    return limited.aborted ? { ...result, code: null } : result;
  }

  /** What a remote-tracking ref holds; null when there is none. */
  async tracked(branch: string, signal: AbortSignal): Promise<Sha | null> {
    const file = join(this.folder, trackingRef(branch));
    // A folder of that name holds branches below it, and says nothing of this one.
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === true)
      return readFileSync(file, 'utf8').trim();
    // Git keeps a ref in a file of its own until somebody packs refs, and nobody has a reason to.
    if (!existsSync(join(this.folder, 'packed-refs'))) return null;
    const listed = await this.local(['for-each-ref', '--format=%(objectname)', trackingRef(branch)], signal);
    return listed.toString().trim() || null;
  }

  forget(branch: string): void {
    rmSync(join(this.folder, trackingRef(branch)), { force: true, recursive: true });
  }

  /** Wraps a failed command on the network once; other errors pass. */
  halt(error: unknown): unknown {
    return error instanceof GitFailure ? remoteHalt(error, this.options.remote, this.timeoutMs) : error;
  }

  /** The same for the first command of a run. */
  firstHalt(error: unknown): unknown {
    return error instanceof GitFailure ? firstLookHalt(error, this.options.remote, this.timeoutMs) : error;
  }

  async #within(
    args: readonly string[],
    signal: AbortSignal,
    run: (limited: AbortSignal) => Promise<GitResult>,
  ): Promise<GitResult> {
    signal.throwIfAborted();
    const limit = AbortSignal.timeout(this.timeoutMs);
    const result = await run(AbortSignal.any([signal, limit]));
    signal.throwIfAborted();
    if (result.code === 0) return result;
    throw new GitFailure(args, result, limit.aborted);
  }

  #success(args: readonly string[], result: GitResult, signal: AbortSignal): Buffer {
    signal.throwIfAborted();
    if (result.code === 0) return result.stdout;
    throw new GitFailure(args, result, false);
  }
}

const FETCH = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', '--no-recurse-submodules'];

/**
 * Makes the empty repository. Written as files, because `git init` would cost one more process per wake, and without
 * waiting, because `node:fs/promises` would cost more than these few files.
 */
export async function openRepository(options: RepositoryOptions): Promise<Repository> {
  rmSync(options.folder, { recursive: true, force: true });
  for (const folder of ['objects', 'refs', 'info'])
    mkdirSync(join(options.folder, folder), { recursive: true, mode: 0o700 });
  for (const [path, text] of repositoryFiles(options.remote))
    writeFileSync(join(options.folder, path), text, { mode: 0o600 });
  const sshCommand = usesSsh(options.remote) ? await machineSshCommand(options) : undefined;
  return new Repository(sshCommand === undefined ? options : { ...options, sshCommand });
}

/** Ours would hide it, so it is kept and only told not to ask questions. */
async function machineSshCommand(options: RepositoryOptions): Promise<string | undefined> {
  const env = networkEnvironment(options, options.folder, { isPartial: false });
  const command = { args: ['config', '--get', 'core.sshCommand'], folder: options.folder, env };
  const { stdout } = await spawnGit(command, AbortSignal.timeout(10_000));
  return stdout.toString().trim() || undefined;
}

export function trackingRef(branch: string): string {
  return `refs/remotes/origin/${branch}`;
}
