import { Halt } from '../../core/ending.ts';
import type { GitHubContext } from './github-context.ts';
import { readWorkflow } from './workflows.ts';

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
