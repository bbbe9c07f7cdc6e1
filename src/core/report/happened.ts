import type { Ending } from '../ending.ts';
import type { LogEntry } from '../event.ts';
import type { PassedReason } from '../log/run-events.ts';
import type { Cost } from '../money/cost.ts';
import type { DraftName } from './run-report.ts';

/** What happened since a time. */
export interface Happened {
  readonly since: string;
  /** False: the log does not reach back so far, or is not whole. */
  readonly isWhole: boolean;
  /** Runs that did something. */
  readonly runs: number;
  /** Signs of life with nothing to do. */
  readonly quietSigns: number;
  /** Tasks that ended well. */
  readonly tasks: { readonly done: number; readonly unchanged: number };
  readonly drafts: {
    readonly opened: readonly DraftName[];
    readonly merged: readonly DraftName[];
    readonly closed: readonly DraftName[];
    readonly takenOver: readonly DraftName[];
  };
  /** The worst ending of each goal that had one which people should know. */
  readonly failures: readonly Failure[];
  readonly deaths: readonly Death[];
  /** Due times that no run served. */
  readonly missed: number;
  /** Due times that were skipped, by goal and reason. */
  readonly skipped: readonly SkippedTimes[];
  readonly cost: Cost;
  readonly lostTokens: number;
  /** The lines that tell the most, oldest first. */
  readonly notable: readonly LogEntry[];
}

export interface Failure {
  readonly goal: string;
  readonly ending: Ending;
  /** How many runs of the goal ended badly. */
  readonly times: number;
  readonly at: string;
  /** The goal has had a better run since then. */
  readonly isOver: boolean;
  /** The newest sentence of the log that says why. */
  readonly why: string;
}

export interface SkippedTimes {
  readonly goal: string;
  /** Null: the log does not say. */
  readonly why: PassedReason | null;
  readonly count: number;
}

/** A run that died. */
export interface Death {
  readonly run: string;
  readonly goal: string | null;
  /** When the next run found out. */
  readonly foundAt: string;
  readonly lostTokens: number;
}
