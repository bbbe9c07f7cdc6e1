import { isOpenToOthers } from '../../core/access/plain-http.ts';
import { inputProblems } from '../../report/problems/input-problems.ts';
import { ofValue, type ProblemText } from '../../report/problems/problem.ts';

/** A value that a person typed, once it is read. */
export type InputReading<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'wrong'; readonly problem: ProblemText };

const MINUTES = { m: 1, h: 60, d: 1440 } as const;
const LONGEST_DURATION = 366 * MINUTES.d;

/** Minutes of `30m`, `6h` or `1d`; more than none and at most 366 days. */
export function parseDuration(text: string): InputReading<number> {
  const match = /^(\d{1,7})([mhd])$/.exec(text.trim());
  const [, digits, unit] = match ?? [];
  if (digits === undefined || (unit !== 'm' && unit !== 'h' && unit !== 'd')) {
    return wrong(text, inputProblems.notDuration);
  }
  const minutes = Number(digits) * MINUTES[unit];
  if (minutes === 0) return wrong(text, inputProblems.noDuration);
  if (minutes <= LONGEST_DURATION) return { kind: 'value', value: minutes };
  return wrong(text, inputProblems.durationTooLong(formatDuration(LONGEST_DURATION)));
}

/** `6h` for 360, `90m` for 90: the largest unit that fits. */
export function formatDuration(minutes: number): string {
  if (minutes % MINUTES.d === 0) return `${minutes / MINUTES.d}d`;
  return minutes % MINUTES.h === 0 ? `${minutes / MINUTES.h}h` : `${minutes}m`;
}

const TIME = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,9})?)?\s*(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Milliseconds since 1970 of an ISO 8601 time; without a zone it is UTC, without a time midnight. */
export function parseTime(text: string): InputReading<number> {
  const match = TIME.exec(text.trim());
  if (match === null) return wrong(text, inputProblems.notTime);
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = match;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const asUtc = Date.parse(`${local}Z`);
  // Date.parse turns 30 February into 2 March: only a time that reads the same again exists.
  const exists = !Number.isNaN(asUtc) && new Date(asUtc).toISOString().startsWith(local);
  const offset = zoneMinutes(zone);
  if (!exists || offset === null) return wrong(text, inputProblems.noSuchTime);
  return { kind: 'value', value: asUtc - offset * 60_000 };
}

/** A time, or how long before `now` (milliseconds since 1970), for options such as `--since`. */
export function parseSince(text: string, now: number): InputReading<number> {
  const duration = parseDuration(text);
  if (duration.kind === 'value') return { kind: 'value', value: now - duration.value * 60_000 };
  const time = parseTime(text);
  if (time.kind === 'value') return time;
  return wrong(text, inputProblems.notSince);
}

const MOST_MINUTES = 360;

/** A wake's time limit: more than none, parts of a minute allowed, at most as long as a job on GitHub may take. */
export function parseMinutes(text: string): InputReading<number> {
  const minutes = Number(text);
  if (/^\d+(\.\d+)?$/.test(text.trim()) && minutes > 0 && minutes <= MOST_MINUTES) {
    return { kind: 'value', value: minutes };
  }
  return wrong(text, inputProblems.notMinutes(MOST_MINUTES));
}

/** The address of a model server, unchanged. */
export function parseModelAddress(text: string): InputReading<string> {
  const reading = parseWebAddress(text);
  const isOpen = reading.kind === 'value' && isOpenToOthers(text);
  return isOpen ? wrong(text, inputProblems.openHttp) : reading;
}

/** The address of a server, unchanged. */
export function parseWebAddress(text: string): InputReading<string> {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  if (parsed !== null && (parsed.protocol === 'http:' || parsed.protocol === 'https:')) {
    return { kind: 'value', value: text };
  }
  return wrong(text, inputProblems.notWebAddress);
}

function zoneMinutes(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

function wrong(
  text: string,
  problem: ProblemText,
): { readonly kind: 'wrong'; readonly problem: ProblemText } {
  return { kind: 'wrong', problem: ofValue(text, problem) };
}
