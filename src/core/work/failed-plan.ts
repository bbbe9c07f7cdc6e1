import { ENDINGS, type Halt } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { itemEndingFacts } from '../item-ending.ts';
import { newCheckpoint } from '../progress/checkpoint.ts';
import type { WorkRequest } from '../request.ts';
import type { State } from '../state.ts';
import type { GoalPlan } from './goal-plan.ts';

export interface FailedPlanFacts {
  readonly state: State;
  /** All that wait for the goal. */
  readonly requests: readonly WorkRequest[];
  /** So many failures in a row raise an alert. */
  readonly failuresToAlert: number;
  /** Commands of the goal were run, and failed in the time that the goal gives them. */
  readonly hasRunCommands: boolean;
}

/**
 * What a lease is for where nothing could be planned: to write down why, so that status, failures in a row and alerts
 * know it. Null: it is written down already, or it says nothing about the goal.
 */
export function failedPlan(goal: Goal, halt: Halt, facts: FailedPlanFacts): GoalPlan | null {
  const { ending, detail } = halt;
  const { state, requests, hasRunCommands } = facts;
  const lease = state.lock.leases[goal.id];
  if (!isGoalsOwn(halt, facts) || lease !== undefined || isWrittenDown(goal, halt, facts)) return null;
  const checkpoint = state.checkpoints[goal.id];
  return {
    goal,
    seen: { checkpoint, lease },
    dead: null,
    checkpoint: checkpoint ?? newCheckpoint(goal.id),
    events: [],
    items: [],
    idle: { ending, detail },
    window: null,
    requests,
    begins: false,
    ...(hasRunCommands ? { hasRunCommands } : {}),
  };
}

/** Not what ends the whole wake, and nothing that keeps the state branch from being written. */
function isGoalsOwn({ ending }: Halt, { hasRunCommands }: FailedPlanFacts): boolean {
  if (itemEndingFacts(ending).endsWake || ending === 'bad_state_file') return false;
  if (ending === 'time_limit') return hasRunCommands;
  return ENDINGS[ending].alert !== 'never';
}

/** Written often enough for its alert: more of the same would only be a push at every tick. After commands the goal waits, so each is. */
function isWrittenDown(
  goal: Goal,
  { ending }: Halt,
  { state, failuresToAlert, hasRunCommands }: FailedPlanFacts,
): boolean {
  if (hasRunCommands) return false;
  const known = state.status.goals[goal.id];
  const failures = state.checkpoints[goal.id]?.consecutive_failures ?? 0;
  return known?.ending === ending && failures >= failuresToAlert;
}
