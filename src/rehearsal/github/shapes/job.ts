import type { runShape } from './run.ts';

/** The one job of a run. */
export function jobShape(run: ReturnType<typeof runShape>) {
  const { id, run_attempt, head_sha, head_branch, name, status, conclusion, created_at, updated_at } = run;
  const isFinished = status === 'completed';
  return {
    id,
    run_id: id,
    run_url: run.url,
    run_attempt,
    node_id: run.node_id,
    head_sha,
    head_branch,
    url: `${run.url}/jobs/${id}`,
    html_url: `${run.html_url}/job/${id}`,
    status,
    conclusion,
    created_at,
    started_at: created_at,
    completed_at: isFinished ? updated_at : null,
    name: 'wake',
    workflow_name: name,
    check_run_url: run.check_suite_url,
    labels: ['ubuntu-slim'],
    runner_id: 1,
    runner_name: 'stand-in',
    runner_group_id: 1,
    runner_group_name: 'Default',
  };
}
