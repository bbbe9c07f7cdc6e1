import type { DraftObstacle } from '../due/due.ts';
import type { Ending } from '../ending.ts';
import type { FailureWait } from '../state.ts';

/** How something ended, and why. */
export interface EndReason {
  readonly ending: Ending;
  /** One plain sentence; empty: the ending says it all. */
  readonly detail: string;
}

/** Why a goal has no item to work on. */
export type IdleReason =
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'obstacle'; readonly obstacle: DraftObstacle }
  /** What is left does not pay for one call. `detail`: says so. */
  | { readonly kind: 'budget_spent'; readonly detail: string }
  /** A window is open, and nothing in it needs work. */
  | { readonly kind: 'queue_empty' }
  /** The window holds nothing that the last one has not held. */
  | { readonly kind: 'unchanged' }
  /** Its last runs have failed. */
  | { readonly kind: 'backing_off'; readonly backOff: FailureWait }
  | { readonly kind: 'nothing_due' };
