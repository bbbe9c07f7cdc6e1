import { ENDINGS, type Halt } from '../../core/ending.ts';
import type { Goal } from '../../core/goal.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import type { GoalPlan } from '../lease/goal-plan.ts';
import type { Session } from '../lease/session.ts';
import { asksFor } from './requests-for.ts';

/**
 * What a lease is for where nothing could be planned: to write down why, so that status, failures in a row and alerts
 * know it. Null: it is written down already, or it says nothing about the goal.
 */
export function failedPlan(session: Session, goal: Goal, halt: Halt): GoalPlan | null {
  const { ending, detail } = halt;
  const { state } = session.ledger;
  const lease = state.lock.leases[goal.id];
  if (!isGoalsOwn(halt) || lease !== undefined || isWrittenDown(session, goal, halt)) return null;
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
    requests: asksFor(session, goal.id).requests,
    begins: false,
  };
}

/** Not what ends the whole wake, and nothing that keeps the state branch from being written. */
function isGoalsOwn({ ending }: Halt): boolean {
  if (itemEndingFacts(ending).endsWake || ending === 'time_limit' || ending === 'bad_state_file')
    return false;
  return ENDINGS[ending].alert !== 'never';
}

/** Told often enough for its alert: more of the same would only be a push at every tick. */
function isWrittenDown({ ledger, settings }: Session, goal: Goal, { ending }: Halt): boolean {
  const known = ledger.state.status.goals[goal.id];
  const failures = ledger.state.checkpoints[goal.id]?.consecutive_failures ?? 0;
  return known?.ending === ending && failures >= settings.alerts.consecutiveFailures;
}
