import type { Goal } from '../../core/goal.ts';
import { asHalt, isOutage } from '../../core/halt.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import type { Checkpoint } from '../../core/state.ts';
import { DAY_MS, isoTime } from '../../core/time.ts';
import type { Session } from '../lease/session.ts';

/** Goals whose `when:` holds now: looked at by every wake, and only where a goal has one and no window is open. */
export async function metConditions(session: Session): Promise<ReadonlySet<string>> {
  const { goals, ledger } = session;
  const met = new Set<string>();
  for (const goal of goals) {
    // What has never run is due by its schedule, if it has one.
    const known = ledger.state.checkpoints[goal.id];
    const checkpoint = goal.schedule.kind === 'never' ? (known ?? newCheckpoint(goal.id)) : known;
    if (goal.enabled && checkpoint !== undefined && (await isMetOrBroken(session, goal, checkpoint)))
      met.add(goal.id);
  }
  return met;
}

/**
 * A queue that cannot be looked at is the goal's own trouble: planning meets it again, and tells. An outage makes nothing
 * due.
 */
async function isMetOrBroken(session: Session, goal: Goal, checkpoint: Checkpoint): Promise<boolean> {
  try {
    return await isConditionMet(session, goal, checkpoint);
  } catch (reason) {
    const { ending } = asHalt(reason);
    if (ending === 'bad_goal' || ending === 'forbidden') return true;
    if (isOutage(reason)) return false;
    throw reason;
  }
}

/**
 * Whether the queue from the last finished end to now has enough unfinished elements. The elements of a list are due
 * anew in each window, so a list never meets a condition by itself.
 */
export async function isConditionMet(session: Session, goal: Goal, checkpoint: Checkpoint): Promise<boolean> {
  const { finished, window, pause } = checkpoint;
  if (goal.when === null || goal.forEach === null || goal.forEach.kind === 'list') return false;
  const from = finished ?? beginningOf(session, goal);
  if (window !== null || pause !== null || from === null) return false;
  // A finder reads every file, and of the same files it says the same.
  if (goal.forEach.kind === 'findings' && finished?.commit === session.tips.base.commit) return false;
  const { queueOf } = await import('./queue.ts');
  const now = isoTime(session.world.clock.now());
  const span = { slot: now, from, to: { time: now, commit: session.tips.base.commit } };
  const { keys: queue } = await queueOf(session, goal, { checkpoint, window: span });
  return queue.length >= goal.when.queueAtLeast;
}

/** Null: it begins with a slot. */
function beginningOf({ world }: Session, { schedule }: Goal) {
  if (schedule.kind !== 'never') return null;
  return { time: isoTime(world.clock.now() - DAY_MS), commit: null };
}
