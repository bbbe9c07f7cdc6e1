import type { Lock } from '../state.ts';
import type { DueGoal } from './due.ts';

/**
 * What the first run of an agent works on: one goal, so that people see what comes of it before the others follow with the next
 * runs. Goals that a person asked for are all worked on. `due`: in the order of work.
 */
export function withinFirstRun(due: readonly DueGoal[], { epoch }: Pick<Lock, 'epoch'>): readonly DueGoal[] {
  // The epoch rises with each lease that was ever taken.
  if (epoch > 0) return due;
  const asked = due.filter(({ why }) => why === 'asked' || why === 'request');
  return asked.length > 0 ? asked : due.slice(0, 1);
}
