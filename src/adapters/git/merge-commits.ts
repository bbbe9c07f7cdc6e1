import { fixed } from '../../core/text/masked.ts';
import type { Author, MergeSides, Sha } from '../../ports.ts';
import { changedContents } from './compare-commits.ts';
import { GitFailure } from './git-failure.ts';
import { makeMerge } from './make-commit.ts';
import { fetchMissing } from './on-demand.ts';
import type { Repository } from './repository.ts';
import { checkedSha } from './stored-tree.ts';

/** Of commits that are merged and never pushed. */
const NOBODY: Author = { name: fixed('nobody'), email: fixed('nobody@localhost'), time: 0 };

/** `git merge-tree` ends so when the sides conflict, and when it is older than 2.38 and does not know how. */
const CANNOT: readonly (number | null)[] = [1, 129];

/**
 * Merges the three trees as if nothing else had ever been there: commits are fetched without their history, in which git
 * would look for the base.
 */
export async function mergeCommits(
  repository: Repository,
  sides: MergeSides,
  signal: AbortSignal,
): Promise<Sha | null> {
  const of = async (commit: Sha, parents: readonly Sha[]): Promise<Sha> => {
    const [tree] = await repository.objects.get([`${checkedSha(commit)}^{tree}`], signal);
    if (tree === null || tree === undefined) throw new Error(`The commit ${commit} has not been fetched.`);
    return makeMerge(repository, { tree: tree.id, parents, message: fixed(''), author: NOBODY }, signal);
  };
  await fetchSides(repository, sides, signal);
  const base = await of(sides.base, []);
  const tree = await mergedTree(
    repository,
    [await of(sides.ours, [base]), await of(sides.theirs, [base])],
    signal,
  );
  if (tree === null) return null;
  const { ours, theirs, message, author } = sides;
  return makeMerge(repository, { tree, parents: [ours, theirs], message, author }, signal);
}

/** Git compares what either side has changed, and where a file went. */
async function fetchSides(
  repository: Repository,
  { base, ours, theirs }: MergeSides,
  signal: AbortSignal,
): Promise<void> {
  if (!repository.isPartial) return;
  const changed = [ours, theirs].map((to) => changedContents(repository, { from: base, to }, signal));
  await fetchMissing(repository, (await Promise.all(changed)).flat(), signal);
}

async function mergedTree(
  repository: Repository,
  commits: readonly [Sha, Sha],
  signal: AbortSignal,
): Promise<Sha | null> {
  try {
    const args = ['merge-tree', '--write-tree', '--no-messages', ...commits];
    return (await repository.plumb({ args }, signal)).toString().trim();
  } catch (error) {
    if (error instanceof GitFailure && CANNOT.includes(error.result.code)) return null;
    throw error;
  }
}
