import * as v from 'valibot';
import { stepLog } from '../../../core/text/step-log.ts';
import type { AttemptReport, FailedJob, FailedRun } from '../../../ports.ts';
import type { GitHubCall } from '../http/call.ts';
import { orAbsent } from '../http/refused.ts';
import { hasFailed, RunAnswer } from './run-answer.ts';

const ATTEMPT = '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}';
const LOG = 'GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs';
/** GitHub allows so many in one matrix. */
const JOBS = { most: 256 };
/** Failed jobs of which the log is read. */
const MOST_JOBS = 3;
/** Of the end of a job's log. What a failed step wrote is followed only by what tidies up. */
const LOG_BYTES = 2_000_000;
/** Of what the failed step wrote, its last part. */
const STEP_CHARACTERS = 24_000;

const Time = v.nullish(v.string(), null);
const Step = v.object({
  name: v.string(),
  conclusion: v.nullable(v.string()),
  started_at: Time,
  completed_at: Time,
});
const Job = v.object({
  id: v.number(),
  name: v.string(),
  conclusion: v.nullable(v.string()),
  steps: v.optional(v.array(Step), []),
});
type Job = v.InferOutput<typeof Job>;
const Jobs = v.pipe(
  v.object({ jobs: v.array(Job) }),
  v.transform(({ jobs }) => jobs),
);

export async function readFailedRun(
  call: GitHubCall,
  { id, attempt }: Pick<FailedRun, 'id' | 'attempt'>,
): Promise<AttemptReport | null> {
  const at = { run_id: id, attempt_number: attempt };
  const run = await call.find({ route: `GET ${ATTEMPT}`, with: at }, RunAnswer);
  if (run === null) return null;
  const jobs = await orAbsent(call.list({ route: `GET ${ATTEMPT}/jobs`, with: at }, Jobs, JOBS));
  const failed = (jobs ?? []).filter(hasFailed);
  const shown: FailedJob[] = [];
  for (const job of failed.slice(0, MOST_JOBS)) shown.push(await withLog(call, job));
  return {
    ...{ id, attempt, url: run.html_url, title: run.display_title, event: run.event },
    branch: run.head_branch ?? '',
    commit: run.head_sha,
    conclusion: run.conclusion ?? '',
    jobs: shown,
    moreJobs: failed.length - shown.length,
  };
}

async function withLog(call: GitHubCall, { id, name, conclusion, steps }: Job): Promise<FailedJob> {
  const log = await call.text({ route: LOG, with: { job_id: id } }, LOG_BYTES);
  const step = steps.find(hasFailed);
  const times = step === undefined ? null : { startedAt: step.started_at, completedAt: step.completed_at };
  return {
    name,
    conclusion: conclusion ?? '',
    steps: steps.map((each) => ({ name: each.name, conclusion: each.conclusion })),
    log: log === null ? null : lastPart(stepLog(log, times)),
  };
}

/** Whole lines, so that no secret is cut in two before it is masked. */
function lastPart(text: string): string {
  if (text.length <= STEP_CHARACTERS) return text;
  const part = text.slice(-STEP_CHARACTERS);
  const line = part.indexOf('\n');
  return line < 0 ? '' : part.slice(line + 1);
}
