import { count, money } from '../../core/figures.ts';
import type { Schedule } from '../../core/goal.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time.ts';

export { count, figure, money } from '../../core/figures.ts';

/** A point in time: ISO 8601 text, or milliseconds since 1970 UTC. */
export type Moment = string | number;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const UNKNOWN_TIME = 'an unknown time';

/** `22 Nov 03:00`, in UTC. */
export function shortTime(moment: Moment): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${dayOf(date)} ${clockOf(date)}`;
}

/** `22 Nov 2026 03:00 UTC`. */
export function longTime(moment: Moment): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${dayOf(date)} ${date.getUTCFullYear()} ${clockOf(date)} UTC`;
}

/** `22 Nov 03:00:12`, in UTC: for lines that lie close together. */
export function exactTime(moment: Moment): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${shortTime(moment)}:${twoDigits(date.getUTCSeconds())}`;
}

/** `Mon 22 Nov 03:00`, in UTC: when something was due. */
export function dueTime(moment: Moment): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return UNKNOWN_TIME;
  return `${DAYS[date.getUTCDay()] ?? ''} ${shortTime(moment)}`;
}

function dayOf(date: Date): string {
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''}`;
}

function clockOf(date: Date): string {
  return `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

const UNITS = [
  { ms: DAY_MS, name: 'd' },
  { ms: HOUR_MS, name: 'h' },
  { ms: MINUTE_MS, name: 'min' },
  { ms: 1000, name: 's' },
] as const;

/** `3 min 20 s`, `2 h 5 min`, `3 d 4 h`: the two largest units, rounded down. Below a second: `0 s`. */
export function duration(ms: number): string {
  const largest = UNITS.findIndex((unit) => Math.abs(ms) >= unit.ms);
  if (largest === -1) return '0 s';
  let rest = Math.abs(ms);
  const parts: string[] = [];
  for (const unit of UNITS.slice(largest, largest + 2)) {
    const amount = Math.floor(rest / unit.ms);
    rest -= amount * unit.ms;
    if (amount > 0) parts.push(`${amount} ${unit.name}`);
  }
  return parts.join(' ');
}

/** `in 2 h 5 min`, `10 min ago`, `now`. */
export function fromNow(moment: Moment, now: number): string {
  const distance = new Date(moment).getTime() - now;
  if (Number.isNaN(distance)) return `at ${UNKNOWN_TIME}`;
  if (Math.abs(distance) < 1000) return 'now';
  return distance > 0 ? `in ${duration(distance)}` : `${duration(distance)} ago`;
}

/** What a wake of a goal spent, in dollars. Without tokens there is nothing to price. */
export function dollarWords(spent: { readonly tokens: number; readonly usdMicros: number }): string {
  if (spent.usdMicros !== 0) return money(spent.usdMicros);
  return spent.tokens === 0 ? '–' : 'no price';
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** ` (the text)`, to go on after a word; empty for null. */
export function inBrackets(text: string | null): string {
  return text === null ? '' : ` (${text})`;
}

/** Starts with a capital, unless that would spoil a name such as `docs-index`, and ends with a full stop. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const start = trimmed.replace(
    /^[a-z]+(?=[\s,;:.!?]|$)/,
    (word) => word.charAt(0).toUpperCase() + word.slice(1),
  );
  return fullStop(start);
}

/** The same as it begins: for what goes on after a colon, or begins with a name. */
export function fullStop(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…:]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

const WEEKDAYS = [
  'Sundays',
  'Mondays',
  'Tuesdays',
  'Wednesdays',
  'Thursdays',
  'Fridays',
  'Saturdays',
  'Sundays',
];

/** `every 6 hours`, `Mondays at 04:00 UTC`, `once`; a cron pattern that is not one of the plain ones is quoted. */
export function scheduleWords(schedule: Schedule): string {
  switch (schedule.kind) {
    case 'once':
      return 'once';
    case 'never':
      return 'at no time by itself';
    case 'every':
      return everyWords(schedule.minutes);
    case 'cron':
      return `${cronWords(schedule.pattern)} ${schedule.timezone}`;
  }
}

function everyWords(minutes: number): string {
  if (minutes % 1440 === 0) return minutes === 1440 ? 'every day' : `every ${count(minutes / 1440, 'day')}`;
  if (minutes % 60 === 0) return minutes === 60 ? 'every hour' : `every ${count(minutes / 60, 'hour')}`;
  return `every ${count(minutes, 'minute')}`;
}

function cronWords(pattern: string): string {
  const [minute = '', hour = '', day = '', month = '', weekday = ''] = pattern.trim().split(/\s+/);
  const isClock = /^\d{1,2}$/.test(minute) && /^\d{1,2}$/.test(hour);
  if (!isClock || month !== '*') return `cron "${pattern}"`;
  const at = `at ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
  if (day === '*' && weekday === '*') return `daily ${at}`;
  if (day === '*' && /^[0-7]$/.test(weekday)) return `${WEEKDAYS[Number(weekday)] ?? ''} ${at}`;
  if (/^\d{1,2}$/.test(day) && weekday === '*') return `day ${day} of each month ${at}`;
  return `cron "${pattern}"`;
}
