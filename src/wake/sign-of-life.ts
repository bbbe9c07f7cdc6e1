import { isNewEnding, owesSignOfLife as isOwed } from '../core/health/sign-of-life.ts';
import type { GoalResult } from '../core/wake-result.ts';
import { endingOfRun } from '../core/work/worst-end.ts';
import type { Session } from './lease/session.ts';

/** Whether a wake that holds no goal writes something all the same. Before the first wake there is nowhere to write to. */
export function owesSignOfLife(
  { ledger, world, snapshot }: Session,
  results: readonly Pick<GoalResult, 'ending'>[] = [],
): boolean {
  return (
    ledger.tip !== null && isOwed(ledger.state.status, endingOfRun(results, snapshot), world.clock.now())
  );
}

/** An ending that people should know of, and that the last wake did not have. */
export function isOtherEnding({ ledger }: Session, ending: GoalResult['ending']): boolean {
  return isNewEnding(ledger.state.status, ending);
}
