/** What was spent, by the accounts. */
export interface SpendingSums {
  readonly today: SpentSum;
  readonly month: SpentSum;
  readonly byGoal: readonly {
    readonly goal: string;
    readonly today: SpentSum;
    readonly month: SpentSum;
  }[];
  /** Oldest first. */
  readonly months: readonly { readonly month: string; readonly sum: SpentSum }[];
  /** What this month has cost, for each of its drafts that was merged; null: none was. */
  readonly perMergedDraft: { readonly tokens: number; readonly usdMicros: number } | null;
}

/** The same with each day. */
export interface Spending extends SpendingSums {
  /** Oldest first; days without a log are missing. */
  readonly days: readonly DayFigures[];
}

export interface SpentSum {
  readonly tokens: number;
  readonly usdMicros: number;
  readonly calls: number;
  /** Set aside by runs that still work. */
  readonly reservedTokens: number;
  readonly reservedUsdMicros: number;
  /** Of what counts as spent: set aside by runs that died. */
  readonly lostTokens: number;
  readonly lostUsdMicros: number;
  /** Of the tokens: of second readers. */
  readonly readerTokens: number;
  /** Null: no limit is known, or there is none. */
  readonly tokenLimit: number | null;
  /** Dollars. */
  readonly usdLimit: number | null;
}

/** One day in figures: what stays when its log is removed. */
export interface DayFigures {
  readonly day: string;
  readonly goals: Readonly<Record<string, GoalDay>>;
}

/** One goal's day. Keys are spelt as in the file. */
export interface GoalDay {
  readonly runs: number;
  readonly failed: number;
  readonly missed: number;
  readonly tasks_done: number;
  readonly drafts_opened: number;
  readonly drafts_merged: number;
  readonly drafts_closed: number;
  readonly tokens: number;
  readonly usd_micros: number;
  readonly calls: number;
  readonly lost_tokens: number;
}
