import type { Site } from '../../../src/rehearsal/github/records/site.ts';
import { draftAt } from '../../../src/rehearsal/github/routes/facts.ts';

/** Merges a pull request as GitHub squashes: the base gets one commit with what the branch changed. */
export async function merge(
  site: Site,
  number: number,
  { shouldDeleteBranch = false }: { readonly shouldDeleteBranch?: boolean },
): Promise<void> {
  const { branches, store, now } = site;
  const draft = await draftAt(site, number);
  if (draft.state !== 'open') throw new Error(`Pull request ${number} is ${draft.state}.`);
  const into = (await branches.look()).tips.get(draft.base);
  if (into === undefined) throw new Error(`There is no branch ${draft.base} any more.`);
  const [tree = ''] = (await branches.git(['merge-tree', '--write-tree', into, draft.head])).split('\n');
  const message = `${draft.title} (#${number})`;
  const env = committer(now());
  const commit = await branches.git(['commit-tree', tree, '-p', into, '-m', message], { env });
  await branches.git(['update-ref', `refs/heads/${draft.base}`, commit.trim(), into]);
  const at = { closed_at: now(), updated_at: now() };
  await store.save({ ...draft, ...at, state: 'merged', merge_commit: commit.trim() });
  if (shouldDeleteBranch) await branches.git(['update-ref', '-d', `refs/heads/${draft.branch}`]);
}

function committer(date: string): Readonly<Record<string, string>> {
  const [name, email] = ['A maintainer', 'maintainer@example.org'];
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}
