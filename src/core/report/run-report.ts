import type { Ending } from '../ending.ts';
import type { Cost } from '../money/cost.ts';
import type { DraftRecord, ItemStatus } from '../state.ts';
import type { Trigger } from '../trigger.ts';

export interface RunReport {
  /** `<run>-<attempt>` of GitHub. */
  readonly id: string;
  readonly startedAt: string;
  /** Its last line. */
  readonly endedAt: string;
  readonly fate: 'ended' | 'running' | 'died' | 'unknown';
  /** Null: the log does not say. */
  readonly trigger: Trigger['kind'] | null;
  readonly ending: Ending | null;
  readonly goals: readonly GoalRun[];
  readonly cost: Cost;
  readonly lostTokens: number;
}

/** The newest run, as the status has it. */
export interface LastRun {
  readonly id: string;
  readonly trigger: Trigger['kind'];
  readonly startedAt: string;
  /** Null: it has not ended yet. */
  readonly endedAt: string | null;
  readonly ending: Ending | null;
}

/** The lock of a goal that a run holds. */
export interface HeldLock {
  readonly goal: string;
  readonly run: string;
  readonly since: string;
  /** When it ends by itself. */
  readonly until: string;
  /** Its time is over, and it was not given back. */
  readonly isOverdue: boolean;
}

/** What one run did for one goal. */
export interface GoalRun {
  readonly goal: string;
  readonly run: string;
  readonly startedAt: string;
  /** Null: the log does not say. */
  readonly endedAt: string | null;
  readonly slot: string | null;
  readonly ending: Ending | null;
  readonly tasks: readonly TaskRun[];
  readonly cost: Cost;
  /** What it had set aside and may have spent when it died. */
  readonly lostTokens: number;
  readonly hasDied: boolean;
  /** Numbers of the drafts that it opened or updated. */
  readonly drafts: readonly number[];
}

/** How one attempt at a task ended. */
export interface TaskRun {
  /** Key of the item. */
  readonly key: string;
  readonly at: string;
  readonly ending: Ending | null;
  /** The sentence of the log. */
  readonly message: string;
  readonly cost: Cost;
}

export interface DraftName {
  readonly goal: string;
  readonly draft: number | null;
  readonly title: string;
}

export interface DraftReport extends DraftName {
  readonly goal: string;
  readonly branch: string;
  readonly outcome: DraftRecord['outcome'];
  readonly openedAt: string | null;
  readonly endedAt: string | null;
  /** What the person wrote who closed it. */
  readonly reason: string | null;
  readonly files: number;
  readonly lines: number;
  readonly isComplete: boolean;
  /** Tasks whose change it holds, and what they cost, as far as they are kept. */
  readonly tasks: readonly { readonly key: string; readonly status: ItemStatus }[];
  readonly cost: Cost;
}
