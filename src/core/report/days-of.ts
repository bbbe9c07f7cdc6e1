import { isBad, isGood } from '../ending.ts';
import type { LogEntry } from '../event.ts';
import { figureIn } from '../log-data.ts';
import type { DayFigures, GoalDay, GoalRun } from './report.ts';
import { missedIn } from './slots-of.ts';

/** A day on which nothing was. */
export const NO_FIGURES: GoalDay = {
  runs: 0,
  failed: 0,
  missed: 0,
  tasks_done: 0,
  drafts_opened: 0,
  drafts_merged: 0,
  drafts_closed: 0,
  tokens: 0,
  usd_micros: 0,
  calls: 0,
  lost_tokens: 0,
};

/** Each day in figures, oldest first. A run counts on the day on which it began, a death on that on which it was found out. */
export function daysOf(entries: readonly LogEntry[], runs: readonly GoalRun[]): readonly DayFigures[] {
  const days = new Map<string, Map<string, GoalDay>>();
  const add = (time: string, goal: string, more: Partial<GoalDay>): void => {
    const goals = days.get(dayOf(time)) ?? new Map<string, GoalDay>();
    days.set(dayOf(time), goals.set(goal, plus(goals.get(goal) ?? NO_FIGURES, more)));
  };
  for (const run of runs) add(run.startedAt, run.goal, ofRun(run));
  for (const entry of entries) {
    if (entry.goal === undefined) continue;
    const figures = ofLine(entry);
    if (figures !== null) add(entry.ts, entry.goal, figures);
    else if (!days.has(dayOf(entry.ts))) days.set(dayOf(entry.ts), new Map());
  }
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, goals]) => ({ day, goals: Object.fromEntries(withoutZeros(goals)) }));
}

function dayOf(time: string): string {
  return time.slice(0, 10);
}

function ofRun({ ending, hasDied, tasks, cost }: GoalRun): Partial<GoalDay> {
  const hasWorked = hasDied || tasks.length > 0 || cost.calls > 0;
  return {
    runs: hasWorked ? 1 : 0,
    failed: hasDied || (ending !== null && isBad(ending)) ? 1 : 0,
    tasks_done: tasks.filter((task) => task.ending !== null && isGood(task.ending)).length,
    tokens: cost.tokens,
    usd_micros: cost.usdMicros,
    calls: cost.calls,
  };
}

/** Null: the line has no figure of a day. */
function ofLine(entry: LogEntry): Partial<GoalDay> | null {
  const missed = missedIn(entry);
  if (missed > 0) return { missed };
  switch (entry.event) {
    case 'draft_opened':
      return { drafts_opened: 1 };
    case 'draft_merged':
      return { drafts_merged: 1 };
    case 'draft_refused':
      return { drafts_closed: 1 };
    case 'took_over':
      return { lost_tokens: figureIn(entry.data, 'lost_tokens') };
    default:
      return null;
  }
}

function plus(a: GoalDay, b: Partial<GoalDay>): GoalDay {
  return Object.fromEntries(
    Object.entries(a).map(([name, value]) => [name, value + (b[name as keyof GoalDay] ?? 0)]),
  ) as unknown as GoalDay;
}

/** A goal of which only lines without a figure speak has had no day worth keeping. */
function withoutZeros(goals: ReadonlyMap<string, GoalDay>): readonly (readonly [string, GoalDay])[] {
  return [...goals].filter(([, day]) => Object.values(day).some((value) => value > 0));
}
