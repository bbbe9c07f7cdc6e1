import type { Goal } from '../goal.ts';
import type { State } from '../state.ts';
import { type DueGoal, dueGoals } from './due.ts';
import { isRipe, runsWanted } from './inbox.ts';

export interface LateFacts {
  readonly goals: readonly Goal[];
  readonly state: State;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Ids of the requests that the wake has looked at before. */
  readonly known: ReadonlySet<string>;
  /** How many alert issues may be open. */
  readonly mostAlerts: number;
  readonly hasTimeFor: (goal: Goal) => boolean;
}

/** Goals that were asked for since the wake looked last, that have no lease, and that it has time for. */
export function lateGoals(facts: LateFacts): readonly DueGoal[] {
  const { goals, state, now, known, mostAlerts, hasTimeFor } = facts;
  const wanted = goals.filter(
    (goal) =>
      state.lock.leases[goal.id] === undefined &&
      hasTimeFor(goal) &&
      runsWanted(state, goal.id).some((request) => !known.has(request.id) && isRipe(request, state, now)),
  );
  const due = dueGoals({ goals: wanted, state, now, asked: [], met: new Set(), mostAlerts });
  return due.filter(({ why }) => why === 'request' || why === 'event');
}
