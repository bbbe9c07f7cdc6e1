import type { FailedJob } from '../../../src/ports.ts';
import type { CheckFile } from '../../../src/rehearsal/github/records/records.ts';
import type { StandIn } from '../../../src/rehearsal/github/server.ts';
import type { MemoryAttempt, MemoryRun } from '../../../src/simulation/world/memory-subjects.ts';

/** A run of a workflow of the repository's own, with all of its attempts. */
export interface PlayedRun extends Partial<Pick<MemoryRun, 'branch' | 'event' | 'isOutside'>> {
  readonly workflow: string;
  readonly attempts: readonly MemoryAttempt[];
}

const BEFORE = '2026-11-22T03:00:01Z';
const FAILED_AT = '2026-11-22T03:00:10Z';
const FAILED_UNTIL = '2026-11-22T03:00:20Z';
const AFTER = '2026-11-22T03:00:30Z';

/** The run as the stand-in keeps it: the log holds what came before and after the failed step, and the time before each line. */
export async function playRun(act: StandIn['act'], run: PlayedRun): Promise<void> {
  await act(async ({ store, now }) => {
    const number = 1 + Math.max(0, ...(await store.checks()).map((check) => check.number));
    const { workflow, branch = 'main', event = 'schedule', isOutside = false } = run;
    await store.saveCheck({
      ...{ number, workflow, branch, event, commit: 'c'.repeat(40), title: workflow },
      ...{ fork: isOutside ? 'stranger/repository' : null, created_at: now() },
      attempts: run.attempts.map((attempt) => attemptFile(attempt, now())),
    });
  });
}

type AttemptFile = CheckFile['attempts'][number];

function attemptFile({ conclusion, jobs = [] }: MemoryAttempt, now: string): AttemptFile {
  return {
    conclusion: conclusion as AttemptFile['conclusion'],
    ...{ started_at: now, ended_at: now },
    jobs: [{ name: 'build', conclusion: 'success', steps: [], log: '' }, ...jobs.map(jobFile)],
  };
}

function jobFile({ name, conclusion, steps, log }: FailedJob): AttemptFile['jobs'][number] {
  const own =
    log?.split('\n').map((line) => `${FAILED_AT.slice(0, -1)}.1234567Z \u001b[31m${line}\u001b[0m`) ?? [];
  const whole = [
    `\uFEFF${BEFORE.slice(0, -1)}.0000000Z what came before`,
    ...own,
    `${AFTER.slice(0, -1)}.0000000Z what came after`,
  ].join('\n');
  return {
    name,
    conclusion: conclusion as AttemptFile['conclusion'],
    steps: steps.map((step) => ({
      name: step.name,
      conclusion: (step.conclusion ?? 'cancelled') as AttemptFile['conclusion'],
      started_at: step.conclusion === 'failure' ? FAILED_AT : BEFORE,
      completed_at: step.conclusion === 'failure' ? FAILED_UNTIL : BEFORE,
    })),
    log: log === null ? null : whole,
  };
}
