import { AGENT } from '../../core/alert-state.ts';
import type { Orphans } from '../../core/work/orphan-leases.ts';
import { isHolderGone } from '../../ledger/holder.ts';
import type { Session } from '../lease/session.ts';

/** Leases of goals without a file whose holder is gone as well. Asks nobody where there is none. */
export async function findOrphans(session: Session): Promise<Orphans> {
  const orphans = new Set<string>();
  for (const [goal, lease] of Object.entries(session.ledger.state.lock.leases)) {
    const isOrphan = goal !== AGENT && !session.goalIds.has(goal);
    if (isOrphan && (await isHolderGone(session, lease))) orphans.add(lease.nonce);
  }
  return orphans;
}
