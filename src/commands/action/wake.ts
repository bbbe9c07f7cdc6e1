import { wake } from '../../wake/wake.ts';
import type { ActionCall } from './call.ts';
import { openRunnerWorld, runOrder } from './runner-world.ts';
import { wakeTrigger } from './wake-trigger.ts';

/** One wake on a runner: red when it needs a person who has not been told before. */
export async function wakeOnRunner(call: ActionCall): Promise<number> {
  const { world, control, cause, said, close } = await openRunnerWorld(call);
  try {
    const trigger = await wakeTrigger(call, cause, control);
    const { model, runGoal, isDeferring } = call.inputs;
    const only = runGoal === null ? {} : { runGoal };
    const order = { ...runOrder(call), ...only, trigger, model, isDeferring };
    // What tells the result is loaded while the wake waits for others.
    const [result, { tellWake }] = await Promise.all([wake(world, order), import('./report-wake.ts')]);
    return await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
  } finally {
    await close();
  }
}
