import type { EndReason } from '../../core/work/end-reason.ts';
import type { HeldChange } from './held-goal.ts';

/** How the work on a goal ended. */
export interface Worked extends EndReason {
  /** Items that ended as done. */
  readonly done: number;
  /** What the release must save as well. */
  readonly save: HeldChange | null;
  /** Nothing but the release may be pushed any more. */
  readonly endsWake: boolean;
}
