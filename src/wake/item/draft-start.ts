import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { loggedTitle } from '../../core/item.ts';
import type { ItemTarget } from '../../core/work/attempt.ts';
import type { TreeStart } from '../../ports.ts';
import { mergeCommitMessage } from '../../report/on-github/commit-message.ts';
import type { Hold } from '../lease/held-goal.ts';

/**
 * An attempt goes on from what its draft holds. With `when_draft_is_open: update` the default branch as it is now is
 * brought into that first, so that a draft which waits long does not rot; the merge lands with the work or not at all.
 */
export async function startOf(hold: Hold, { item, draft }: ItemTarget): Promise<TreeStart> {
  const { session, goal } = hold;
  const { workspace } = session.world;
  const { work } = session.deadline;
  const { branch, commit: newest } = session.tips.base;
  const asItIs = { commit: draft.tip ?? draft.base, base: draft.base, untouched: newest };
  if (draft.base === newest) return asItIs;
  const isThere = await workspace.fetchCommit(draft.base, work);
  // Somebody has rewritten the default branch, and nothing has been pushed so far that could go on from the old one.
  if (!isThere && draft.tip === null) return { commit: newest, base: newest, untouched: newest };
  if (goal.whenDraftIsOpen !== 'update' || draft.tip === null || !isThere) return asItIs;
  const sides = { base: draft.base, ours: draft.tip, theirs: newest };
  const merged = await workspace.merge({ ...sides, ...mergeWords(hold, draft.branch) }, work);
  if (merged !== null) return { commit: merged, base: newest, untouched: newest };
  session.journal.write({
    event: 'draft_behind',
    goal: goal.id,
    item: item.key,
    title: loggedTitle(item),
    branch: draft.branch,
    base: branch,
  });
  return asItIs;
}

function mergeWords({ session, epoch, goal }: Hold, branch: string) {
  const { settings, world, order, tips, mask } = session;
  const { name, email, prefix } = maskedRecord(settings.commit, mask);
  const origin = { wake: order.wake.id, epoch, step: null, nonce: world.random.nonce() };
  const said = { ...origin, prefix, goal: goal.id, from: tips.base.branch, into: branch };
  return {
    message: maskedAboveFoot(mergeCommitMessage(maskedRecord(said, mask)), mask),
    author: { name, email, time: world.clock.now() },
  };
}
