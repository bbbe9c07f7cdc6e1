import type { Branches } from './branches.ts';
import type { Runs } from './runs.ts';
import type { Store } from './store.ts';

/** The one repository that the stand-in serves, as its routes see it. */
export interface Site {
  readonly owner: string;
  readonly name: string;
  /** Names that it had before, `owner/name`. */
  readonly formerly: readonly string[];
  /** E.g. `http://127.0.0.1:4567`: pages lie below it. */
  readonly serverUrl: string;
  /** E.g. `http://127.0.0.1:4567/api/v3`. */
  readonly apiUrl: string;
  readonly store: Store;
  readonly branches: Branches;
  readonly runs: Runs;
  /** The server's time, ISO. */
  readonly now: () => string;
}

export function repositoryApi(site: Site): string {
  return `${site.apiUrl}/repos/${site.owner}/${site.name}`;
}

export function repositoryPage(site: Site): string {
  return `${site.serverUrl}/${site.owner}/${site.name}`;
}
