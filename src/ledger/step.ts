import type { MaskedRecord } from '../core/access/masked-record.ts';
import type { LogEvent } from '../core/log/log-event.ts';
import type { State } from '../core/state.ts';
import type { PushOutcome, RefRefusal, RefUpdate, Sha } from '../ports.ts';
import type { RecentLog } from '../report/status/status-facts.ts';
import type { BranchUpdate } from './branch-update.ts';
import type { MaskedEntry } from './journal.ts';

/** One change of the state branch. */
export interface Step {
  /** What the commit message says, from the state as it will be: the story in `git log`. */
  readonly describe: (after: State) => StepDescription;
  /**
   * Makes this step's own changes to whatever state is newest; called again after each refusal. `stale`: the facts
   * that the step was decided on have changed. Throws `Halt` when it may not be done any more.
   */
  readonly apply: (state: State) => State | 'stale';
  /** What has happened once this step has landed; its lines travel in the same commit. */
  readonly events?: (after: State) => readonly LogEvent[];
  /** Whether a state that came from the remote already holds this step: its push had landed after all. */
  readonly isIn: (state: State) => boolean;
  /** Work branches that land with it or not at all; missing: none. */
  readonly refs?: readonly BranchUpdate[];
  /** How many pushes to try at most; the default goes on until the signal aborts. */
  readonly tries?: number;
  /** How long an outage of the remote is waited out, ms; the default waits until the signal aborts. */
  readonly patienceMs?: number;
}

export interface StepDescription {
  /** Null: about no goal in particular. */
  readonly goal: string | null;
  /** Begins with a verb. */
  readonly what: string;
  readonly epoch: number | null;
  readonly step: number | null;
}

export type Committed =
  | { readonly kind: 'landed' }
  /** The remote took the state and refused these work branches. */
  | { readonly kind: 'landed_without_branches'; readonly refs: readonly RefRefusal[] }
  | { readonly kind: 'stale' }
  /** Only work branches are at fault: the state itself could have been written. */
  | { readonly kind: 'branches_refused'; readonly refs: readonly RefRefusal[] }
  | { readonly kind: 'dropped' };

/** What a step pushes besides the state. The name of a branch takes a digest, which a run without work does not load. */
export async function refUpdatesOf({ refs = [] }: Pick<Step, 'refs'>): Promise<readonly RefUpdate[]> {
  if (refs.length === 0) return [];
  const { refUpdateOf } = await import('./branch-update.ts');
  return refs.map(refUpdateOf);
}

/** What a push would make of the state, and of the log. */
export interface ForeseenState {
  readonly state: MaskedRecord<State>;
  readonly log: RecentLog;
}

/** What came of one push. `open`: it did not say that it has landed. */
export type CommitAttempt =
  | { readonly kind: 'landed' }
  | { readonly kind: 'stale' }
  | {
      readonly kind: 'open';
      readonly commit: Sha;
      readonly push: PushOutcome;
      readonly waiting: number;
      readonly own: readonly MaskedEntry[];
    };
