import type { AlertFigures, AlertPlace } from '../checkpoint-state.ts';

interface SomeNeed {
  /** ISO time. */
  readonly since: string;
  /** Null: it is about no goal in particular. */
  readonly goal: string | null;
}

export type PersonNeed = AlertNeed | ReviewNeed | LockNeed;

/** Something that is wrong. */
export interface AlertNeed extends SomeNeed {
  readonly kind: 'alert';
  readonly cause: string;
  readonly title: string;
  /** What happened, one line for each problem. */
  readonly detail: string;
  /** Null: there is no issue for it. */
  readonly issue: number | null;
  /** A person has closed the issue. */
  readonly isKnown: boolean;
  /** Failures of the goal in a row; 0: none. */
  readonly failures: number;
  /** How often, since when, and what it has cost, as the issue says; null: that is not known. */
  readonly figures: AlertFigures | null;
  /** Lines of files that may have to be changed. */
  readonly places: readonly AlertPlace[];
}

/** A draft that waits to be merged or closed. */
export interface ReviewNeed extends SomeNeed {
  readonly kind: 'review';
  readonly goal: string;
  /** Null: its pull request is not known to exist yet. */
  readonly draft: number | null;
  readonly title: string;
  readonly branch: string;
  readonly files: number;
  readonly lines: number;
  /** False: parts of the work are missing. */
  readonly isComplete: boolean;
}

/** A lock that its run should have given back. */
export interface LockNeed extends SomeNeed {
  readonly kind: 'lock';
  readonly goal: string;
  readonly run: string;
}
