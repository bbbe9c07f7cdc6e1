import type { Ending } from '../ending.ts';
import type { Goal } from '../goal.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { WorkRequest } from '../request.ts';
import type { Checkpoint, Lease, OpenWindow } from '../state.ts';

/** What one goal's lease is going to be for, decided before it is taken. */
export interface GoalPlan {
  readonly goal: Goal;
  /** The facts it was decided on; other ones make it stale. */
  readonly seen: { readonly checkpoint: Checkpoint | undefined; readonly lease: Lease | undefined };
  /** A dead holder's lease that is taken over. */
  readonly dead: Lease | null;
  /** The checkpoint as the acquire will write it, but for the first item's attempt. */
  readonly checkpoint: Checkpoint;
  readonly events: readonly LogEvent[];
  /** Keys to work on in this wake. */
  readonly items: readonly string[];
  /** How the goal ends if there is no item to work on and no effect to carry out. */
  readonly idle: { readonly ending: Ending; readonly detail: string };
  /** The window that the items belong to, also when it is finished by the acquire; null: there is none. */
  readonly window: OpenWindow | null;
  /** All that wait for this goal: its release answers them. */
  readonly requests: readonly WorkRequest[];
  /** Whether what they ask for is begun with this lease; where nothing could be planned, nothing is. */
  readonly begins: boolean;
  /** Commands were run to find out what there is to do, and failed; missing: they were not. */
  readonly hasRunCommands?: true;
}
