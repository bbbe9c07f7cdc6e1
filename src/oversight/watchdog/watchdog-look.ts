import { type Ending, Halt } from '../../core/ending.ts';
import { WAKE_WORKFLOW, WATCHDOG_WORKFLOW } from '../../core/workflows.ts';
import type { Journal } from '../../ledger/journal.ts';
import type { Control, WorkflowRun, WorkflowState } from '../../ports.ts';

/** What GitHub says of the agent's workflows. */
export interface WorkflowsSeen {
  readonly run: WorkflowRun | null;
  /** Of the wake's workflow; null: there is none, or nobody could look. */
  readonly state: WorkflowState | null;
  /** Why something could not be looked at or done, each once. */
  readonly forbidden: readonly string[];
  /** Whether GitHub did not answer: what was known before stays as it is. */
  readonly isPartial: boolean;
}

interface WatchdogLookContext {
  readonly control: Control;
  readonly journal: Pick<Journal, 'write'>;
  readonly isStopped: boolean;
  readonly signal: AbortSignal;
}

/** Looks at the workflows, and keeps their schedules alive: GitHub ends them after 60 days in which nothing happened. */
export async function lookAtWorkflows(context: WatchdogLookContext): Promise<WorkflowsSeen> {
  const { control, signal } = context;
  const failures: Halt[] = [];
  const tried = async <T>(body: () => Promise<T>): Promise<T | null> => {
    try {
      return await body();
    } catch (reason) {
      if (!(reason instanceof Halt)) throw reason;
      failures.push(reason);
      return null;
    }
  };
  const state = await tried(() => control.workflow(WAKE_WORKFLOW, signal));
  const isAlive = await tried(() => keepAlive(context, WAKE_WORKFLOW, state));
  const run = await tried(() => control.newestRun(WAKE_WORKFLOW, signal));
  await tried(async () =>
    keepAlive(context, WATCHDOG_WORKFLOW, await control.workflow(WATCHDOG_WORKFLOW, signal)),
  );
  const ofKind = (ending: Ending) => failures.filter((each) => each.ending === ending);
  return {
    run,
    state: isAlive === true ? 'active' : state,
    forbidden: [...new Set(ofKind('forbidden').map(({ detail }) => detail))],
    isPartial: failures.length > ofKind('forbidden').length,
  };
}

/** True: the workflow is enabled now. A person's switch is never touched, and nothing is switched on under a stop. */
async function keepAlive(
  { control, journal, isStopped, signal }: WatchdogLookContext,
  file: string,
  state: WorkflowState | null,
): Promise<boolean> {
  const isAsleep = state === 'disabled_inactivity' && !isStopped;
  if (state !== 'active' && !isAsleep) return false;
  await control.enableWorkflow(file, signal);
  if (isAsleep) {
    journal.write({ event: 'workflow_enabled', file });
  }
  return true;
}
