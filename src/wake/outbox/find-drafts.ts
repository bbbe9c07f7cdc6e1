import { ofThisState } from '../../core/progress/found-drafts.ts';
import type { DraftRecord } from '../../core/state.ts';
import type { Draft } from '../../ports.ts';
import type { Session } from '../lease/session.ts';

/** Drafts of a record's branch in every state, oldest first; without those that ended before this state began. */
export async function findDrafts(
  { world, ledger }: Pick<Session, 'world' | 'ledger'>,
  record: DraftRecord,
  signal: AbortSignal,
): Promise<readonly Draft[]> {
  const found = await world.github.findDrafts(record.branch, signal);
  return ofThisState(found, ledger.state.lock, record);
}
