import { leaseLost } from '../../core/halt.ts';
import { carriedOver } from '../../core/progress/draft-outcome.ts';
import type { Draft } from '../../ports.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import type { Hold } from '../lease/held-goal.ts';

/**
 * A person merged the draft before the last work was pushed to its branch: a push of its own brings that work to the
 * branch of the next generation. False: it could not be pushed.
 */
export async function carryOver(hold: Hold, key: string, draft: Draft): Promise<boolean> {
  const { session, goal } = hold;
  const signal = session.deadline.work;
  const next = carriedOver(hold.checkpoint, goal, key).drafts[key];
  if (next === undefined || next.tip === null) return false;
  if (!(await session.world.workspace.fetchCommit(next.tip, signal))) return false;
  const outcome = await hold.commit(
    {
      what: STATE_COMMITS.continueOn(next.branch),
      change: (checkpoint) => carriedOver(checkpoint, goal, key),
      refs: [{ goal: goal.id, draftKey: key, generation: next.generation, commit: next.tip, expect: null }],
      events: [
        {
          event: 'draft_merged',
          goal: goal.id,
          name: `#${draft.number}`,
          branch: draft.branch,
          generation: next.generation - 1,
          nextBranch: next.branch,
        },
      ],
      item: hold.leaseIn(session.ledger.state)?.item ?? null,
      givesWay: true,
    },
    signal,
  );
  if (outcome.kind === 'stale') throw hold.reasonToEnd(session.ledger.state) ?? leaseLost(goal.id);
  return outcome.kind !== 'branches_refused';
}
