import type { AttemptFile, CheckFile, SettingsFile } from '../records/records.ts';
import { repositoryApi, repositoryPage, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';
import { minimalRepositoryShape, repositoryId } from './repository.ts';
import type { CommitShape } from './run.ts';
import { userShape } from './user.ts';
import { workflowId, workflowPath } from './workflow.ts';

export interface CheckFacts {
  readonly check: CheckFile;
  /** From 1. */
  readonly attempt: number;
  readonly settings: SettingsFile;
  readonly commit: CommitShape;
}

/** The ids of runs of the repository's own workflows begin behind those of the agent's. */
const FIRST_ID = 1_000_000;

export function checkId(number: number): number {
  return FIRST_ID + number;
}

export function attemptOf({ attempts }: CheckFile, attempt: number): AttemptFile | null {
  return attempts[attempt - 1] ?? null;
}

/** One attempt of such a run. */
export function checkShape(site: Site, { check, attempt, settings, commit }: CheckFacts) {
  const id = checkId(check.number);
  const made = attemptOf(check, attempt);
  const url = `${repositoryApi(site)}/actions/runs/${id}`;
  const suite = numericId('check suite', String(id));
  const name = check.workflow.replace(/\.ya?ml$/, '');
  const repository = minimalRepositoryShape(site, settings);
  const [owner = '', fork = ''] = (check.fork ?? '').split('/');
  const head =
    check.fork === null ? repository : minimalRepositoryShape({ ...site, owner, name: fork }, settings);
  return {
    ...{ id, node_id: nodeId('WFR', id), name, display_title: check.title },
    ...{ head_branch: check.branch, head_sha: check.commit, path: workflowPath(check.workflow) },
    ...{ run_number: check.number, run_attempt: attempt, event: check.event, status: 'completed' },
    conclusion: made?.conclusion ?? null,
    workflow_id: workflowId(check.workflow),
    ...{ check_suite_id: suite, check_suite_node_id: nodeId('CS', String(id)), pull_requests: [] },
    created_at: check.created_at,
    updated_at: made?.ended_at ?? check.created_at,
    run_started_at: made?.started_at ?? check.created_at,
    actor: userShape(site, 'maintainer'),
    triggering_actor: userShape(site, 'maintainer'),
    head_commit: { ...commit, id: check.commit },
    ...{ repository, head_repository: head },
    head_repository_id: check.fork === null ? repositoryId(site) : numericId('repository', owner, fork),
    url,
    html_url: `${repositoryPage(site)}/actions/runs/${id}`,
    ...{ jobs_url: `${url}/jobs`, logs_url: `${url}/logs`, artifacts_url: `${url}/artifacts` },
    check_suite_url: `${repositoryApi(site)}/check-suites/${suite}`,
    ...{ cancel_url: `${url}/cancel`, rerun_url: `${url}/rerun` },
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${repositoryApi(site)}/actions/workflows/${workflowId(check.workflow)}`,
  };
}

const MOST_ATTEMPTS = 100;
const MOST_JOBS = 300;

/** A number of its own for each job of each attempt of each run. */
function jobId({ number }: CheckFile, attempt: number, index: number): number {
  return (checkId(number) * MOST_ATTEMPTS + attempt) * MOST_JOBS + index;
}

/** The job behind such a number; null: there is none. */
export function jobWith(checks: readonly CheckFile[], id: number) {
  const [index, rest] = [id % MOST_JOBS, Math.floor(id / MOST_JOBS)];
  const [attempt, run] = [rest % MOST_ATTEMPTS, Math.floor(rest / MOST_ATTEMPTS)];
  const check = checks.find(({ number }) => checkId(number) === run);
  return check === undefined ? null : (attemptOf(check, attempt)?.jobs[index] ?? null);
}

export function checkJobs(site: Site, check: CheckFile, attempt: number) {
  const made = attemptOf(check, attempt);
  const run = `${repositoryApi(site)}/actions/runs/${checkId(check.number)}`;
  return (made?.jobs ?? []).map((job, index) => {
    const id = jobId(check, attempt, index);
    return {
      ...{ id, run_id: checkId(check.number), run_url: run, run_attempt: attempt, node_id: nodeId('CR', id) },
      ...{
        head_sha: check.commit,
        head_branch: check.branch,
        url: `${repositoryApi(site)}/actions/jobs/${id}`,
      },
      html_url: `${repositoryPage(site)}/actions/runs/${checkId(check.number)}/job/${id}`,
      ...{ status: 'completed', conclusion: job.conclusion, name: job.name },
      ...{
        created_at: made?.started_at ?? '',
        started_at: made?.started_at ?? '',
        completed_at: made?.ended_at ?? '',
      },
      steps: job.steps.map((step, at) => ({
        ...{ name: step.name, status: 'completed', conclusion: step.conclusion, number: at + 1 },
        ...{ started_at: step.started_at, completed_at: step.completed_at },
      })),
      check_run_url: `${repositoryApi(site)}/check-runs/${id}`,
      workflow_name: check.workflow.replace(/\.ya?ml$/, ''),
      ...{ labels: ['ubuntu-latest'], runner_id: 1, runner_name: 'stand-in' },
      ...{ runner_group_id: 1, runner_group_name: 'Default' },
    };
  });
}
