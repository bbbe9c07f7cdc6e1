import { readRunCause } from '../../config/run-cause.ts';
import type { LogEntry } from '../../core/event.ts';
import type { Trigger } from '../../core/trigger.ts';
import type { Log } from '../../ports.ts';
import { runUrl } from '../../report/github-pages.ts';
import { jobLogLine, jobProgressLine } from '../../report/job-log.ts';
import { wake } from '../../wake/wake.ts';
import type { WakeOrder } from '../../wake/wake-result.ts';
import { type LiveWorld, openLiveWorld } from '../live-world.ts';
import type { ActionCall } from './call.ts';
import { secretsOf } from './secrets.ts';
import { wakeTrigger } from './wake-trigger.ts';

/** One wake on a runner: red when it needs a person who has not been told before. */
export async function wakeOnRunner(call: ActionCall): Promise<number> {
  const { cause, defaultBranch } = readRunCause(call.facts, call.facts.payload);
  const log: LogEntry[] = [];
  const { world, control, close } = await openWorld(call, { defaultBranch, log: jobLog(call, log) });
  try {
    const trigger = await wakeTrigger(call, cause, control);
    // What tells the result is loaded while the wake waits for others.
    const [result, { tellWake }] = await Promise.all([
      wake(world, orderOf(call, trigger)),
      import('./tell.ts'),
    ]);
    return await tellWake(call, { result, trigger, log, now: world.clock.now() });
  } finally {
    await close();
  }
}

function openWorld(
  { facts, inputs }: ActionCall,
  found: { readonly defaultBranch: string | null; readonly log: Log },
): Promise<LiveWorld> {
  const { event, refName, temp } = facts;
  // A schedule runs on the default branch and nowhere else.
  const defaultBranch = found.defaultBranch ?? (event === 'schedule' ? refName : null);
  const doors = { log: found.log, openaiKey: inputs.openaiKey || null, temp };
  return openLiveWorld({ ...facts, token: inputs.githubToken, defaultBranch }, doors);
}

function orderOf({ facts, inputs, cancel }: ActionCall, trigger: Trigger): WakeOrder {
  const run = { id: String(facts.runId), attempt: String(facts.attempt) };
  return {
    wake: { id: `${run.id}-${run.attempt}`, url: runUrl(facts, run) },
    repository: facts.repository,
    trigger,
    stop: inputs.stop,
    model: inputs.model,
    minutes: inputs.minutes,
    cancel,
    secrets: secretsOf(inputs),
  };
}

/** Shows each line at once, and keeps it for the summary. */
function jobLog({ job }: ActionCall, lines: LogEntry[]): Log {
  return {
    line(entry) {
      lines.push(entry);
      if (entry.level !== 'debug') job.print(jobLogLine(entry));
    },
    progress: (progress) => job.print(jobProgressLine(progress)),
  };
}
