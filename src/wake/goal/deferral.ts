import { withLeft } from '../../core/due/left-work.ts';
import { type Goal, hasCommands } from '../../core/goal.ts';
import type { State } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import type { Session } from '../lease/session.ts';
import type { Planned } from './plan.ts';

/** Jobs that work side by side. What is due beyond that waits for the next tick. */
const MOST_DEFERRED = 8;

/**
 * Whether the goal is left to a job with a sandbox: it has commands, there is something to work on, and this machine cannot run them.
 * What needs no work, such as a goal that waits for its draft, is settled here, so that no job starts for it. `planned`: null where
 * only a command could say what there is to do.
 */
export async function isDeferred(session: Session, goal: Goal, planned: Planned | null): Promise<boolean> {
  const { deferral, world } = session;
  if (!deferral.isOn || !hasCommands(goal)) return false;
  if (planned !== null && (planned.kind === 'leave' || planned.plan.items.length === 0)) return false;
  // Looked for only here: most wakes find no such goal due.
  deferral.isOn = (await world.sandbox.reasonUnavailable()) !== null;
  if (deferral.isOn && deferral.goals.length < MOST_DEFERRED) deferral.goals = [...deferral.goals, goal.id];
  return deferral.isOn;
}

/** Writes down what this run leaves to other jobs, so that the watchdog notices where none of them begins. */
export function withDeferral({ deferral, order, world }: Session, state: State): State {
  if (order.isDeferring !== true) return state;
  const { goals } = order.trigger;
  const looked = goals.length === 0 ? null : goals;
  const at = isoTime(world.clock.now());
  return { ...state, status: withLeft(state, { left: deferral.goals, looked, at }) };
}
