import type { Budget } from './budget-state.ts';
import type {
  AlertFigures,
  AlertPlace,
  FailuresInRow,
  FailureWait,
  RefusedPush,
  SpentDays,
  WindowChange,
} from './checkpoint-state.ts';
import type { ItemRecord } from './item-state.ts';
import type { WorkRequest } from './request.ts';
import type { Status, TimeSpan } from './status.ts';

export type * from './budget-state.ts';
export type * from './checkpoint-state.ts';
export type * from './item-state.ts';
export type * from './status.ts';

/**
 * What is on the state branch. Keys are spelt as in the files: these types are the file format.
 * Times are ISO 8601 in UTC with seconds; days are `2026-11-22`; months `2026-11`.
 * Readers keep fields that they do not know, so every change here is made by spreading the old value.
 */
export interface State {
  readonly lock: Lock;
  readonly budget: Budget;
  readonly status: Status;
  readonly alerts: Alerts;
  /** By goal id. */
  readonly checkpoints: Readonly<Record<string, Checkpoint>>;
  /** By request id. */
  readonly requests: Readonly<Record<string, WorkRequest>>;
  /** Text of `state/STOP`; null when the file does not exist. */
  readonly stop: string | null;
}

/** The version of every state file that this program writes. */
export const STATE_VERSION = 1;

export interface Lock {
  readonly version: number;
  /** The repository this branch belongs to; a copy or a fork has another. */
  readonly repository: string;
  /** GitHub's number of it, which a new name does not change; missing before a run knew it. */
  readonly repository_id?: number;
  /** When this state branch was made; missing in those that an older program made. */
  readonly began_at?: string;
  /** The last epoch given. */
  readonly epoch: number;
  /** By goal id, or `_agent`. */
  readonly leases: Readonly<Record<string, Lease>>;
}

export interface Lease {
  readonly wake: string;
  readonly nonce: string;
  readonly epoch: number;
  /** Counts the commits of this lease, from 1: found in a tip means that commit landed. */
  readonly step: number;
  readonly taken_at: string;
  readonly expires_at: string;
  readonly reservation: Reservation;
  readonly goal_blob: string;
  /** A person asks this holder to give way; void for any other epoch. */
  readonly yield: { readonly epoch: number; readonly by: string; readonly request: string } | null;
  /** The item that is being worked on, for a wake that takes over. */
  readonly item: string | null;
  /** Its wake was started by a person, or serves one: no person preempts it. */
  readonly for_person?: boolean;
}

/** What is still set aside and not yet settled. It counts as spent on its day if the holder dies. */
export interface Reservation {
  readonly day: string;
  readonly tokens: number;
  /** Millionths of a US dollar; 0 where the model has no price. */
  readonly usd_micros: number;
}

export interface Checkpoint {
  readonly version: number;
  readonly goal: string;
  readonly goal_blob: string | null;
  /** The newest lease; `step` is that of the release once it is released. */
  readonly last_lease: {
    readonly wake: string;
    readonly nonce: string;
    readonly epoch: number;
    readonly at: string;
    readonly step: number;
  } | null;
  /** Slot and end of the last finished window. */
  readonly finished: {
    readonly slot: string;
    readonly time: string;
    readonly commit: string;
    /** Digest of what the goal was given besides files, as `OpenWindow` says; missing: it is not known. */
    readonly input?: string;
  } | null;
  /** Slots up to and including this time are counted. */
  readonly classified_to: string | null;
  readonly counters: SlotCounters;
  readonly window: OpenWindow | null;
  /** The last window that was finished with stuck items, and these alone: a goal edit or a person takes it up again. */
  readonly given_up?: OpenWindow | null;
  /** By item key, `element@version`. */
  readonly items: Readonly<Record<string, ItemRecord>>;
  /** By draft key: the slot for drafts of a whole window, the item key for drafts per item. */
  readonly drafts: Readonly<Record<string, DraftRecord>>;
  /**
   * Keys of versions that count as done without a record: the agent made them itself, an issue had become one when it was
   * worked on under an older key, or there are too many records. Newest last, at most 10,000.
   */
  readonly own_versions: readonly string[];
  /** Endings in a row that were failures. */
  readonly consecutive_failures: number;
  /** Wakes in a row that died while holding this goal. */
  readonly dead_wakes: number;
  readonly pause: { readonly reason: string; readonly at: string; readonly by: string } | null;
  /** When the budget last left too little for a call; missing: never yet. */
  readonly budget_spent?: SpentDays;
  /** What the failures in a row have cost; missing: there are none, or an older program counted them. */
  readonly failing?: FailuresInRow;
  /** Runs in a row that cost something and brought nothing; missing: the last one was none. */
  readonly back_off?: FailureWait;
  /** Pauses that are over and whose slots are not counted yet. */
  readonly pauses?: readonly TimeSpan[];
  /** When an event last made the goal run. */
  readonly last_event?: string;
  /** Drafts in a row that were closed unmerged. */
  readonly refusals?: number;
  /** A refusal of the remote that no work can mend: nothing is worked on while it holds. Null: it is over. */
  readonly refused?: RefusedPush | null;
  /** What the newest windows with a change left behind, newest last, at most 3. */
  readonly changes?: readonly WindowChange[];
}

export interface SlotCounters {
  readonly ran: number;
  readonly caught_up: number;
  readonly missed: number;
  readonly skipped: number;
  readonly overlapped: number;
}

export const NO_SLOTS: SlotCounters = { ran: 0, caught_up: 0, missed: 0, skipped: 0, overlapped: 0 };

export interface OpenWindow {
  readonly slot: string;
  readonly kind: 'ran' | 'caught_up' | 'asked';
  readonly from: { readonly time: string; readonly commit: string | null };
  readonly to: { readonly time: string; readonly commit: string };
  /** Keys of all items of the window, in the order of work. */
  readonly queue: readonly string[];
  /** More issues were open than one window takes, and the newest ones were left out. */
  readonly is_cut?: true;
  /** The commits of a goal without a queue; missing: there are none, or the goal has a queue. */
  readonly commits?: WindowCommits;
  /** Digest of what the goal is given besides files: its own text and the settings that concern it. */
  readonly input?: string;
}

/** The commits that a window holds. ISO times of the oldest and the newest. */
export interface WindowCommits {
  readonly count: number;
  readonly first: string;
  readonly last: string;
}

export interface DraftRecord {
  readonly branch: string;
  /** From 1; part of the branch name. */
  readonly generation: number;
  /** What the agent pushed last; null before the first push. */
  readonly tip: string | null;
  /** The commit of the default branch that the branch started from. */
  readonly base: string;
  readonly title: string;
  /** The newest window that went into it. */
  readonly window: {
    readonly slot: string;
    readonly from: string;
    readonly to: string;
    readonly commit: string;
    readonly commits?: WindowCommits;
  };
  /** Receipt: null until the draft pull request is known to exist. */
  readonly number: number | null;
  readonly url: string | null;
  readonly outcome: 'none' | 'open' | 'merged' | 'closed' | 'taken_over';
  readonly opened_at: string | null;
  readonly changed_files: number;
  readonly changed_lines: number;
  readonly complete: boolean;
  /** No further item fits within the limits of a draft; the rest waits until it is merged or closed. */
  readonly full: boolean;
  /** What a person wrote who closed it without merging, cut; missing: nothing. */
  readonly reason?: string;
  /** What came of the goal's checks on what it holds now, one sentence each; missing in records of an older program. */
  readonly checks?: readonly { readonly kind: 'passed' | 'failed' | 'not_run'; readonly text: string }[];
  /** Digest of what it changes, as it was pushed last; missing before the first push. */
  readonly digest?: string;
  /** The default branch that it was last aimed at; missing in records of an older program. */
  readonly aimed_at?: string;
  /** When its outcome was seen; missing before, and where an older program saw it. */
  readonly ended_at?: string;
  /** The commit of the default branch in which the change of a closed draft was last looked for. */
  readonly looked_at?: string;
}

export interface Alerts {
  readonly version: number;
  /** By fingerprint, `<goal>/<cause>`. */
  readonly alerts: Readonly<Record<string, AlertRecord>>;
  /**
   * Goals, or `_agent`, whose lease was taken from a dead wake: it may have opened issues that no record knows, and nobody has
   * looked for them yet.
   */
  readonly unswept?: readonly string[];
}

export interface AlertRecord {
  readonly goal: string;
  readonly cause: string;
  readonly title: string;
  readonly body: string;
  readonly raised_at: string;
  /** False: the cause is gone and the issue is to be closed. */
  readonly wanted: boolean;
  /** Receipt: the issue, once it is known to exist. */
  readonly issue: number | null;
  /** Digest of the text that the issue shows; another text means the issue is to be updated. */
  readonly shown: string | null;
  /** A person closed it: it stays closed until the cause changes. */
  readonly known: boolean;
  /** What was seen, for a wake that has seen nothing itself. */
  readonly detail?: string;
  /** Digest of what makes it the same cause. */
  readonly about?: string;
  /** The figures that the issue shows; missing: none. */
  readonly figures?: AlertFigures;
  /** What may have to be changed; missing: nothing in a file. */
  readonly places?: readonly AlertPlace[];
  /** As many issues are open as may be, so this alert is shown in the issue that the rest share. */
  readonly folded?: boolean | undefined;
}
