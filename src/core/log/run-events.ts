import type { Ending } from '../ending.ts';
import type { QueueKind } from '../goal.ts';
import type { OpenWindow } from '../state.ts';
import type { Trigger } from '../trigger.ts';

interface OfGoal {
  readonly goal: string;
}

/** A wake as a whole. */
export interface RunEvents {
  readonly wake_started: {
    readonly trigger: Pick<Trigger, 'kind' | 'by' | 'reason'>;
    /** How many goals there are to work on. */
    readonly goals: number;
    /** How many of them are left to the next runs, because this is the first one. */
    readonly putOff: number;
    /** A person chose them; false: they are due. */
    readonly areChosen: boolean;
  };
  readonly wake_ended: {
    readonly ending: Ending;
    readonly milliseconds: number;
    readonly goals: readonly { readonly goal: string; readonly ending: Ending }[];
    /** Drafts that this wake opened. */
    readonly drafts: number;
  };
  readonly heartbeat: object;
  /** The state branch takes over the new name; its number says that it is the same repository. */
  readonly repository_renamed: { readonly from: string; readonly to: string };
  readonly state_adopted: { readonly from: string; readonly to: string; readonly by: string };
  /** The file of the day takes no more lines but warnings and errors. */
  readonly log_full: object;
}

/** The lease of one goal. */
export interface LockEvents {
  readonly lease_taken: OfGoal & {
    readonly epoch: number;
    /** ISO time. */
    readonly expiresAt: string;
    /** Set aside; 0: no model call is planned. */
    readonly tokens: number;
  };
  readonly lease_released: OfGoal & {
    readonly ending: Ending;
    readonly tokens: number;
    readonly calls: number;
    /** Keys of the items that needed no change. */
    readonly unchanged: readonly string[];
    /** Items that are still to do. */
    readonly left: number;
    /** Wakes in a row that had failed before this one, which did not. */
    readonly failedBefore: number;
  };
  readonly lease_lost: OfGoal;
  readonly took_over: {
    /** Id of the wake that died. */
    readonly deadWake: string;
    readonly epoch: number;
    readonly work: DeadWork;
  };
}

/** What a dead wake had been doing. */
export type DeadWork =
  | {
      readonly kind: 'goal';
      /** What it worked on; null: it was between two items. */
      readonly item: { readonly title: string | null } | null;
      /** What it had set aside and may have spent. */
      readonly tokens: number;
      readonly deadInARow: number;
      /** Keys of the items that it had found to need no change. */
      readonly unchanged: readonly string[];
    }
  /** The goal's file is gone, so nobody goes on with it. */
  | { readonly kind: 'goal_without_file'; readonly goal: string; readonly tokens: number }
  | { readonly kind: 'alerts' };

/** Why slots passed without being run. */
export const PASSED_REASONS = [
  'covered',
  'left_out',
  'too_old',
  'under_lease',
  'stopped',
  'paused',
  'waiting_for_draft',
] as const;

export type PassedReason = (typeof PASSED_REASONS)[number];

interface PassedSlots extends OfGoal {
  readonly as: 'missed' | 'skipped' | 'overlapped';
  /** The oldest and the newest of them, ISO times. */
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly why: PassedReason;
  /** The older slot that was still being worked on when they passed; missing: none was. */
  readonly retried?: string;
  /** The newer slot that covers their time; missing: none does yet. */
  readonly coveredBy?: string;
}

/** The first few paths, and how many there are. */
interface SomePaths {
  readonly paths: readonly string[];
  readonly count: number;
}

/** What a program has found for a queue. */
export interface FoundInQueue {
  /** In files that are tasks. */
  readonly findings: number;
  /** In files that the goal may not write, which are no tasks. */
  readonly protected: SomePaths & { readonly findings: number };
  /** Files that were not searched, because they are too long or too many. */
  readonly leftOut: SomePaths;
  /** There are more findings than one search takes. */
  readonly isCut: boolean;
}

/** What happens to a goal besides its items. */
export interface GoalEvents {
  readonly slots_classified: PassedSlots;
  readonly slots_missed: PassedSlots;
  readonly window_started: OfGoal & {
    readonly slot: string;
    readonly kind: OpenWindow['kind'];
    /** ISO time. */
    readonly from: string;
    /** Null: the goal has none. */
    readonly queue: QueueKind | null;
    /** Length of the queue. */
    readonly items: number;
    /** Slots that were skipped for a draft since the last window, each without a word but the first; 0: none was. */
    readonly skipped: number;
    /** There are more issues than one window takes, and the newest ones are left out. */
    readonly isCut?: boolean;
    /** Missing: no program has looked for the tasks. */
    readonly found?: FoundInQueue;
    /** Nothing that the goal reads has changed since its last run, so the model is not asked. */
    readonly isUnchanged?: boolean;
  };
  /** The commit that an unfinished window ended at is gone: somebody has rewritten the default branch. */
  readonly window_moved: OfGoal & { readonly slot: string; readonly branch: string };
  readonly window_finished: OfGoal & { readonly slot: string };
  readonly budget_spent: OfGoal & { readonly detail: string };
  readonly goal_edited: OfGoal & { readonly file: string };
  readonly goal_paused: OfGoal & {
    /** Login; null: the agent itself. */
    readonly by: string | null;
    /** Empty: none was given. */
    readonly reason: string;
  };
  readonly goal_resumed: OfGoal & {
    readonly because:
      | { readonly kind: 'asked' }
      | { readonly kind: 'edited' }
      /** A "no" that had led to the pause was taken back. */
      | { readonly kind: 'answered' }
      | { readonly kind: 'resumed'; readonly by: string; readonly reason: string };
  };
  readonly yielded: OfGoal & { readonly detail: string };
  readonly bad_goal: { readonly problems: readonly string[] };
  readonly bad_settings: { readonly problems: readonly string[] };
}
