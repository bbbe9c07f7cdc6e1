import { type DueGoal, dueGoals } from '../../core/due/due.ts';
import type { Session } from '../lease/session.ts';
import { metConditions } from './conditions.ts';

/** The goals that are due by the newest state, in the order in which they are worked on. */
export async function dueNow(session: Session): Promise<readonly DueGoal[]> {
  const { goals, ledger, order, settings, world } = session;
  const met = await metConditions(session);
  return dueGoals({
    goals,
    state: ledger.state,
    now: world.clock.now(),
    asked: order.trigger.goals,
    met,
    mostAlerts: settings.alerts.open,
  });
}
