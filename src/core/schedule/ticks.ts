import type { Goal, Schedule } from '../goal.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import { countSlots, slotsBetween } from './schedule.ts';

/** How often a workflow looks for due goals. */
export interface TickPlan {
  /** Cron patterns of GitHub Actions, in UTC. */
  readonly crons: readonly string[];
  /** Starts in 30 days. */
  readonly starts: number;
}

/** GitHub starts schedules late or not at all on the full and the half hour. */
const USUAL_MINUTE = 17;
const MONTH_MS = 30 * DAY_MS;
/** A Monday at midnight UTC. */
const MONDAY_MS = Date.UTC(2026, 0, 5);
/** A condition is looked at by each run: so often, unless a goal is due more often. */
const CONDITION_HOURS = 6;
const HOURS_A_WEEK = 7 * 24;
const MOST_SLOTS = 20_000;

/** How many runs these cron patterns start in 30 days. */
export function startsOf(crons: readonly string[]): number {
  return crons.reduce((sum, pattern) => {
    const schedule = {
      kind: 'cron',
      pattern,
      timezone: 'UTC',
      catchUp: 'once',
      catchUpWindowMinutes: 0,
    } as const;
    return sum + countSlots(schedule, MONDAY_MS - 1, MONDAY_MS + MONTH_MS - 1);
  }, 0);
}

/** The fewest starts after which each due time of each goal is still followed by a run within the hour. Null: none are needed. */
export function sparsestTicks(goals: readonly Goal[]): TickPlan | null {
  const enabled = goals.filter((goal) => goal.enabled);
  const shortest = Math.min(...enabled.map(({ schedule }) => minutesBetween(schedule)));
  const crons = shortest < 60 ? [withinHour(shortest)] : weekly(hoursNeeded(enabled));
  return crons.length === 0 ? null : { crons, starts: startsOf(crons) };
}

function minutesBetween(schedule: Schedule): number {
  if (schedule.kind === 'every') return schedule.minutes;
  const slots = schedule.kind === 'cron' ? slotsOf(schedule) : [];
  const gaps = slots.slice(1).map((slot, at) => slot - (slots[at] ?? slot));
  return Math.min(Number.POSITIVE_INFINITY, ...gaps.map((gap) => gap / MINUTE_MS));
}

/** So many as tell how close two of them lie. */
function slotsOf(schedule: Schedule): readonly number[] {
  return slotsBetween(schedule, { afterMs: MONDAY_MS - 1, untilMs: MONDAY_MS + 2 * 366 * DAY_MS }, 500);
}

function withinHour(step: number): string {
  const first = USUAL_MINUTE % step;
  const minutes = Array.from({ length: Math.floor(60 / step) }, (_, n) => first + n * step);
  return `${minutes.join(',')} * * * *`;
}

/** Hours of a week, from Monday 00:00 UTC, in which a run has to start. */
function hoursNeeded(goals: readonly Goal[]): ReadonlySet<number> {
  const hours = new Set<number>();
  for (const { schedule, when } of goals) {
    if (when !== null) for (let hour = 0; hour < HOURS_A_WEEK; hour += CONDITION_HOURS) hours.add(hour);
    for (const hour of hoursOf(schedule)) hours.add(hour);
  }
  return hours;
}

/** What is due on days of a month may be due on any day of the week, and what follows a time zone at two hours. */
function hoursOf(schedule: Schedule): readonly number[] {
  const year = { afterMs: MONDAY_MS - 1, untilMs: MONDAY_MS + 52 * 7 * DAY_MS };
  const hours = slotsBetween(schedule, year, MOST_SLOTS).map(tickHour);
  const isWeekly = schedule.kind !== 'cron' || /^\S+ \S+ \* \* /.test(schedule.pattern);
  if (isWeekly) return hours;
  return hours.flatMap((hour) => Array.from({ length: 7 }, (_, day) => (hour % 24) + day * 24));
}

/** The hour whose start comes next after a slot. */
function tickHour(slot: number): number {
  const minutes = Math.ceil((slot - MONDAY_MS - USUAL_MINUTE * MINUTE_MS) / HOUR_MS);
  return ((minutes % HOURS_A_WEEK) + HOURS_A_WEEK) % HOURS_A_WEEK;
}

/** One line for the hours of every day, and one for each set of further hours, with the days of the week that share it. */
function weekly(hours: ReadonlySet<number>): readonly string[] {
  const days = Array.from({ length: 7 }, (_, day) => {
    const own = [...hours].filter((hour) => Math.floor(hour / 24) === day).map((hour) => hour % 24);
    return { day: (day + 1) % 7, hours: own.toSorted((a, b) => a - b) };
  });
  const daily = (days[0]?.hours ?? []).filter((hour) => days.every((each) => each.hours.includes(hour)));
  const further = days.map(({ day, hours: own }) => ({
    day,
    hours: own.filter((hour) => !daily.includes(hour)).join(','),
  }));
  const groups = [...Map.groupBy(further, (each) => each.hours)].filter(([own]) => own !== '');
  const all = daily.length === 24 ? '*' : daily.join(',');
  return [
    ...(daily.length === 0 ? [] : [`${USUAL_MINUTE} ${all} * * *`]),
    ...groups.map(([own, same]) => {
      const week = same.map(({ day }) => day).sort();
      return `${USUAL_MINUTE} ${own} * * ${week.join(',')}`;
    }),
  ];
}
