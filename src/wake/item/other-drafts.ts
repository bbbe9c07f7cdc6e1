import type { PassedOver } from '../../core/log/task-events.ts';
import { openDrafts } from '../../core/progress/checkpoint.ts';
import type { DraftRecord } from '../../core/state.ts';
import type { ItemTarget } from '../../core/work/attempt.ts';
import type { Diff } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';

/** Files by path: the blob that a commit has of them. */
type Blobs = ReadonlyMap<string, string>;

/**
 * A person should not have to read the same change twice. Null: no other open draft of the agent, of whatever goal and window, holds all
 * of it. A draft holds a change where it changes the same files to the same contents.
 */
export async function inOtherDraft(
  hold: Hold,
  { draftKey, draft }: ItemTarget,
  { files }: Pick<Diff, 'files'>,
): Promise<PassedOver | null> {
  if (files.length === 0 || draft.tip !== null) return null;
  const others = likelyDrafts(hold, { draftKey, size: files.length });
  await fetchEnds(hold, others);
  for (const other of others) {
    const blobs = await blobsOf(hold, other);
    if (blobs === null) continue;
    const holdsAll = files.every(({ path, blob }) => {
      const tip = blobs.tip.get(path) ?? null;
      return tip === blob && tip !== (blobs.base.get(path) ?? null);
    });
    const { number, branch } = other;
    if (holdsAll) return { kind: 'in_other_draft', draft: number === null ? branch : `#${number}` };
  }
  return null;
}

/** Open ones that are large enough. Of this goal they are as this wake knows them, of the others as they were last pushed. */
function likelyDrafts(
  { checkpoint, goal, session }: Hold,
  { draftKey, size }: { readonly draftKey: string; readonly size: number },
): readonly DraftRecord[] {
  const own = openDrafts(checkpoint).filter(([key]) => key !== draftKey);
  const others = Object.values(session.ledger.state.checkpoints).filter((each) => each.goal !== goal.id);
  return [...own, ...others.flatMap(openDrafts)]
    .map(([, record]) => record)
    .filter(({ tip, changed_files }) => tip !== null && changed_files >= size);
}

/** In one go: each of them alone would be a connection of its own. */
async function fetchEnds({ session }: Hold, drafts: readonly DraftRecord[]): Promise<void> {
  const commits = drafts.flatMap(({ tip, base }) => (tip === null ? [] : [tip, base]));
  if (commits.length > 0)
    await session.world.workspace.fetchCommits([...new Set(commits)], session.deadline.save);
}

/** Null: the remote no longer has them. */
async function blobsOf(
  { session }: Hold,
  { tip, base }: DraftRecord,
): Promise<{ readonly tip: Blobs; readonly base: Blobs } | null> {
  const { workspace } = session.world;
  const signal = session.deadline.save;
  if (tip === null) return null;
  if (!(await workspace.fetchCommits([tip, base], signal))) return null;
  const filesOf = async (commit: string): Promise<Blobs> =>
    new Map((await workspace.files(commit, signal)).map((entry) => [entry.path, entry.blob]));
  return { tip: await filesOf(tip), base: await filesOf(base) };
}
