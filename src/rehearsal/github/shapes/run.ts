import type { RunFile, SettingsFile } from '../records/records.ts';
import { repositoryApi, repositoryPage, type Site } from '../records/site.ts';
import { nodeId, numericId } from './identity.ts';
import { minimalRepositoryShape, repositoryId } from './repository.ts';
import { userShape } from './user.ts';
import { workflowId, workflowPath } from './workflow.ts';

export interface RunShapeFacts {
  readonly run: RunFile;
  readonly isFinished: boolean;
  readonly settings: SettingsFile;
  /** The default branch and what it holds. */
  readonly main: string;
  readonly commit: CommitShape;
}

export interface CommitShape {
  readonly id: string;
  readonly tree_id: string;
  readonly message: string;
  /** ISO time. */
  readonly timestamp: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly committer: { readonly name: string; readonly email: string };
}

export function runShape(site: Site, facts: RunShapeFacts) {
  const { run, isFinished } = facts;
  const { id, attempt } = runId(run.wake);
  const actor = userShape(site, run.event === 'schedule' ? site.owner : 'maintainer');
  return {
    id,
    node_id: nodeId('WFR', id),
    name: run.workflow.replace(/\.ya?ml$/, ''),
    display_title: run.workflow.replace(/\.ya?ml$/, ''),
    head_branch: facts.main,
    head_sha: facts.commit.id,
    path: workflowPath(run.workflow),
    run_number: id,
    run_attempt: attempt,
    event: run.event,
    status: isFinished ? 'completed' : run.pid === null ? 'queued' : 'in_progress',
    // A run that went away without a word has failed.
    conclusion: isFinished ? (run.finished ? 'success' : 'failure') : null,
    workflow_id: workflowId(run.workflow),
    check_suite_id: numericId('check suite', run.wake),
    check_suite_node_id: nodeId('CS', run.wake),
    pull_requests: [],
    created_at: run.created_at,
    updated_at: run.finished_at ?? run.created_at,
    run_started_at: run.created_at,
    actor,
    triggering_actor: actor,
    head_commit: facts.commit,
    ...minimalPlaces(site, facts),
    ...addresses(site, run),
  };
}

function minimalPlaces(site: Site, { settings }: RunShapeFacts) {
  const repository = minimalRepositoryShape(site, settings);
  return { repository, head_repository: repository, head_repository_id: repositoryId(site) };
}

function addresses(site: Site, run: RunFile) {
  const { id, attempt } = runId(run.wake);
  const url = `${repositoryApi(site)}/actions/runs/${id}`;
  return {
    url,
    html_url: `${repositoryPage(site)}/actions/runs/${id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryApi(site)}/check-suites/${numericId('check suite', run.wake)}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: attempt > 1 ? `${url}/attempts/${attempt - 1}` : null,
    workflow_url: `${repositoryApi(site)}/actions/workflows/${workflowId(run.workflow)}`,
  };
}

/** `17-2`: the second attempt of run 17. */
export function runId(wake: string): { readonly id: number; readonly attempt: number } {
  const [id = '0', attempt = '1'] = wake.split('-');
  return { id: Number(id), attempt: Number(attempt) };
}
