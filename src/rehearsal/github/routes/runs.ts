import { ok } from '../http/answer.ts';
import { type ApiCall, numberOf, type Route } from '../http/call.ts';
import { LOG_PATH } from '../http/log-address.ts';
import { paged } from '../http/paging.ts';
import { notFound } from '../http/refusals.ts';
import type { CheckFile, RunFile } from '../records/records.ts';
import type { Site } from '../records/site.ts';
import { attemptOf, checkId, checkJobs, checkShape, jobWith } from '../shapes/check-run.ts';
import { jobShape } from '../shapes/job.ts';
import { type RunShapeFacts, runId, runShape } from '../shapes/run.ts';

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
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/jobs/{job_id}/logs',
    needs: ['actions:read'],
    answer: logs,
  },
];

async function newest(call: ApiCall) {
  const asked = numberOf(call, 'run_id');
  const check = await checkOf(call);
  if (check !== null) return checkShapeOf(call.site, check, check.attempts.length);
  const runs = (await call.site.runs.list()).filter((run) => runId(run.wake).id === asked);
  const run = runs.toSorted((a, b) => runId(a.wake).attempt - runId(b.wake).attempt).at(-1);
  return shapeOf(call.site, run ?? null);
}

async function attempt(call: ApiCall) {
  const check = await checkOf(call);
  const number = numberOf(call, 'attempt_number');
  if (check !== null && attemptOf(check, number) !== null) return checkShapeOf(call.site, check, number);
  const wake = `${numberOf(call, 'run_id')}-${numberOf(call, 'attempt_number')}`;
  return shapeOf(call.site, await call.site.runs.read(wake));
}

/** The stand-in's runs have one job each. */
async function jobs(call: ApiCall) {
  const check = await checkOf(call);
  const run = await attempt(call);
  const all =
    check === null
      ? [jobShape(run as ReturnType<typeof runShape>)]
      : checkJobs(call.site, check, numberOf(call, 'attempt_number'));
  return paged(call, all, (page) => ({ total_count: all.length, jobs: page }));
}

/** As GitHub answers: the text lies elsewhere, for whoever has the address. */
async function logs(call: ApiCall) {
  const id = numberOf(call, 'job_id');
  const job = jobWith(await call.site.store.checks(), id);
  if (job === null || job.log === null) throw notFound();
  return {
    status: 302,
    body: null,
    headers: { location: `${call.site.serverUrl}${LOG_PATH}${id}?sig=open` },
  };
}

async function checkOf(call: ApiCall): Promise<CheckFile | null> {
  const asked = numberOf(call, 'run_id');
  return (await call.site.store.checks()).find(({ number }) => checkId(number) === asked) ?? null;
}

async function checkShapeOf(site: Site, check: CheckFile, number: number, around?: Surroundings) {
  return checkShape(site, { check, attempt: number, ...(around ?? (await surroundings(site))) });
}

/** Runs of one workflow, the newest first. */
export async function runShapes(call: ApiCall, workflow: string) {
  const { query, site } = call;
  const runs = (await site.runs.list()).filter((run) => run.workflow === workflow);
  const event = query.get('event');
  const found = runs.filter((run) => event === null || run.event === event);
  found.sort((a, b) => b.created_at.localeCompare(a.created_at) || runId(b.wake).id - runId(a.wake).id);
  const around = await surroundings(site);
  const shapes = await Promise.all(found.map((run) => shapeOf(site, run, around)));
  const checks = (await site.store.checks()).filter((check) => check.workflow === workflow);
  const others = checks.map((check) =>
    checkShape(site, { check, attempt: check.attempts.length, ...around }),
  );
  const all = [...others.toReversed(), ...shapes].filter((run) => event === null || run.event === event);
  const [status, branch] = [query.get('status'), query.get('branch')];
  return all.filter(
    (run) =>
      (status === null || run.status === status || run.conclusion === status) &&
      (branch === null || run.head_branch === branch),
  );
}

async function shapeOf(site: Site, run: RunFile | null, around?: Surroundings) {
  if (run === null) throw notFound();
  const isFinished = (await site.runs.state(run.wake)) === 'finished';
  return runShape(site, { run, isFinished, ...(around ?? (await surroundings(site))) });
}

type Surroundings = Pick<RunShapeFacts, 'settings' | 'main' | 'commit'>;

async function surroundings(site: Site): Promise<Surroundings> {
  const { main } = await site.branches.look();
  const format = '--format=%H%x00%T%x00%cI%x00%an%x00%ae%x00%cn%x00%ce%x00%B';
  const shown = await site.branches.git(['show', '--no-patch', format, `refs/heads/${main}`]);
  const [id = '', tree_id = '', timestamp = '', ...who] = shown.split('\0');
  const [name = '', email = '', committer = '', address = '', message = ''] = who;
  return {
    settings: await site.store.settings(),
    main,
    commit: {
      ...{ id, tree_id, timestamp, message: message.trimEnd() },
      author: { name, email },
      committer: { name: committer, email: address },
    },
  };
}
