import { createMask } from '../core/access/mask.ts';
import { asHalt, stoppedAtStart } from '../core/halt.ts';
import { emptyResult, type WakeOrder, type WakeResult } from '../core/wake-result.ts';
import { Deadline } from '../ledger/deadline.ts';
import { maskResult } from '../ledger/mask-deep.ts';
import type { World } from '../ports.ts';

/** One wake. Never throws: whatever happens becomes its ending. */
export async function wake(world: World, order: WakeOrder): Promise<WakeResult> {
  const deadline = new Deadline(world.clock, order.minutes, order.cancel);
  try {
    return await runWake(world, order, deadline);
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    const mask = createMask({ values: order.secrets, patterns: [] });
    return maskResult(emptyResult(order, ending, detail), mask);
  } finally {
    deadline.close();
  }
}

async function runWake(world: World, order: WakeOrder, deadline: Deadline): Promise<WakeResult> {
  const startedAt = world.clock.now();
  if (order.stop !== '') throw stoppedAtStart('WAKEFUL_STOP', order.stop);
  // The rest of the program is loaded while the remote answers: here is only what that question needs.
  const [tips, { wakeAfterFetch }] = await Promise.all([
    world.state.fetch(deadline.work),
    import('./after-fetch.ts'),
  ]);
  return wakeAfterFetch({ world, order, deadline, startedAt, tips });
}
