import { itemRecord, withDraft, withItem } from '../../core/progress/checkpoint.ts';
import { linesOf } from '../../core/progress/diff.ts';
import { changeDigest } from '../../core/progress/remembered-no.ts';
import type { Checkpoint, DraftRecord } from '../../core/state.ts';
import type { ItemTarget } from '../../core/work/attempt.ts';
import type { Diff } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import { type OwnWork, ownWorkAt } from '../outbox/own-work.ts';

/**
 * The target with what its branch holds, where that is the agent's own work and its record does not know it: an older state was put
 * back. The task goes on from there, instead of beside it. A branch that nothing is known of is looked at where a wake has died, or
 * has tried the task before.
 */
export async function takeUpOwnWork(hold: Hold, target: ItemTarget): Promise<ItemTarget> {
  const { session, plan, goal, checkpoint } = hold;
  const { draft, item } = target;
  const isExpected =
    draft.tip !== null || plan.dead !== null || itemRecord(checkpoint, item.key).attempts > 1;
  if (!isExpected) return target;
  const signal = session.deadline.work;
  const tip = await session.world.workspace.fetchBranch(draft.branch, signal);
  if (tip === null || tip === draft.tip) return target;
  const own = await ownWorkAt(session, { goal: goal.id, tip, draft }, signal);
  return own === null ? target : takeUp(hold, target, own);
}

async function takeUp(hold: Hold, target: ItemTarget, own: OwnWork): Promise<ItemTarget> {
  const { session, goal } = hold;
  const { item, draftKey, draft } = target;
  const diff = await diffOf(hold, own);
  const record = recordOf(draft, own, diff);
  session.journal.write({ event: 'work_found', goal: goal.id, item: item.key, branch: draft.branch });
  hold.receive((checkpoint) => withFound(checkpoint, { ...target, draft: record }));
  hold.noteWork(draftKey, diff.files);
  return { ...target, draft: record };
}

async function diffOf({ session }: Hold, { tip, base }: OwnWork): Promise<Diff> {
  const { world, tips, deadline } = session;
  await world.workspace.fetchCommit(base, deadline.work);
  const start = { commit: tip, base, untouched: tips.base.commit };
  const tree = await world.workspace.open(start, deadline.work);
  try {
    return await tree.diff(deadline.work);
  } finally {
    await tree.close();
  }
}

function recordOf(draft: DraftRecord, { tip, base }: OwnWork, diff: Diff): DraftRecord {
  const size = { changed_files: diff.files.length, changed_lines: linesOf(diff.files) };
  return { ...draft, tip, base, ...size, digest: changeDigest(diff) };
}

function withFound(checkpoint: Checkpoint, { item, draftKey, draft }: ItemTarget): Checkpoint {
  const record = itemRecord(checkpoint, item.key);
  return withItem(withDraft(checkpoint, draftKey, draft), item.key, { ...record, draft: draftKey });
}
