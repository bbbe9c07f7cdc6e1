import { writeFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import type { CommitInfo, Sha } from '../../ports.ts';
import { type LoggedCommit, parseLog } from './commit-log.ts';
import { GitFailure } from './git-failure.ts';
import { openRepository, type Repository, type RepositoryOptions } from './repository.ts';
import { checkedSha } from './stored-tree.ts';

/** How far back is looked, in commits: the first step is enough for most windows, beyond the last one nobody looks. */
const DEPTHS = [100, 2_000, 20_000];

interface Known {
  readonly depth: number;
  /** Newest first, and never a parent before its child. */
  readonly commits: readonly LoggedCommit[];
  /** No commit is missing that is newer than this, ms since 1970. */
  readonly after: number;
}

const NOTHING: Known = { depth: 0, commits: [], after: Number.POSITIVE_INFINITY };
const GONE: Known = { depth: 0, commits: [], after: Number.NEGATIVE_INFINITY };

/**
 * The commits of the remote, without trees and files where the remote can leave them out. They live in a repository
 * beside the main one, so that looking back never makes its shallow history deeper.
 */
export class History {
  readonly #options: RepositoryOptions;
  #opened: Promise<Repository> | null = null;
  readonly #known = new Map<Sha, Known>();

  constructor(options: RepositoryOptions) {
    this.#options = { ...options, folder: join(options.folder, '..', 'history.git'), isWhole: false };
  }

  /** Commits of `tip` from `time` (ms) on, newest first, and never a parent before its child. */
  async since(tip: Sha, time: number, signal: AbortSignal): Promise<readonly LoggedCommit[]> {
    const commits = await this.#backTo(time, tip, signal);
    return commits.filter((commit) => commit.time >= time);
  }

  /** The newest commits of `tip`, newest first, as many as one look brings. */
  async newest(tip: Sha, signal: AbortSignal): Promise<readonly LoggedCommit[]> {
    const [depth = 100] = DEPTHS;
    const { commits } = await this.#atLeast(depth, tip, signal);
    return commits.slice(0, depth);
  }

  /** The newest commit that is not after `time` (ms). */
  async before(tip: Sha, time: number, signal: AbortSignal): Promise<Sha | null> {
    const commits = await this.#backTo(time, tip, signal);
    const older = commits.filter((commit) => commit.time <= time);
    return older.toSorted((one, other) => other.time - one.time)[0]?.commit ?? null;
  }

  /** Commits of `tip` that `from` has not, newest first, and never a parent before its child. Null: `from` is none of its own. */
  async between(from: Sha, tip: Sha, signal: AbortSignal): Promise<readonly LoggedCommit[] | null> {
    for (const depth of DEPTHS) {
      const { commits, after } = await this.#atLeast(depth, tip, signal);
      const isAll = after === Number.NEGATIVE_INFINITY;
      if (commits.some(({ commit }) => commit === from)) {
        const old = reachable(commits, from);
        const fresh = commits.filter(({ commit }) => !old.has(commit));
        if (isAll || !isCutOff(fresh, commits)) return fresh;
      } else if (isAll) return null;
    }
    return null;
  }

  async close(): Promise<void> {
    (await this.#opened)?.close();
  }

  /** None: the remote no longer has the commit. */
  async #backTo(time: number, tip: Sha, signal: AbortSignal): Promise<readonly LoggedCommit[]> {
    let known = this.#known.get(tip) ?? NOTHING;
    for (const depth of DEPTHS) {
      if (known.after >= time) known = await this.#atLeast(depth, tip, signal);
    }
    return known.commits;
  }

  /** What is known of the commits of `tip`, at least so many steps back. Nothing, and all of it: the remote no longer has it. */
  async #atLeast(depth: number, tip: Sha, signal: AbortSignal): Promise<Known> {
    const before = this.#known.get(tip) ?? NOTHING;
    if (depth <= before.depth || before.after === Number.NEGATIVE_INFINITY) return before;
    if (!(await this.#fetch(depth, tip, signal))) return GONE;
    const known = knownFrom(await this.#log(tip, signal), { depth, before });
    this.#known.set(tip, known);
    return known;
  }

  async #log(tip: Sha, signal: AbortSignal): Promise<readonly LoggedCommit[]> {
    const args = ['log', '-z', '--pretty=raw', '--date-order', '--no-color', checkedSha(tip), '--'];
    return parseLog((await (await this.#repository()).plumb({ args }, signal)).toString());
  }

  async #fetch(depth: number, tip: Sha, signal: AbortSignal): Promise<boolean> {
    const repository = await this.#repository();
    const refspec = `+${checkedSha(tip)}:refs/kept/${tip}`;
    try {
      const args = [`--depth=${depth}`, 'origin', refspec];
      await repository.fetch({ args, scope: 'commits_only' }, signal);
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw repository.halt(error);
    }
  }

  #repository(): Promise<Repository> {
    this.#opened ??= openRepository(this.#options);
    return this.#opened;
  }
}

/** Where the commits are cut off, older ones are missing; not where a deeper look has found no more. */
function knownFrom(
  commits: readonly LoggedCommit[],
  { depth, before }: { readonly depth: number; readonly before: Known },
): Known {
  const cut = cutOff(commits, commits);
  const isAll = commits.length < depth || commits.length === before.commits.length;
  const after = isAll ? Number.NEGATIVE_INFINITY : Math.max(...cut.map(({ time }) => time));
  return { depth, commits, after };
}

/** Those of whose parents one is not among `all`. */
function cutOff(commits: readonly LoggedCommit[], all: readonly LoggedCommit[]): readonly LoggedCommit[] {
  const here = new Set(all.map(({ commit }) => commit));
  return commits.filter(({ parentIds }) => parentIds.some((parent) => !here.has(parent)));
}

function isCutOff(commits: readonly LoggedCommit[], all: readonly LoggedCommit[]): boolean {
  return cutOff(commits, all).length > 0;
}

/** Oldest first, without the commits that are reachable from `from`. */
export function inWindow(
  commits: readonly LoggedCommit[],
  excluded: ReadonlySet<Sha>,
): readonly CommitInfo[] {
  const kept = commits.filter((commit) => !excluded.has(commit.commit)).reverse();
  return kept.map((commit) => ({ ...commit, parents: commit.parentIds.length }));
}

/** `from` and its ancestors among `commits`, where no parent comes before its child. */
export function reachable(commits: readonly LoggedCommit[], from: Sha): ReadonlySet<Sha> {
  const found = new Set([from]);
  for (const commit of commits) {
    if (found.has(commit.commit)) for (const parent of commit.parentIds) found.add(parent);
  }
  return found;
}

/** The remote no longer has the commit, or does not give commits by their id. */
export function isGone(error: unknown): boolean {
  const words = error instanceof GitFailure ? error.result.stderr : '';
  return /not our ref|unadvertised object|couldn't find remote ref|no such remote ref/i.test(words);
}

/** Commits that a command can look back. */
const DEPTH = 100;

/**
 * A repository for commands to look into: the newest commits of the default branch with their files, but for large contents. It has
 * no remote, no hook, no key and nothing of another branch, and nobody outside of the sandbox starts git in it.
 */
export class CopiedHistory {
  readonly #options: RepositoryOptions;
  #made: Promise<string | null> | null = null;

  constructor(options: RepositoryOptions) {
    this.#options = { ...options, folder: join(options.folder, '..', 'history-copy.git'), isWhole: false };
  }

  /** Null: the remote does not give it. Made once: all tasks of a run have the same default branch. */
  async of(commit: Sha, signal: AbortSignal): Promise<string | null> {
    const made = this.#made ?? this.#make(checkedSha(commit), signal);
    this.#made = made;
    try {
      return await made;
    } catch (error) {
      if (this.#made === made) this.#made = null;
      throw error;
    }
  }

  async #make(commit: Sha, signal: AbortSignal): Promise<string | null> {
    const repository = await openRepository(this.#options);
    const { folder } = repository;
    try {
      const args = [`--depth=${DEPTH}`, 'origin', `+${commit}:refs/heads/main`];
      await repository.fetch({ args, scope: 'small_contents' }, signal);
      await repository.plumb({ args: ['read-tree', commit] }, signal);
      writeFileSync(join(folder, 'config'), CONFIG, { mode: 0o600 });
      writeFileSync(join(folder, 'HEAD'), 'ref: refs/heads/main\n', { mode: 0o600 });
      return folder;
    } catch (error) {
      if (isGone(error)) return null;
      throw repository.halt(error);
    } finally {
      repository.close();
    }
  }
}

/** In the place of that which named the remote. */
const CONFIG = `[core]
	repositoryformatversion = 0
	bare = false
	fileMode = true
	hooksPath = ${devNull}
	quotePath = false
[gc]
	auto = 0
`;
