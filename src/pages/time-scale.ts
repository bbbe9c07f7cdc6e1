const DAY_MS = 86_400_000;

/** Time from left to right. One scale for everything that a page draws over the same days. */
export interface TimeScale {
  /** Milliseconds since 1970 UTC, both. */
  readonly from: number;
  readonly to: number;
  /** Midnights in UTC, oldest first. */
  readonly days: readonly number[];
}

/** The day of `now` and the days before it, from midnight to midnight in UTC. */
export function daysUntil(now: number, before: number): TimeScale {
  const today = Math.floor(now / DAY_MS) * DAY_MS;
  const from = today - before * DAY_MS;
  const days = Array.from({ length: before + 1 }, (_, n) => from + n * DAY_MS);
  return { from, to: today + DAY_MS, days };
}

/** Where a moment lies, in percent of the width. */
export function shareOf({ from, to }: Pick<TimeScale, 'from' | 'to'>, at: number): number {
  return Math.round(((at - from) / (to - from)) * 10_000) / 100;
}

export function isOnScale({ from, to }: Pick<TimeScale, 'from' | 'to'>, at: number): boolean {
  return at >= from && at < to;
}
