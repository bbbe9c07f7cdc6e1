import { traceVariables } from '../../adapters/actions/runner-facts.ts';
import { triggerOf } from '../../core/trigger.ts';
import { watchdog } from '../../oversight/watchdog/watchdog.ts';
import type { ActionCall } from './call.ts';
import { tellWake } from './report-wake.ts';
import { openRunnerWorld, runOrder } from './runner-world.ts';

/** Looks after the agent's health, also while it is stopped. */
export async function watchdogOnRunner(call: ActionCall): Promise<number> {
  const { world, control, cause, said, close } = await openRunnerWorld(call);
  try {
    const variables = traceVariables();
    const trace =
      variables === null
        ? null
        : (await import('./traces.ts')).beginTrace(call, { world, does: 'watch', variables });
    const result = await watchdog({ ...world, control }, runOrder(call));
    const trigger = triggerOf(cause, { goal: null, reason: call.inputs.reason, mayWrite: null });
    const code = await tellWake(call, { result, trigger, log: said, now: world.clock.now() });
    await trace?.send(result, trigger);
    return code;
  } finally {
    await close();
  }
}
