import type { Goal } from '../../core/goal.ts';
import type { Checkpoint } from '../../core/state.ts';
import { isInputChanged, lastInput } from '../../core/work/same-input.ts';
import type { Session } from '../lease/session.ts';

/** Whether a window would give the model only what the last finished one has given it. */
export async function isInputSame(
  session: Session,
  goal: Goal,
  { checkpoint, input }: { readonly checkpoint: Checkpoint; readonly input: string },
): Promise<boolean> {
  const before = lastInput(goal, checkpoint, input);
  const now = session.tips.base.commit;
  if (before === null) return false;
  if (before === now) return true;
  const { workspace } = session.world;
  const signal = session.deadline.work;
  // Somebody has rewritten the default branch: what it was before cannot be told.
  if (!(await workspace.fetchCommit(before, signal))) return false;
  const [changed, removed] = await Promise.all([
    workspace.changedPaths(before, now, signal),
    workspace.changedPaths(now, before, signal),
  ]);
  return !isInputChanged(goal, checkpoint, [...changed, ...removed]);
}
