export const LOG_FOLDER = 'state/log/';

/** Where the log of a day is, e.g. of `2026-11-22`. */
export function logPath(day: string): string {
  return `${LOG_FOLDER}${day}.jsonl`;
}

/** The day of a log file; null: it is none. */
export function logDay(path: string): string | null {
  return /^state\/log\/(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(path)?.[1] ?? null;
}
