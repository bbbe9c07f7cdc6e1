import type { BudgetLimit } from './budget-state.ts';

/** Why the remote takes no work for a branch, and by what one sees that this may have changed. */
export interface RefusedPush {
  /** `frozen`: an open draft may not be changed now, as in a merge queue. `rule`: no such commit is taken. */
  readonly kind: 'frozen' | 'rule';
  readonly branch: string;
  readonly detail: string;
  readonly at: string;
  /** Digest of the rules for the branch; null: they could not be read. */
  readonly rules: string | null;
  /** Digest of the settings. */
  readonly settings: string;
}

/** What failures in a row have cost so far. How many there are is `consecutive_failures`. */
export interface FailuresInRow {
  /** When the first one and the last one ended, ISO time. */
  readonly since: string;
  readonly until: string;
  readonly tokens: number;
  readonly usd_micros: number;
}

/** How many runs in a row failed, or how many attempts were made at tasks that are stuck, and what that has cost. */
export interface AlertFigures {
  /** ISO times of the first one and the last one. */
  readonly since: string;
  readonly at: string;
  readonly times: number;
  readonly tokens: number;
  readonly usd_micros: number;
}

/** A line of a file that a person wrote, which may have to be changed. */
export interface AlertPlace {
  /** Path in the repository. */
  readonly file: string;
  /** From 1; null: the file does not name the field, so its usual value counts. */
  readonly line: number | null;
  /** Missing: the line is wrong as a whole. */
  readonly field?: string;
}

export interface FailureWait {
  readonly failures: number;
  /** No run of the goal begins before, unless a person asks for it. ISO time. */
  readonly until: string;
  /** Version of the goal file that failed before its tasks were known; missing: that of the checkpoint. */
  readonly goal_blob?: string;
}

export interface SpentDays {
  /** The newest days on which it did, oldest first. */
  readonly days: readonly string[];
  /** What was left on the newest of them, and was too little. */
  readonly left_tokens: number;
  readonly left_usd_micros: number | null;
  /** The limit that left so little; missing: it was not written down. */
  readonly limit?: BudgetLimit;
}

/** What a window's drafts changed, as far as it is needed to notice a circle. */
export interface WindowChange {
  readonly slot: string;
  /** Taken out and put in. */
  readonly characters: number;
  /** By path: the blob that the file got; null: deleted. At most 50. */
  readonly files: Readonly<Record<string, string | null>>;
}
