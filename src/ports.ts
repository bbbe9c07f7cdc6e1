/**
 * The ports: everything that a wake can reach outside the process. `src/adapters/` opens them for real,
 * a rehearsal puts a stand-in behind `GitHub` and `Model` only, tests put memory behind any of them.
 * Adapters throw `Halt` for planned endings (`github_unavailable`, `forbidden`, `bad_state_file`, …) and wrap
 * foreign errors once, with `cause`. Every wait, process and request obeys the `signal` it is given.
 */
import type { Clock, Random } from './ports/clock.ts';
import type { GitHub } from './ports/github.ts';
import type { Issues } from './ports/issues.ts';
import type { Log } from './ports/log.ts';
import type { ModelProvider } from './ports/model.ts';
import type { Sandbox } from './ports/sandbox.ts';
import type { StateStore } from './ports/state-store.ts';
import type { Subjects } from './ports/subjects.ts';
import type { Workspace } from './ports/workspace.ts';

export type * from './ports/clock.ts';
export type * from './ports/clone.ts';
export type * from './ports/control.ts';
export type * from './ports/github.ts';
export type * from './ports/issues.ts';
export type * from './ports/log.ts';
export type * from './ports/model.ts';
export type * from './ports/sandbox.ts';
export type * from './ports/serve-git.ts';
export type * from './ports/state-store.ts';
export type * from './ports/subjects.ts';
export type * from './ports/workspace.ts';

export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly state: StateStore;
  readonly workspace: Workspace;
  readonly sandbox: Sandbox;
  readonly github: GitHub;
  readonly issues: Issues;
  readonly subjects: Subjects;
  readonly model: ModelProvider;
}
