import { readRunCause } from '../../config/github/run-cause.ts';
import type { LogEntry } from '../../core/event.ts';
import type { RunCause } from '../../core/trigger.ts';
import type { WakeOrder } from '../../core/wake-result.ts';
import { jobLogLine, jobProgressLine } from '../../report/job/job-log.ts';
import { runUrl } from '../../report/words/github-pages.ts';
import { type LiveWorld, openLiveWorld } from '../places/live-world.ts';
import type { ActionCall } from './call.ts';
import { secretsOf } from './secrets.ts';

/** The repository that a run belongs to. */
export interface RunnerWorld extends LiveWorld {
  /** What started the run. */
  readonly cause: RunCause;
  /** What was said so far, oldest first. */
  readonly said: readonly LogEntry[];
}

export async function openRunnerWorld({ facts, inputs, job }: ActionCall): Promise<RunnerWorld> {
  const { cause, defaultBranch } = readRunCause(facts, facts.payload);
  const said: LogEntry[] = [];
  const live = await openLiveWorld(
    {
      ...facts,
      token: inputs.githubToken,
      // A schedule runs on the default branch and nowhere else.
      defaultBranch: defaultBranch ?? (facts.event === 'schedule' ? facts.refName : null),
    },
    {
      log: {
        line(entry) {
          said.push(entry);
          if (entry.level !== 'debug') job.print(jobLogLine(entry));
        },
        progress: (progress) => job.print(jobProgressLine(progress)),
      },
      openaiKey: inputs.openaiKey || null,
      temp: facts.temp,
    },
  );
  return { ...live, cause, said };
}

/** What a wake and the watchdog are told alike. */
export function runOrder({ facts, inputs, cancel }: ActionCall): Omit<WakeOrder, 'trigger' | 'model'> {
  const run = { id: String(facts.runId), attempt: String(facts.attempt) };
  return {
    wake: { id: `${run.id}-${run.attempt}`, url: runUrl(facts, run) },
    repository: facts.repository,
    stop: inputs.stop,
    minutes: inputs.minutes,
    cancel,
    secrets: secretsOf(inputs),
  };
}
