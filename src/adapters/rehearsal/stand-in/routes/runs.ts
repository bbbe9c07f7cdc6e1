import { ok } from '../answer.ts';
import { type Call, numberOf, type Route } from '../call.ts';
import { paged } from '../paging.ts';
import type { RunFile } from '../records.ts';
import { notFound } from '../refusals.ts';
import { jobShape } from '../shapes/job.ts';
import { runId, runShape } from '../shapes/run.ts';

const PATH = '/repos/{owner}/{repo}/actions/runs/{run_id}';

export const RUN_ROUTES: readonly Route[] = [
  { method: 'GET', path: PATH, needs: ['actions:read'], answer: async (call) => ok(await newest(call)) },
  {
    method: 'GET',
    path: `${PATH}/attempts/{attempt_number}`,
    needs: ['actions:read'],
    answer: async (call) => ok(await attempt(call)),
  },
  {
    method: 'GET',
    path: `${PATH}/attempts/{attempt_number}/jobs`,
    needs: ['actions:read'],
    answer: jobs,
  },
];

async function newest(call: Call) {
  const asked = numberOf(call, 'run_id');
  const runs = (await call.site.runs.list()).filter((run) => runId(run.wake).id === asked);
  const run = runs.toSorted((a, b) => runId(a.wake).attempt - runId(b.wake).attempt).at(-1);
  return shapeOf(call, run ?? null);
}

async function attempt(call: Call) {
  const wake = `${numberOf(call, 'run_id')}-${numberOf(call, 'attempt_number')}`;
  return shapeOf(call, await call.site.runs.read(wake));
}

/** The stand-in's runs have one job each. */
async function jobs(call: Call) {
  const job = jobShape(await attempt(call));
  return paged(call, [job], (page) => ({ total_count: 1, jobs: page }));
}

/** Runs of one workflow, the newest first. */
export async function runShapes(call: Call, workflow: string) {
  const { query, site } = call;
  const runs = (await site.runs.list()).filter((run) => run.workflow === workflow);
  const event = query.get('event');
  const found = runs.filter((run) => event === null || run.event === event);
  found.sort((a, b) => b.created_at.localeCompare(a.created_at) || runId(b.wake).id - runId(a.wake).id);
  const shapes = await Promise.all(found.map((run) => shapeOf(call, run)));
  const status = query.get('status');
  return shapes.filter((run) => status === null || run.status === status || run.conclusion === status);
}

async function shapeOf({ site }: Call, run: RunFile | null) {
  if (run === null) throw notFound();
  const [settings, { main, tips }] = [await site.store.settings(), await site.branches.look()];
  const isFinished = (await site.runs.state(run.wake)) === 'finished';
  const commit = tips.get(main) ?? '0'.repeat(40);
  return runShape(site, { run, isFinished, settings, main, commit });
}
