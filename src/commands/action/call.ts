import type { ActionsJob } from '../../adapters/actions/job.ts';
import type { RunnerFacts } from '../../adapters/actions/runner-facts.ts';
import type { ActionInputs } from '../../config/github/action-inputs.ts';
import type { Mask } from '../../core/access/mask.ts';

/** One start of the Action on a runner. */
export interface ActionCall {
  readonly inputs: ActionInputs;
  readonly facts: RunnerFacts;
  readonly job: ActionsJob;
  /** What must never be written anywhere, and the mask that knows it. */
  readonly secrets: readonly string[];
  readonly mask: Mask;
  /** Aborts when the run is cancelled. */
  readonly cancel: AbortSignal;
}

/** Something that the Action can be asked to do. Returns the exit code. */
export type ActionCommandRun = (call: ActionCall) => Promise<number>;
