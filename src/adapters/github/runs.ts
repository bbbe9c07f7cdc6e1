import * as v from 'valibot';
import { readWakeId, type WakeId } from '../../core/wake-id.ts';
import type { GitHub } from '../../ports.ts';
import type { GitHubCall } from './http/call.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orNull } from './http/refused.ts';
import { WorkflowSwitch } from './workflows.ts';

type RunRequests = Pick<GitHub, 'wakeState' | 'serverTime' | 'isDisabled'>;

const ATTEMPT = '/repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}';
const Attempt = v.object({ status: v.nullable(v.string()) });
const Job = v.object({ id: v.number(), name: v.string(), status: v.string() });
const Jobs = v.pipe(
  v.object({ jobs: v.array(Job) }),
  v.transform(({ jobs }) => jobs),
);
/** GitHub allows so many in one matrix. */
const JOBS = 256;

export function runRequests(context: GitHubContext): RunRequests {
  const finished = new Set<string>();
  const isOff = new WorkflowSwitch(context);
  return {
    async wakeState(wake, signal) {
      const id = readWakeId(wake);
      if (id === null) return 'unknown';
      // What has finished stays so.
      if (finished.has(wake)) return 'finished';
      const state = await context.requests.call(signal, (call) => orUnknown(stateOf(call, id)));
      if (state === 'finished') finished.add(wake);
      return state;
    },
    serverTime: (signal) => serverTime(context, signal),
    isDisabled: (signal) => isOff.isDisabled(signal),
  };
}

type RunState = 'running' | 'finished' | 'unknown';

async function stateOf(call: GitHubCall, id: WakeId): Promise<RunState> {
  const at = { run_id: id.run, attempt_number: id.attempt };
  const { status } = await call.read({ route: `GET ${ATTEMPT}`, with: at }, Attempt);
  if (status === 'completed') return 'finished';
  if (id.job === null) return 'running';
  const jobs = await call.list({ route: `GET ${ATTEMPT}/jobs`, with: at }, Jobs, { most: JOBS });
  const own = jobs.filter((job) => isJob(job, id.job));
  if (own.length === 0) return 'unknown';
  return own.every((job) => job.status === 'completed') ? 'finished' : 'running';
}

/** By its id, its name, or a value of its matrix: `work (docs-index)`. */
function isJob({ id, name }: v.InferOutput<typeof Job>, job: string | null): boolean {
  const values = /\(([^()]*)\)$/.exec(name)?.[1]?.split(', ') ?? [];
  return [String(id), name, ...values].includes(job ?? '');
}

/** A refusal says nothing about the run; that GitHub does not answer says nothing either, but is told as what it is. */
async function orUnknown(state: Promise<RunState>): Promise<RunState> {
  return (await orNull(state, ({ isLimit, status }) => !isLimit && status < 500)) ?? 'unknown';
}

/** Every answer tells it, also a refusal. */
async function serverTime({ requests }: GitHubContext, signal: AbortSignal): Promise<number | null> {
  if (requests.serverClock.now() !== null) return requests.serverClock.now();
  try {
    // Costs nothing of the limit that it tells.
    await requests.call(signal, (call) => call.send({ route: 'GET /rate_limit' }));
  } catch (reason) {
    if (requests.serverClock.now() === null) throw reason;
  }
  return requests.serverClock.now();
}
