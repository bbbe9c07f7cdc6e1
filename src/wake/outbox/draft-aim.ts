import { withDraft } from '../../core/progress/checkpoint.ts';
import { isAimedAtOldDefault } from '../../core/progress/found-drafts.ts';
import type { DraftRecord } from '../../core/state.ts';
import type { Draft, DraftChange } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import type { Session } from '../lease/session.ts';

/**
 * Where the default branch is another one now, or has another name, the draft is aimed at it. Where it does not hold what the draft is
 * based on, a person has to decide; that is said once.
 */
export async function aimAt(hold: Hold, key: string, open: Draft): Promise<Pick<DraftChange, 'base'>> {
  const { session, goal } = hold;
  const { branch } = session.tips.base;
  const record = hold.checkpoint.drafts[key];
  if (record === undefined || !isAimedAtOldDefault(record, open, branch)) return {};
  const isThere = await holdsBase(session, record);
  hold.receive((checkpoint) => {
    const now = checkpoint.drafts[key];
    return now === undefined ? checkpoint : withDraft(checkpoint, key, { ...now, aimed_at: branch });
  });
  const facts = { draft: open.number, from: open.base, to: branch, isAimed: isThere };
  session.journal.write({ event: 'draft_aimed', goal: goal.id, ...facts });
  return isThere ? { base: branch } : {};
}

/** So many commits of the old default branch may be missing in the new one: the draft would show them as its own. */
const MOST_MISSING = 5;

/** Whether the default branch has what the draft started from, or nearly all of it. Without a common history it has nothing. */
async function holdsBase({ world, tips, deadline }: Session, { base }: DraftRecord): Promise<boolean> {
  if (base === tips.base.commit) return true;
  if (!(await world.workspace.fetchCommit(base, deadline.work))) return false;
  const range = { tip: base, from: tips.base.commit, since: 0, limit: MOST_MISSING + 1 };
  const missing = await world.workspace.history(range, deadline.work);
  return missing.length <= MOST_MISSING && missing.every(({ parents }) => parents > 0);
}
