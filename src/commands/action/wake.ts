import { traceVariables } from '../../adapters/actions/runner-facts.ts';
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
    const variables = traceVariables();
    const trace =
      variables === null
        ? null
        : (await import('./traces.ts')).beginTrace(call, { world, does: 'work', variables });
    const traced = trace === null ? world : { ...world, model: trace.models(world.model) };
    // What tells the result is loaded while the wake waits for others.
    const [result, { tellWake }] = await Promise.all([wake(traced, order), import('./report-wake.ts')]);
    const code = await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
    await trace?.send(result, trigger);
    return code;
  } finally {
    await close();
  }
}
