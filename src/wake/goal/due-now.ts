import { type DueGoal, dueGoals } from '../../core/due/due.ts';
import type { Goal } from '../../core/goal.ts';
import type { Session } from '../lease/session.ts';
import { metConditions } from './conditions.ts';

/** The goals that are due by the newest state, in the order in which they are worked on. */
export async function dueNow(session: Session): Promise<readonly DueGoal[]> {
  const { ledger, order, settings, world } = session;
  const met = await metConditions(session);
  return dueGoals({
    goals: ownGoals(session),
    state: ledger.state,
    now: world.clock.now(),
    asked: order.trigger.goals,
    met,
    mostAlerts: settings.alerts.open,
  });
}

/** Those that this wake may work on at all: of a matrix of jobs each has its own. */
export function ownGoals({ goals, order }: Session): readonly Goal[] {
  return order.runGoal === undefined ? goals : goals.filter(({ id }) => id === order.runGoal);
}
