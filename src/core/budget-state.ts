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
