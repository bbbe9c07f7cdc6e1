export interface Budget {
  readonly version: number;
  readonly days: Readonly<Record<string, Account>>;
  readonly months: Readonly<Record<string, Account>>;
}

/** One day's or month's figures by goal. */
export type Account = Readonly<Record<string, Sums>>;

export interface Sums {
  readonly reserved_tokens: number;
  readonly reserved_usd_micros: number;
  readonly spent_tokens: number;
  readonly spent_usd_micros: number;
  readonly calls: number;
  /** Of what counts as spent: set aside by runs that died, so that nobody knows whether it was. Missing: nothing. */
  readonly lost_tokens?: number;
  readonly lost_usd_micros?: number;
  /** Of the tokens that were spent: by second readers. Missing: none. */
  readonly reader_tokens?: number;
}

/** What bounds the spending of a wake: its own limit, or that of the day or month of the goal or of all goals. */
export const BUDGET_LIMITS = ['wake', 'goal_day', 'goal_month', 'total_day', 'total_month'] as const;
export type BudgetLimit = (typeof BUDGET_LIMITS)[number];
