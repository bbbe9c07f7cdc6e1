import { show } from '../../report/problems/problem.ts';
import { formatDuration, parseDuration } from '../fields/inputs.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import type { RawMapping } from '../yaml/raw-value.ts';
import { LEAST_MINUTES, longestGapDays } from './cron-rules.ts';

const DAY_MINUTES = 1440;
/** Slots lie at whole multiples since midnight, so an interval divides a day or is whole days. */
export function isInterval(text: string): string | null {
  const reading = parseDuration(text);
  if (reading.kind === 'wrong') {
    const [wrong, right = ''] = reading.message.split('; ');
    return `is not right: ${wrong}\n${right}`;
  }
  const minutes = reading.value;
  if (minutes < LEAST_MINUTES) return `is ${text}, which is too often\nat least ${LEAST_MINUTES}m`;
  if (minutes % DAY_MINUTES === 0 || DAY_MINUTES % minutes === 0) return null;
  const near = neighbours(minutes).map(formatDuration).join(' or ');
  return `is ${text}, which neither divides a day nor is whole days\n${near} would be right`;
}

/** The next smaller and the next larger interval that is possible. */
function neighbours(minutes: number): readonly number[] {
  if (minutes > DAY_MINUTES) {
    const days = Math.floor(minutes / DAY_MINUTES);
    return [days * DAY_MINUTES, (days + 1) * DAY_MINUTES];
  }
  const divides = (amount: number) => DAY_MINUTES % amount === 0;
  const from = (start: number, step: 1 | -1) => {
    let amount = start;
    while (!divides(amount)) amount += step;
    return amount;
  };
  return [from(minutes, -1), from(minutes, 1)];
}

/** A time zone by its IANA name. */
export function isTimezone(name: string): string | null {
  if (/^[A-Za-z]/.test(name) && zoneExists(name)) return null;
  const near = nearestName(name, Intl.supportedValuesOf('timeZone'));
  const hint = near === null ? 'use an IANA name such as Europe/Berlin or UTC' : `did you mean ${near}?`;
  return `is ${show(name)}, which is not a time zone\n${hint}`;
}

/** How far back missed slots are run unless the goal says so: the longer of a day and one interval. */
export function usualWindowMinutes(schedule: RawMapping): number {
  const { every, cron } = schedule;
  const interval = typeof every === 'string' ? parseDuration(every) : null;
  if (interval?.kind === 'value') return Math.max(DAY_MINUTES, interval.value);
  return typeof cron === 'string' ? longestGapDays(cron) * DAY_MINUTES : DAY_MINUTES;
}

/** Rules over several fields of `schedule`. */
export function scheduleFaults(schedule: RawMapping): readonly ValueFault[] {
  const kinds = ['every', 'cron', 'once'].filter((kind) => kind in schedule);
  const path = ['schedule'];
  const faults: ValueFault[] = [];
  if (kinds.length !== 1) {
    const found = kinds.length === 0 ? 'none' : kinds.join(' and ');
    const message = `\`schedule\` needs exactly one of every, cron and once, but has ${found}`;
    faults.push({ path, at: 'key', message, hint: 'write e.g. `every: 6h`' });
  }
  if ('timezone' in schedule && !('cron' in schedule)) {
    const message = '`schedule.timezone` means nothing without `cron`';
    const hint = 'remove it; intervals are counted in UTC';
    faults.push({ path: [...path, 'timezone'], at: 'key', message, hint });
  }
  for (const name of ['catch_up', 'catch_up_window']) {
    if (!(name in schedule) || kinds.join() !== 'once') continue;
    const message = `\`schedule.${name}\` means nothing with \`once\``;
    faults.push({ path: [...path, name], at: 'key', message, hint: 'remove it; one slot cannot be missed' });
  }
  return faults;
}

function zoneExists(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
