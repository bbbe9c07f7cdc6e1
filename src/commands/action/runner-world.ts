import { readRunCause } from '../../config/github/run-cause.ts';
import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { LogEntry } from '../../core/event.ts';
import type { RunCause } from '../../core/trigger.ts';
import type { WakeOrder } from '../../core/wake-result.ts';
import { jobLogLine, jobProgressLine } from '../../report/job/job-log.ts';
import { runUrl } from '../../report/words/github-pages.ts';
import { type LiveWorld, openLiveWorld } from '../worlds/live-world.ts';
import type { ActionCall } from './call.ts';
import { say } from './say.ts';

/** The repository that a run belongs to. */
export interface RunnerWorld extends LiveWorld {
  /** What started the run. */
  readonly cause: RunCause;
  /** What was said so far, oldest first. */
  readonly said: readonly MaskedRecord<LogEntry>[];
}

export async function openRunnerWorld(call: ActionCall): Promise<RunnerWorld> {
  const { facts, inputs } = call;
  const { cause, defaultBranch, kilobytes } = readRunCause(facts, facts.payload);
  const said: MaskedRecord<LogEntry>[] = [];
  const live = await openLiveWorld(
    {
      ...facts,
      token: inputs.githubToken,
      draftToken: inputs.draftToken,
      // A schedule runs on the default branch and nowhere else.
      defaultBranch: defaultBranch ?? (facts.event === 'schedule' ? facts.refName : null),
      kilobytes,
    },
    {
      log: {
        line(entry) {
          said.push(entry);
          if (entry.level !== 'debug') say(call, jobLogLine(entry));
        },
        progress: (progress) => say(call, jobProgressLine(progress)),
      },
      openaiKey: inputs.openaiKey || null,
      temp: facts.temp,
    },
  );
  return { ...live, cause, said };
}

/** What a wake and the watchdog are told alike. */
export function runOrder({
  facts,
  inputs,
  secrets,
  cancel,
}: ActionCall): Omit<WakeOrder, 'trigger' | 'model'> {
  const run = { id: String(facts.runId), attempt: String(facts.attempt) };
  return {
    // Jobs of a matrix share the run: each is a wake of its own, and GitHub tells its job by the goal in its name.
    wake: {
      id: [run.id, run.attempt, ...(inputs.runGoal === null ? [] : [inputs.runGoal])].join('-'),
      url: runUrl(facts, run),
    },
    repository: facts.repository,
    repositoryId: facts.repositoryId,
    serverUrl: facts.serverUrl,
    papers: facts.papers,
    stop: inputs.stop,
    minutes: inputs.minutes,
    beginsWithOneGoal: true,
    cancel,
    secrets,
  };
}
