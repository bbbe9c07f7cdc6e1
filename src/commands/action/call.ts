import type { ActionsJob } from '../../adapters/actions/job.ts';
import type { RunnerFacts } from '../../adapters/actions/runner-facts.ts';
import type { ActionInputs } from '../../config/github/action-inputs.ts';

/** One start of the Action on a runner. */
export interface ActionCall {
  readonly inputs: ActionInputs;
  readonly facts: RunnerFacts;
  readonly job: ActionsJob;
  /** Aborts when the run is cancelled. */
  readonly cancel: AbortSignal;
}

/** Something that the Action can be asked to do. Returns the exit code. */
export type ActionCommandRun = (call: ActionCall) => Promise<number>;
