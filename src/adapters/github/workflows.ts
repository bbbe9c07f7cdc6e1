import * as v from 'valibot';
import { Halt } from '../../core/ending.ts';
import type { Control, WorkflowRun, WorkflowStart, WorkflowState } from '../../ports.ts';
import type { GitHubContext } from './http/github-context.ts';
import { orAbsent, RefusedRequest } from './http/refused.ts';

type WorkflowRequests = Pick<
  Control,
  'workflow' | 'enableWorkflow' | 'disableWorkflow' | 'startWorkflow' | 'newestRun'
>;

const WORKFLOW = '/repos/{owner}/{repo}/actions/workflows/{workflow_id}';
const STATES = [
  'active',
  'disabled_manually',
  'disabled_inactivity',
  'disabled_fork',
  'deleted',
] as const satisfies readonly WorkflowState[];
const Workflow = v.object({ state: v.picklist(STATES) });
const Run = v.object({
  created_at: v.string(),
  html_url: v.string(),
  status: v.nullable(v.string()),
  conclusion: v.nullable(v.string()),
});
const Runs = v.pipe(
  v.object({ workflow_runs: v.array(Run) }),
  v.transform(({ workflow_runs }) => workflow_runs),
);
/** So many are compared by the time they were created. */
const RUNS = 20;

export function workflowRequests(context: GitHubContext): WorkflowRequests {
  const { requests } = context;
  const order = (route: string, workflow_id: string, signal: AbortSignal): Promise<void> =>
    requests.call(signal, async (call) => {
      await call.send({ route, with: { workflow_id } });
    });
  return {
    workflow: (file, signal) => readWorkflow(context, file, signal),
    enableWorkflow: (file, signal) => order(`PUT ${WORKFLOW}/enable`, file, signal),
    disableWorkflow: (file, signal) => order(`PUT ${WORKFLOW}/disable`, file, signal),
    startWorkflow: (file, start, signal) => startWorkflow(context, { ...start, file }, signal),
    newestRun: (file, signal) => newestRun(context, file, signal),
  };
}

function readWorkflow(
  context: GitHubContext,
  file: string,
  signal: AbortSignal,
): Promise<WorkflowState | null> {
  return context.requests.call(signal, async (call) => {
    const workflow = await call.find({ route: `GET ${WORKFLOW}`, with: { workflow_id: file } }, Workflow);
    return workflow?.state ?? null;
  });
}

function startWorkflow(
  { requests }: GitHubContext,
  { file, branch, inputs }: WorkflowStart & { readonly file: string },
  signal: AbortSignal,
): Promise<void> {
  return requests.call(signal, async (call) => {
    try {
      await call.send({
        route: `POST ${WORKFLOW}/dispatches`,
        with: { workflow_id: file, ref: branch, inputs },
      });
    } catch (reason) {
      throw reason instanceof RefusedRequest && reason.status === 422 ? notStarted(file, reason) : reason;
    }
  });
}

/** It is disabled, or knows no such branch, input or trigger; GitHub says which. */
function notStarted(file: string, cause: RefusedRequest): Halt {
  return new Halt('forbidden', `The workflow ${file} cannot be started: ${cause.words}.`, { cause });
}

function newestRun(
  { requests }: GitHubContext,
  file: string,
  signal: AbortSignal,
): Promise<WorkflowRun | null> {
  return requests.call(signal, async (call) => {
    const asked = { route: `GET ${WORKFLOW}/runs`, with: { workflow_id: file } };
    const runs = (await orAbsent(call.list(asked, Runs, { most: RUNS }))) ?? [];
    // A run whose jobs were all left out, say for an event that is none of the agent's business, woke nobody.
    const woken = runs.filter(({ conclusion }) => conclusion !== 'skipped');
    const [newest] = woken.toSorted((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at));
    if (newest === undefined) return null;
    return { createdAt: newest.created_at, url: newest.html_url, status: statusOf(newest) };
  });
}

/** Of what is over only a success proves that the agent ran: GitHub refuses, cancels and ends others before the first step. */
function statusOf({ status, conclusion }: v.InferOutput<typeof Run>): WorkflowRun['status'] {
  if (status === 'completed') return conclusion === 'success' ? 'finished' : 'failed';
  return status === 'in_progress' ? 'running' : 'queued';
}

/** It is asked for before each outside effect, and GitHub at most this often. */
const LOOK_EVERY_MS = 10_000;

/** Whether a person has switched off the workflow that this wake runs in. */
export class WorkflowSwitch {
  readonly #context: GitHubContext;
  #isDisabled = false;
  /** By the monotonic clock, ms. */
  #lookAt: number;

  constructor(context: GitHubContext) {
    this.#context = context;
    this.#lookAt = context.workflow === null ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  }

  async isDisabled(signal: AbortSignal): Promise<boolean> {
    const { workflow, clock } = this.#context;
    if (workflow !== null && clock.monotonic() >= this.#lookAt) {
      this.#lookAt = clock.monotonic() + LOOK_EVERY_MS;
      this.#isDisabled = await this.#look(workflow, signal);
    }
    return this.#isDisabled;
  }

  async #look(workflow: string, signal: AbortSignal): Promise<boolean> {
    try {
      return (await readWorkflow(this.#context, workflow, signal)) === 'disabled_manually';
    } catch (reason) {
      signal.throwIfAborted();
      if (!(reason instanceof Halt)) throw reason;
      // A token that may not look now may not look later.
      if (reason.ending === 'forbidden') this.#lookAt = Number.POSITIVE_INFINITY;
      return this.#isDisabled;
    }
  }
}
