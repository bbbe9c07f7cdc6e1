import * as v from 'valibot';
import { NO_FIGURES } from '../../core/report/days-of.ts';
import type { DayFigures, GoalDay } from '../../core/report/report.ts';
import { STATE_VERSION } from '../../core/state.ts';
import { compareText } from '../../core/text/compare-text.ts';
import type { Masked } from '../../core/text/masked.ts';
import { encodeValue } from './state-json.ts';

const Figure = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Day = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));
const File = v.object({
  version: v.literal(STATE_VERSION),
  days: v.record(Day, v.record(v.string(), v.record(v.string(), Figure))),
});

/** The figures of the days of one month, oldest first; null: the text cannot be read. Zeros are not written. */
export function decodeDays(text: string): readonly DayFigures[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const file = v.safeParse(File, value);
  if (!file.success) return null;
  return Object.entries(file.output.days)
    .map(([day, goals]) => ({
      day,
      goals: Object.fromEntries(Object.entries(goals).map(([goal, figures]) => [goal, goalDay(figures)])),
    }))
    .sort((a, b) => compareText(a.day, b.day));
}

function goalDay(figures: Readonly<Record<string, number>>): GoalDay {
  const known = Object.keys(NO_FIGURES).map((name) => [name, figures[name] ?? 0]);
  return Object.fromEntries(known) as unknown as GoalDay;
}

export function encodeDays(days: readonly DayFigures[]): Masked {
  const named = days.map(({ day, goals }) => [
    day,
    Object.fromEntries(Object.entries(goals).map(([goal, figures]) => [goal, withoutZeros(figures)])),
  ]);
  return encodeValue({ version: STATE_VERSION, days: Object.fromEntries(named) });
}

function withoutZeros(figures: GoalDay): object {
  return Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== 0));
}
