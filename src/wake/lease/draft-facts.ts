import type { DraftFacts } from '../../core/due/due.ts';
import type { Goal } from '../../core/goal.ts';
import type { Checkpoint } from '../../core/state.ts';
import type { Session } from './session.ts';

export function draftFacts(session: Session, goal: Goal, checkpoint: Checkpoint): DraftFacts {
  const elsewhere = session.elsewhere.count(session, goal);
  return { elsewhere, checkpoint, totalAllowed: session.settings.openDrafts };
}
