import { join } from 'node:path';
import type { CommitInfo, Sha } from '../../ports.ts';
import { type LoggedCommit, parseLog } from './commit-log.ts';
import { GitFailure } from './git-failure.ts';
import { openRepository, type Repository, type RepositoryOptions } from './repository.ts';
import { checkedSha } from './stored-tree.ts';

/** More commits than this are never fetched for a range without a start. */
const MOST_COMMITS = 20_000;

/**
 * The commits of the remote, without trees and files where the remote can leave them out. They live in a repository
 * beside the main one, so that looking back never makes its shallow history deeper.
 */
export class History {
  readonly #options: RepositoryOptions;
  #opened: Promise<Repository> | null = null;
  /** Tip → the second back to which its commits are here. */
  readonly #covered = new Map<Sha, number>();
  /** A later, nearer limit would cut off again what is here already. */
  #farthest = Infinity;
  #remoteIsShallow = false;

  constructor(options: RepositoryOptions) {
    this.#options = { ...options, folder: join(options.folder, '..', 'history.git') };
  }

  /** Commits of `tip` from `second` (Unix time) on, newest first, and never a parent before its child. */
  since(tip: Sha, second: number, signal: AbortSignal): Promise<readonly LoggedCommit[]> {
    return this.#knowingShallowRemotes(async () => {
      if (!(await this.#cover(tip, second, signal))) return [];
      const range = second > 0 ? [`--max-age=${second}`] : [];
      const args = [
        'log',
        '-z',
        '--pretty=raw',
        '--date-order',
        '--no-color',
        ...range,
        checkedSha(tip),
        '--',
      ];
      return parseLog(await this.#look(args, signal));
    });
  }

  /** The newest commit that is not after `second`. */
  before(tip: Sha, second: number, signal: AbortSignal): Promise<Sha | null> {
    return this.#knowingShallowRemotes(async () => {
      if (!(await this.#cover(tip, second, signal))) return null;
      const args = ['rev-list', '--max-count=1', `--min-age=${second}`, checkedSha(tip), '--'];
      const here = (await this.#look(args, signal)).trim() || null;
      // What lies within the covered time is here already; otherwise it is the next generation.
      if (here !== null || this.#remoteIsShallow) return here;
      await this.#fetch(['--deepen=1'], tip, signal);
      return (await this.#look(args, signal)).trim() || null;
    });
  }

  async close(): Promise<void> {
    (await this.#opened)?.objects.close();
  }

  /** A remote that is shallow itself says where its history ends only when it is asked for a depth, from the start. */
  async #knowingShallowRemotes<T>(question: () => Promise<T>): Promise<T> {
    try {
      return await question();
    } catch (error) {
      if (this.#remoteIsShallow || !endsUnannounced(error)) throw error;
      this.#remoteIsShallow = true;
      this.#covered.clear();
      this.#opened = openRepository(this.#options);
      return question();
    }
  }

  async #look(args: readonly string[], signal: AbortSignal): Promise<string> {
    return (await (await this.#repository()).plumb({ args }, signal)).toString();
  }

  /** False: the remote has no such commit any more, or none as new as that. */
  async #cover(tip: Sha, second: number, signal: AbortSignal): Promise<boolean> {
    const from = this.#remoteIsShallow ? 0 : Math.min(second, this.#farthest);
    if ((this.#covered.get(tip) ?? Infinity) <= from) return true;
    const depth = from > 0 ? `--shallow-since=@${from} +0000` : `--depth=${MOST_COMMITS}`;
    const found = await this.#fetch([depth], tip, signal);
    if (found) this.#covered.set(tip, from);
    if (found) this.#farthest = from;
    return found;
  }

  async #fetch(depth: readonly string[], tip: Sha, signal: AbortSignal): Promise<boolean> {
    const repository = await this.#repository();
    const refspec = `+${checkedSha(tip)}:refs/kept/${tip}`;
    try {
      await repository.fetch(['--filter=tree:0', ...depth, 'origin', refspec], signal);
      return true;
    } catch (error) {
      if (isGone(error) || selectsNothing(error)) return false;
      throw endsUnannounced(error) ? error : repository.halt(error);
    }
  }

  #repository(): Promise<Repository> {
    this.#opened ??= openRepository(this.#options);
    return this.#opened;
  }
}

/** Oldest first, without the commits that are reachable from `from`. */
export function inWindow(
  commits: readonly LoggedCommit[],
  excluded: ReadonlySet<Sha>,
): readonly CommitInfo[] {
  const kept = commits.filter((commit) => !excluded.has(commit.commit)).reverse();
  return kept.map(({ parentIds, ...commit }) => ({ ...commit, parents: parentIds.length }));
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

/** Commits are missing that the remote should have sent, or should have said that it has not. */
function endsUnannounced(error: unknown): boolean {
  const words = error instanceof GitFailure ? error.result.stderr : '';
  return /from promisor remote|could not read [0-9a-f]{40}|traverse parents|did not send all necessary/i.test(
    words,
  );
}

function selectsNothing(error: unknown): boolean {
  const words = error instanceof GitFailure ? error.result.stderr : '';
  return /no commits selected for shallow requests|error processing shallow info/i.test(words);
}
