import type { LogEvent } from '../log/log-event.ts';
import type { Checkpoint } from '../state.ts';

/** A checkpoint on its way to be written, and what there is to tell about it. */
export interface Changed {
  readonly checkpoint: Checkpoint;
  readonly events: readonly LogEvent[];
}
