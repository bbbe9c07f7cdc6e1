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

export interface FailureWait {
  readonly failures: number;
  /** No run of the goal begins before, unless a person asks for it. ISO time. */
  readonly until: string;
}

export interface SpentDays {
  /** The newest days on which it did, oldest first. */
  readonly days: readonly string[];
  /** What was left on the newest of them, and was too little. */
  readonly left_tokens: number;
  readonly left_usd_micros: number | null;
}

/** What a window's drafts changed, as far as it is needed to notice a circle. */
export interface WindowChange {
  readonly slot: string;
  /** Taken out and put in. */
  readonly characters: number;
  /** By path: the blob that the file got; null: deleted. At most 50. */
  readonly files: Readonly<Record<string, string | null>>;
}
