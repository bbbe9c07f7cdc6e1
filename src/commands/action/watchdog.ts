import { triggerOf } from '../../core/trigger.ts';
import { watchdog } from '../../oversight/watchdog/watchdog.ts';
import type { ActionCall } from './call.ts';
import { tellWake } from './report-wake.ts';
import { openRunnerWorld, runOrder } from './runner-world.ts';

/** Looks after the agent's health, also while it is stopped. */
export async function watchdogOnRunner(call: ActionCall): Promise<number> {
  const { world, control, cause, said, close } = await openRunnerWorld(call);
  try {
    const result = await watchdog({ ...world, control }, runOrder(call));
    const trigger = triggerOf(cause, { goal: null, reason: call.inputs.reason, mayWrite: null });
    return await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
  } finally {
    await close();
  }
}
