import * as v from 'valibot';
import type { FailedRun, RunQuery } from '../../../ports.ts';
import type { GitHubCall } from '../http/call.ts';
import { orAbsent } from '../http/refused.ts';
import { hasFailed, isOwnRun, RunAnswer } from './run-answer.ts';

const RUNS = 'GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs';
/** So many of the newest runs are looked at, those that do not count included. */
const LOOKED_AT = { most: 100 };

const Runs = v.pipe(
  v.object({ workflow_runs: v.array(RunAnswer) }),
  v.transform(({ workflow_runs }) => workflow_runs),
);

type Place = Pick<RunQuery, 'branch' | 'stateBranch'> & { readonly workflow: string };

export async function listFailedRuns(call: GitHubCall, query: RunQuery): Promise<readonly FailedRun[]> {
  const found: FailedRun[] = [];
  for (const workflow of query.workflows) {
    const { flakySince } = query;
    const place = { ...query, workflow };
    const runs =
      flakySince === undefined ? await failingRun(call, place) : await flakyRuns(call, place, flakySince);
    found.push(...runs);
  }
  return found;
}

/** The newest run that has passed or failed; what was cancelled or skipped says nothing. */
async function failingRun(call: GitHubCall, place: Place): Promise<readonly FailedRun[]> {
  const runs = await runsOf(call, place, { status: 'completed' });
  const newest = runs.find((run) => hasPassed(run) || hasFailed(run));
  if (newest === undefined || hasPassed(newest)) return [];
  const passed = runs.find(hasPassed) ?? (await runsOf(call, place, { status: 'success' }))[0];
  const { id, run_attempt: attempt } = newest;
  return [{ workflow: place.workflow, id, attempt, version: String(passed?.id ?? 0) }];
}

async function flakyRuns(call: GitHubCall, place: Place, since: number): Promise<readonly FailedRun[]> {
  const runs = await runsOf(call, place, { status: 'success' });
  return runs
    .filter((run) => run.run_attempt > 1 && Date.parse(run.updated_at) > since)
    .map(({ id, run_attempt }) => ({
      ...{ workflow: place.workflow, id, attempt: run_attempt - 1, version: String(run_attempt) },
    }))
    .toReversed();
}

/** Newest first. */
async function runsOf(
  call: GitHubCall,
  place: Place,
  asked: Readonly<Record<string, string>>,
): Promise<readonly RunAnswer[]> {
  const { workflow, branch } = place;
  const ofBranch = branch === null ? {} : { branch };
  const ask = { route: RUNS, with: { workflow_id: workflow, ...ofBranch, ...asked } };
  const runs = (await orAbsent(call.list(ask, Runs, LOOKED_AT))) ?? [];
  return runs.filter((run) => isOwnRun(run, place)).toSorted((a, b) => b.id - a.id);
}

function hasPassed({ conclusion }: RunAnswer): boolean {
  return conclusion === 'success';
}
