import { decodeDays, encodeDays } from '../config/state/day-figures.ts';
import { decodeLogLines } from '../config/state/state-files.ts';
import { daysOf } from '../core/report/days-of.ts';
import type { DayFigures } from '../core/report/report.ts';
import { runsOf } from '../core/report/runs-of.ts';
import { compareText } from '../core/text/compare-text.ts';
import type { Masked } from '../core/text/masked.ts';
import { monthOf } from '../core/time.ts';
import type { Sha, StateStore } from '../ports.ts';
import { logDay } from './log-path.ts';

const DAYS_FOLDER = 'state/days/';

/** Where the figures of a month's days are, e.g. of `2026-11`. */
function daysPath(month: string): string {
  return `${DAYS_FOLDER}${month}.json`;
}

/**
 * The files that keep the figures of days whose log is about to be removed, so that a year can be shown. A file that cannot be
 * read is left as it is.
 */
export async function keptFigures(
  store: Pick<StateStore, 'read'>,
  { tip, logs }: { readonly tip: Sha; readonly logs: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Masked>> {
  const texts = await store.read(tip, logs, signal);
  const days = [...texts].flatMap(([path, { text }]) => figuresIn(path, text));
  const byMonth = Map.groupBy(days, ({ day }) => monthOf(day));
  if (byMonth.size === 0) return new Map();
  const files = await store.read(tip, [...byMonth.keys()].map(daysPath), signal);
  return new Map(
    [...byMonth].flatMap(([month, fresh]) => {
      const path = daysPath(month);
      const before = decodeDays(files.get(path)?.text ?? EMPTY);
      return before === null ? [] : [[path, encodeDays(withDays(before, fresh))] as const];
    }),
  );
}

const EMPTY = '{"version": 1, "days": {}}';

function figuresIn(path: string, text: string): readonly DayFigures[] {
  const { entries } = decodeLogLines(text);
  const runs = runsOf(entries, { leases: {} });
  const goals = runs.flatMap((run) => run.goals);
  return daysOf(entries, goals).filter(
    ({ day, goals: figures }) => day === logDay(path) && Object.keys(figures).length > 0,
  );
}

function withDays(before: readonly DayFigures[], fresh: readonly DayFigures[]): readonly DayFigures[] {
  const known = new Map([...before, ...fresh].map((day) => [day.day, day]));
  return [...known.values()].sort((a, b) => compareText(a.day, b.day));
}

/** Figures of all days whose log is no longer kept, oldest first. */
export async function readPastDays(
  store: Pick<StateStore, 'read'>,
  tip: Sha | null,
  signal: AbortSignal,
): Promise<readonly DayFigures[]> {
  if (tip === null) return [];
  const files = await store.read(tip, [DAYS_FOLDER], signal);
  return [...files.values()]
    .flatMap(({ text }) => decodeDays(text) ?? [])
    .sort((a, b) => compareText(a.day, b.day));
}
