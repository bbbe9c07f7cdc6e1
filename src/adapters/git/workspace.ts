import { eachInSteps } from '../../core/text/steps.ts';
import type { CommitInfo, HistoryRange, Sha, TreeEntry, Workspace } from '../../ports.ts';
import { commitTime } from './commit-log.ts';
import { CopiedHistory, History, inWindow, isGone, reachable } from './history.ts';
import { inTurns, recordsOf } from './in-turns.ts';
import { mergeCommits } from './merge-commits.ts';
import type { Repository } from './repository.ts';
import { fetchOne } from './state-branch.ts';
import { checkedSha } from './stored-tree.ts';
import { TreeListings } from './tree-listing.ts';
import { WorkFolders } from './work-folders.ts';
import { openWorkTree } from './work-tree.ts';

/** The repository's own files and history, each fetched no deeper than a question needs. */
export function openWorkspace(repository: Repository): Workspace & { close(): Promise<void> } {
  const history = new History(repository.options);
  const listings = new TreeListings(repository);
  const folders = new WorkFolders(repository, listings);
  const copy = new CopiedHistory(repository.options);
  return {
    fetchBranch: (branch, signal) => fetchOne(repository, { branch, scope: 'without_contents' }, signal),
    fetchCommit: (commit, signal) => fetchCommit(repository, commit, signal),
    fetchCommits: (commits, signal) => fetchCommits(repository, commits, signal),
    files: (commit, signal) => listings.of(commit, signal),
    commitAt: (tip, time, signal) => commitAt({ repository, history }, { tip, time }, signal),
    history: (range, signal) => commitsOf({ repository, history }, range, signal),
    newest: async (tip, signal) => inWindow(await history.newest(tip, signal), new Set()).toReversed(),
    changedPaths: (from, to, signal) => changedPaths({ repository, listings }, { from, to }, signal),
    merge: (sides, signal) => mergeCommits(repository, sides, signal),
    open: (start, signal) => openWorkTree({ repository, folders, listings, copy }, start, signal),
    close: () => history.close(),
  };
}

interface Sources {
  readonly repository: Repository;
  readonly history: History;
}

function fetchCommit(repository: Repository, commit: Sha, signal: AbortSignal): Promise<boolean> {
  return fetchCommits(repository, [commit], signal);
}

/** False: the remote lacks one of them, and then none may have come. */
async function fetchCommits(
  repository: Repository,
  commits: readonly Sha[],
  signal: AbortSignal,
): Promise<boolean> {
  const objects = await repository.objects.get(commits.map(checkedSha), signal);
  const missing = new Set(commits.filter((_, n) => objects[n]?.type !== 'commit'));
  if (missing.size === 0) return true;
  try {
    const refspecs = [...missing].map((commit) => `+${commit}:refs/kept/${commit}`);
    await repository.fetch({ args: ['--depth=1', 'origin', ...refspecs], scope: 'without_contents' }, signal);
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw repository.halt(error);
  }
}

/** Null: neither here nor at the remote. */
async function timeOf(repository: Repository, commit: Sha, signal: AbortSignal): Promise<number | null> {
  if (!(await fetchCommit(repository, commit, signal))) return null;
  const [object] = await repository.objects.get([commit], signal);
  return object?.type === 'commit' ? commitTime(object.bytes.toString('utf8')) : null;
}

async function commitAt(
  sources: Sources,
  question: { readonly tip: Sha; readonly time: number },
  signal: AbortSignal,
): Promise<Sha | null> {
  const tipTime = await timeOf(sources.repository, question.tip, signal);
  if (tipTime === null) return null;
  if (tipTime <= question.time) return question.tip;
  return sources.history.before(question.tip, question.time, signal);
}

async function commitsOf(
  sources: Sources,
  range: HistoryRange,
  signal: AbortSignal,
): Promise<readonly CommitInfo[]> {
  const tipTime = await timeOf(sources.repository, range.tip, signal);
  if (tipTime === null || range.tip === range.from) return [];
  const pair = range.from === null ? null : await sources.history.between(range.from, range.tip, signal);
  if (pair !== null) return inWindow(pair, new Set()).slice(0, range.limit);
  if (tipTime <= range.since) return [];
  // What happened in the very millisecond belongs to the window before.
  const since = range.since + 1;
  const commits = await sources.history.since(range.tip, since, signal);
  if (range.from === null) return inWindow(commits, new Set()).slice(0, range.limit);
  const known = await beside(sources, { from: range.from, since }, signal);
  return inWindow(commits, reachable(known, range.from)).slice(0, range.limit);
}

/** Commits of a `from` that is not part of the tip's history; none when it is older than the window or gone. */
async function beside(
  sources: Sources,
  question: { readonly from: Sha; readonly since: number },
  signal: AbortSignal,
) {
  const time = await timeOf(sources.repository, question.from, signal);
  if (time === null || time < question.since) return [];
  return sources.history.since(question.from, question.since, signal);
}

async function changedPaths(
  { repository, listings }: { readonly repository: Repository; readonly listings: TreeListings },
  pair: { readonly from: Sha; readonly to: Sha },
  signal: AbortSignal,
): Promise<readonly string[]> {
  if (!(await fetchCommit(repository, pair.to, signal)))
    throw new Error(`The remote has no commit ${pair.to}.`);
  if (!(await fetchCommit(repository, pair.from, signal))) {
    // Rewritten history: nothing is known about the old tree, so everything may have changed.
    return pathsOf(await listings.of(pair.to, signal));
  }
  const args = [
    'diff-tree',
    '-r',
    '-z',
    '--name-only',
    '--no-renames',
    '--diff-filter=d',
    pair.from,
    pair.to,
  ];
  const names = recordsOf(await repository.plumb({ args }, signal));
  return (
    await inTurns(
      eachInSteps(names, (name) => name),
      signal,
    )
  ).sort();
}

function pathsOf(entries: readonly TreeEntry[]): readonly string[] {
  return entries.map((entry) => entry.path);
}
