import type { Ending } from '../ending.ts';

/** How something ended, and why. */
export interface EndReason {
  readonly ending: Ending;
  /** One plain sentence; empty: the ending says it all. */
  readonly detail: string;
}
