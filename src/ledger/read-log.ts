import { decodeLogLines } from '../config/state/state-files.ts';
import type { LogFacts } from '../core/report/report-of.ts';
import { compareText } from '../core/text/compare-text.ts';
import type { Sha, StateStore } from '../ports.ts';
import { LOG_FOLDER, logDay, logPath } from './log-path.ts';

/** The log of these days, e.g. `2026-11-22`; null: of every day that is kept. */
export async function readLog(
  store: Pick<StateStore, 'read'>,
  { tip, days }: { readonly tip: Sha | null; readonly days: readonly string[] | null },
  signal: AbortSignal,
): Promise<LogFacts> {
  if (tip === null) return { entries: [], days: [], unreadableLines: 0 };
  const files = await store.read(tip, days === null ? [LOG_FOLDER] : days.map(logPath), signal);
  const found = [...files].flatMap(([path, { text }]) => {
    const day = logDay(path);
    return day === null ? [] : [{ day, ...decodeLogLines(text) }];
  });
  const read = found.sort((a, b) => compareText(a.day, b.day));
  return {
    entries: read.flatMap(({ entries }) => entries),
    days: read.map(({ day }) => day),
    unreadableLines: read.reduce((sum, { unreadable }) => sum + unreadable.length, 0),
  };
}
