import { partsOf } from '../../agent/reading/shown-diff.ts';
import type { CommitChange } from '../../agent/subject/commit-text.ts';
import type { CommitInfo, Sha } from '../../ports.ts';
import type { Session } from '../lease/session.ts';

/** A commit with what it changes against its first parent. Null: the remote no longer has it. */
export async function commitWithDiff(session: Session, commit: Sha): Promise<CommitChange | null> {
  const { world, deadline } = session;
  const [info] = await world.workspace.newest(commit, deadline.work);
  if (info === undefined || info.commit !== commit) return null;
  const { subject, body } = info;
  const message = body === '' ? subject : `${subject}\n\n${body}`;
  return { message, ...(await changesOf(session, info)) };
}

/** None of the first commit, and none where its parent is not there any more: there is nothing to compare with. */
async function changesOf(
  { world, tips, deadline }: Session,
  { commit, parentIds }: CommitInfo,
): Promise<Omit<CommitChange, 'message'>> {
  const { workspace } = world;
  const [base] = parentIds;
  const signal = deadline.work;
  if (base === undefined || !(await workspace.fetchCommits([commit, base], signal)))
    return { files: [], isCut: false };
  const tree = await workspace.open({ commit, base, untouched: tips.base.commit }, signal);
  try {
    const { files, patch, isCut } = await tree.diff(signal);
    const patches = new Map(partsOf(patch, () => true).map(({ path, text }) => [path, text]));
    return {
      files: files.map(({ path, added, removed, blob }) => ({
        ...{ path, change: blob === null ? 'deleted' : 'changed', added, removed },
        patch: patches.get(path) ?? null,
      })),
      isCut,
    };
  } finally {
    await tree.close();
  }
}
