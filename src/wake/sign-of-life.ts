import { isNewEnding, owesSignOfLife as isOwed } from '../core/health/sign-of-life.ts';
import type { GoalResult } from '../core/wake-result.ts';
import { endingOfRun } from '../core/work/worst-end.ts';
import type { Session } from './lease/session.ts';

/**
 * Whether a wake that holds no goal writes something all the same. Before the first one that works there is nowhere to write to, unless
 * all work is left to other jobs: nobody would notice that none of them begins.
 */
export function owesSignOfLife(
  { ledger, world, snapshot, deferral }: Session,
  results: readonly Pick<GoalResult, 'ending'>[] = [],
): boolean {
  return (
    (ledger.tip !== null || deferral.goals.length > 0) &&
    isOwed(ledger.state.status, endingOfRun(results, snapshot), world.clock.now())
  );
}

/** An ending that people should know of, and that the last wake did not have. */
export function isOtherEnding({ ledger }: Session, ending: GoalResult['ending']): boolean {
  return isNewEnding(ledger.state.status, ending);
}
