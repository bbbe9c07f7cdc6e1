import { createMask } from '../core/access/mask.ts';
import { asHalt, stoppedAtStart } from '../core/halt.ts';
import { emptyResult, type WakeOrder, type WakeResult } from '../core/wake-result.ts';
import { Deadline } from '../ledger/deadline.ts';
import { maskResult } from '../ledger/mask-deep.ts';
import type { World } from '../ports.ts';
import type { Prepared } from './steps.ts';

/** The steps of a wake. They are loaded while the remote answers; this file needs only what asks the remote. */
type Steps = typeof import('./steps.ts');

/** One wake, from its trigger to its last release. Never throws: whatever happens becomes its ending. */
export async function wake(world: World, order: WakeOrder): Promise<WakeResult> {
  const deadline = new Deadline(world.clock, order.minutes, order.cancel);
  try {
    return await fetchThenWork(world, order, deadline);
  } catch (reason) {
    return maskResult(halted(order, reason), createMask({ values: order.secrets, patterns: [] }));
  } finally {
    deadline.close();
  }
}

async function fetchThenWork(world: World, order: WakeOrder, deadline: Deadline): Promise<WakeResult> {
  const startedAt = world.clock.now();
  if (order.stop !== '') throw stoppedAtStart('WAKEFUL_STOP', order.stop);
  const [tips, steps] = await Promise.all([world.state.fetch(deadline.work), import('./steps.ts')]);
  const prepared = await steps.prepare({ world, order, deadline, startedAt, tips });
  const result = await workOnGoals(steps, prepared).catch((reason: unknown) => halted(order, reason));
  return steps.completeResult(prepared, result);
}

/** The state is open from here on: every step reads it, and every push is a compare-and-swap on it. */
async function workOnGoals(steps: Steps, prepared: Prepared): Promise<WakeResult> {
  const session = await steps.openSession(prepared);
  steps.refuseStop(session);
  steps.refuseUnknownGoals(session);
  steps.noteEndOfStop(session);
  await steps.syncFileAlerts(session);
  // With settings that are not valid nothing is known of models, budgets and bounds: no goal is worked on.
  if (session.snapshot.settingsProblems.length > 0) return steps.endIdle(session);
  const reasonIgnored = await steps.storeEvent(session);
  if (reasonIgnored !== null) return emptyResult(session.order, 'nothing_due', reasonIgnored);
  await steps.settleInbox(session);
  const found = await steps.dueNow(session);
  // Most wakes end here.
  if (found.length === 0) return steps.endIdle(session);
  let due = steps.taken(session, found);
  const run = await steps.startRun(session, { due: found.length, taken: due.length });
  while (due.length > 0) {
    for (const { goal } of due) {
      // `acquire` and `prepareRelease` set it, when nothing but the last release may be pushed any more.
      if (run.mustEnd) break;
      if (!run.hasTimeFor(goal)) continue;
      // One push: the lease, the first item's attempt, and the release of the goal before.
      const hold = await run.acquire(goal);
      if (hold === null) continue;
      // One push for each item, then its effects.
      const worked = await steps.workOnItems(hold);
      await run.prepareRelease(hold, worked);
    }
    // The last push: the release, and how the wake ended. It finds the goals that were asked for meanwhile.
    due = await run.endRound();
  }
  return steps.wakeResult(session, run.results);
}

function halted(order: WakeOrder, reason: unknown): WakeResult {
  const { ending, detail } = asHalt(reason);
  return emptyResult(order, ending, detail);
}
