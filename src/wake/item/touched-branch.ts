import { Halt } from '../../core/ending.ts';
import { keptAmong, touchFrom } from '../../core/progress/found-drafts.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import type { Hold } from '../lease/held-goal.ts';
import { findDrafts } from '../outbox/find-drafts.ts';
import { fateOf } from '../outbox/outcomes.ts';

/** Before the model is asked: a branch that is not as the agent left it is a person's now. Null: it is untouched. */
export async function branchTouch(hold: Hold, target: ItemTarget): Promise<Attempt | null> {
  if (target.draft.tip === null) return null;
  const { work } = hold.session.deadline;
  return (await isTouched(hold, target, work)) ? endAsTouched(hold, target, null) : null;
}

/** Whether the branch is not as the agent left it. */
export async function isTouched(
  { session: { world, deadline } }: Hold,
  { draft: { branch, tip } }: ItemTarget,
  signal: AbortSignal = deadline.save,
): Promise<boolean> {
  return (await world.workspace.fetchBranch(branch, signal)) !== tip;
}

/** The attempt as it ends because a person touched the branch; none of its work is pushed. */
export async function endAsTouched(
  hold: Hold,
  target: ItemTarget,
  attempt: Attempt | null,
): Promise<Attempt> {
  const { session } = hold;
  const { draft } = target;
  const drafts = await findDrafts(session, draft, session.deadline.save);
  const work = { outcome: touchFrom(drafts), draft, found: keptAmong(drafts, draft) };
  const { outcome: touch } = await fateOf(session, work, session.deadline.save);
  const detail = ATTEMPT_TEXTS.touched(touch, target.draft.branch);
  const ended = attemptEndedBy(new Halt('taken_over', detail));
  return { ...ended, pursuit: attempt?.pursuit ?? ended.pursuit, touch };
}
