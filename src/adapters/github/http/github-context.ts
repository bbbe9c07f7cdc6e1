import type { Clock } from '../../../ports.ts';
import type { Actor } from './actor.ts';
import type { Requests } from './requests.ts';

/** What all calls share. */
export interface GitHubContext {
  readonly requests: Requests;
  readonly actor: Actor;
  /** Who opens drafts, where that is somebody else. */
  readonly drafter: Actor | null;
  readonly clock: Clock;
  /** `owner/name`. */
  readonly repository: string;
  /** What people open, e.g. `https://github.com`. */
  readonly serverUrl: string;
  /** File name of the workflow that this wake runs in. */
  readonly workflow: string | null;
}
