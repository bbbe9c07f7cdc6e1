import { ENDINGS } from '../core/ending.ts';
import { HOUR_MS } from '../core/time.ts';
import type { GoalResult } from '../core/wake-result.ts';
import type { Session } from './lease/session.ts';
import { endingOf } from './results.ts';

/**
 * Whether a wake that holds no goal writes something all the same: at most hourly, so that silence can be told from
 * sleep, and at once when it ends otherwise than the last one did, so that the status is true.
 */
export function owesSignOfLife(
  session: Session,
  results: readonly Pick<GoalResult, 'ending'>[] = [],
): boolean {
  const { ledger, world, snapshot } = session;
  const { seen_at, stop } = ledger.state.status;
  if (ledger.tip === null) return false;
  const isFresh = seen_at !== null && world.clock.now() - Date.parse(seen_at) < HOUR_MS;
  // A wake that runs is not stopped: nobody is to read any longer that it was.
  return !isFresh || stop !== null || isOtherEnding(session, endingOf(results, snapshot));
}

/** An ending that people should know of, and that the last wake did not have. */
export function isOtherEnding({ ledger }: Session, ending: GoalResult['ending']): boolean {
  return ENDINGS[ending].level !== 'info' && ledger.state.status.last_wake?.ending !== ending;
}
