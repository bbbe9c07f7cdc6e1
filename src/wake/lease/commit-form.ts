import { Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { opensDrafts } from '../../core/goal.ts';
import { type CommitForm, commitFormOf } from '../../core/progress/commit-form.ts';
import type { Session } from './session.ts';

/** In what form the default branch writes its commits, asked once a lease. Null: it has none, the goal changes nothing, or it cannot be read. */
export function commitFormReader(session: Session, goal: Goal): () => Promise<CommitForm | null> {
  let read: Promise<CommitForm | null> | null = null;
  return () => {
    read ??= opensDrafts(goal) ? readForm(session) : Promise.resolve(null);
    return read;
  };
}

async function readForm({ world, tips, deadline }: Session): Promise<CommitForm | null> {
  try {
    return commitFormOf(await world.workspace.newest(tips.base.commit, deadline.work));
  } catch (error) {
    // No work fails for the want of a form.
    if (error instanceof Halt) return null;
    throw error;
  }
}
