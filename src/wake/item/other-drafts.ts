import type { PassedOver } from '../../core/log/task-events.ts';
import { openDrafts } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import type { ItemTarget } from '../../core/work/attempt.ts';
import type { Diff } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';

/** A person should not have to read the same change twice. Null: no other open draft of the goal holds all of it. */
export async function inOtherDraft(
  { checkpoint, session }: Hold,
  { draftKey, draft }: ItemTarget,
  { files }: Pick<Diff, 'files'>,
): Promise<PassedOver | null> {
  if (files.length === 0 || draft.tip !== null) return null;
  const { workspace } = session.world;
  const signal = session.deadline.save;
  for (const [, { tip, number, branch }] of likelyDrafts(checkpoint, { draftKey, draft })) {
    if (tip === null || !(await workspace.fetchCommit(tip, signal))) continue;
    const blobs = new Map((await workspace.files(tip, signal)).map((entry) => [entry.path, entry.blob]));
    const holdsAll = files.every(({ path, blob }) => (blobs.get(path) ?? null) === blob);
    if (holdsAll) return { kind: 'in_other_draft', draft: number === null ? branch : `#${number}` };
  }
  return null;
}

/** Those of the same window: a later window may have the same to say about what has changed since. */
function likelyDrafts(checkpoint: Checkpoint, { draftKey, draft }: Pick<ItemTarget, 'draftKey' | 'draft'>) {
  return openDrafts(checkpoint).filter(
    ([key, { window }]) => key !== draftKey && window.slot === draft.window.slot,
  );
}
