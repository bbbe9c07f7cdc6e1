import { notRight } from '../../report/problems/field-problems.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { scheduleFieldProblems, scheduleProblems } from '../../report/problems/schedule-problems.ts';
import { formatDuration, parseDuration } from '../fields/inputs.ts';
import type { ValueFault } from '../yaml/fault.ts';
import { nearestName } from '../yaml/nearest-name.ts';
import type { RawMapping } from '../yaml/raw-value.ts';
import { LEAST_MINUTES, longestGapDays } from './cron-rules.ts';

const DAY_MINUTES = 1440;

/** Slots lie at whole multiples since midnight, so an interval divides a day or is whole days. */
export function intervalProblem(text: string): ProblemText | null {
  const reading = parseDuration(text);
  if (reading.kind === 'wrong') return notRight(reading.problem);
  const minutes = reading.value;
  if (minutes < LEAST_MINUTES) return asFieldValue(text, scheduleProblems.intervalTooOften(LEAST_MINUTES));
  if (minutes % DAY_MINUTES === 0 || DAY_MINUTES % minutes === 0) return null;
  return asFieldValue(text, scheduleProblems.unevenInterval(neighbours(minutes).map(formatDuration)));
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

/** Abbreviations that the platform takes for a zone of its own choice, such as `BST` for Dhaka: no IANA names. */
const NOT_OF_IANA = new Set(
  'ACT AET AGT ART AST BET BST CAT CNT CST CTT EAT ECT IET IST JST MIT NET NST PLT PNT PRT PST SST VST'.split(
    ' ',
  ),
);

/** Of a time zone by its IANA name. */
export function timezoneProblem(name: string): ProblemText | null {
  if (/^[A-Za-z]/.test(name) && zoneExists(name) && !NOT_OF_IANA.has(name.toUpperCase())) return null;
  const nearest = nearestName(name, Intl.supportedValuesOf('timeZone'));
  return asFieldValue(name, scheduleProblems.notTimezone(nearest));
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
  const kinds = ['every', 'cron', 'once', 'never'].filter((kind) => kind in schedule);
  const path = ['schedule'];
  const faults: ValueFault[] = [];
  if (kinds.length !== 1) faults.push({ path, at: 'key', ...scheduleFieldProblems.kinds(kinds) });
  if ('timezone' in schedule && !('cron' in schedule)) {
    faults.push({ path: [...path, 'timezone'], at: 'key', ...scheduleFieldProblems.timezoneAlone });
  }
  for (const name of ['catch_up', 'catch_up_window']) {
    const [kind = ''] = kinds;
    if (!(name in schedule) || kinds.length !== 1 || !['once', 'never'].includes(kind)) continue;
    faults.push({ path: [...path, name], at: 'key', ...scheduleFieldProblems.notWithOnce(name, kind) });
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
