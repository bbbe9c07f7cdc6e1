/** What can be made to go wrong. `_after`: the request has had its effect by then. */
export type FaultKind =
  | 'unauthorized'
  | 'forbidden'
  | 'secondary_limit'
  | 'primary_limit'
  | 'not_found'
  | 'conflict'
  | 'invalid'
  | 'too_many_requests'
  | 'server_error'
  | 'server_error_after'
  | 'hang'
  | 'hang_after'
  | 'dropped'
  | 'dropped_after'
  /** The newest entry is missing in a list. */
  | 'newest_missing';

export type PlannedFault =
  | FaultKind
  /** Somebody else does something between the request and its effect, e.g. pushes to the branch. */
  | { readonly meanwhile: () => Promise<unknown> }
  | { readonly delayMs: number };

/**
 * What a request is: `any`, `api` (all of REST) or `git`, then `fetch`, `push`, or one route in the words of GitHub's description:
 * `POST /repos/{owner}/{repo}/pulls`.
 */
export type Aim = readonly string[];

/** What goes wrong with which request. */
export interface FaultPlan {
  /** The faults of one request. */
  take(aim: Aim): readonly PlannedFault[];
  /** A request has arrived that is left hanging. */
  hangs(): void;
}

export const NO_FAULTS: FaultPlan = { take: () => [], hangs: () => {} };
