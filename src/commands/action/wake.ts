import type { OutputName } from '../../config/action-registry.ts';
import { readRunCause } from '../../config/run-cause.ts';
import type { LogEntry } from '../../core/event.ts';
import { createMask } from '../../core/mask.ts';
import type { Trigger } from '../../core/trigger.ts';
import { verdictOf } from '../../core/verdict.ts';
import type { Log } from '../../ports.ts';
import { actionOutputs } from '../../report/action-outputs.ts';
import { annotationsOf } from '../../report/annotations.ts';
import { runUrl } from '../../report/github-pages.ts';
import { jobLogLine, jobProgressLine } from '../../report/job-log.ts';
import { jobSummary } from '../../report/job-summary.ts';
import { wake } from '../../wake/wake.ts';
import type { WakeOrder, WakeResult } from '../../wake/wake-result.ts';
import { EXIT_NEEDS_PERSON } from '../command.ts';
import { openLiveWorld } from '../live-world.ts';
import type { ActionCall } from './call.ts';
import { secretsOf } from './secrets.ts';
import { wakeTrigger } from './wake-trigger.ts';

/** One wake on a runner: red when it needs a person who has not been told before. */
export async function wakeOnRunner(call: ActionCall): Promise<number> {
  const { facts, inputs } = call;
  const { cause, defaultBranch } = readRunCause(facts, facts.payload);
  const lines: LogEntry[] = [];
  const { world, control, close } = await openLiveWorld(
    {
      ...facts,
      token: inputs.githubToken,
      // A schedule runs on the default branch and nowhere else.
      defaultBranch: defaultBranch ?? (facts.event === 'schedule' ? facts.refName : null),
    },
    { log: jobLog(call, lines), openaiKey: inputs.openaiKey || null, temp: facts.temp },
  );
  try {
    const trigger = await wakeTrigger(call, cause, control);
    const result = await wake(world, orderOf(call, trigger));
    return await tell(call, { result, trigger, lines, now: world.clock.now() });
  } finally {
    await close();
  }
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

interface Told {
  readonly result: WakeResult;
  readonly trigger: Trigger;
  readonly lines: readonly LogEntry[];
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
}

async function tell({ job, facts, inputs }: ActionCall, told: Told): Promise<number> {
  const { result, trigger, lines, now } = told;
  const verdict = verdictOf(result);
  const { mask } = createMask({ values: secretsOf(inputs), patterns: [] });
  const outputs: Readonly<Record<OutputName, string>> = actionOutputs(result, facts);
  const summary = { result, verdict, trigger, stop: inputs.stop, log: lines, now, site: facts };
  await job.report({
    outputs,
    notes: annotationsOf({ result, verdict, site: facts }),
    summary: mask(jobSummary(summary)),
  });
  return verdict === 'needs_person' ? EXIT_NEEDS_PERSON : 0;
}
