import { Cron } from 'croner';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { scheduleProblems } from '../../report/problems/schedule-problems.ts';

/** GitHub Actions starts no schedule more often. */
export const LEAST_MINUTES = 5;
/** Any fixed moment before a leap day, so that a file means the same whenever it is read. */
const REFERENCE = new Date('2024-01-01T00:00:00Z');
const DAY_MS = 86_400_000;

/** Five fields, correct, not more often than every five minutes, and sure to match some day. */
export function cronProblem(pattern: string): ProblemText | null {
  const problem = patternProblem(pattern);
  return problem === null ? null : asFieldValue(pattern, problem);
}

function patternProblem(pattern: string): ProblemText | null {
  const fields = pattern.trim().split(/\s+/);
  if (pattern.length > 200 || fields.length !== 5 || pattern.trim().startsWith('@')) {
    return scheduleProblems.cronFields(pattern.trim() === '' ? 0 : fields.length);
  }
  const cron = openCron(pattern);
  if (typeof cron === 'string') return scheduleProblems.notCron(cron);
  if (cron.nextRun(REFERENCE) === null) return scheduleProblems.noDate;
  return isTooOften(fields[0] ?? '') ? scheduleProblems.cronTooOften(LEAST_MINUTES) : null;
}

/** The pattern, or why the library refuses it. */
function openCron(pattern: string): Cron | string {
  try {
    return new Cron(pattern, { mode: '5-part', paused: true, utcOffset: 0 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.replace(/^CronPattern: /, '');
  }
}

/** By its minutes: two slots of one hour that are less than five minutes apart. */
function isTooOften(minuteField: string): boolean {
  const cron = openCron(`${minuteField} 0 1 1 *`);
  if (typeof cron === 'string') return false;
  let last = cron.nextRun(new Date(REFERENCE.getTime() - 1));
  while (last !== null) {
    const next = cron.nextRun(last);
    const minutes = next === null ? 60 : (next.getTime() - last.getTime()) / 60_000;
    if (minutes < LEAST_MINUTES || minutes >= 60) return minutes < LEAST_MINUTES;
    last = next;
  }
  return false;
}

/** Longest time between two days on which the pattern matches: of a week if it goes by weekdays, else of a year. */
export function longestGapDays(pattern: string): number {
  const dates = pattern.trim().split(/\s+/).slice(2).join(' ');
  if (dates === '* * *') return 1;
  const cron = openCron(`0 0 ${dates}`);
  if (typeof cron === 'string') return 1;
  const end = REFERENCE.getTime() + (dates.startsWith('* * ') ? 15 : 366) * DAY_MS;
  let longest = 0;
  let last = cron.nextRun(REFERENCE);
  while (last !== null && (longest === 0 || last.getTime() < end)) {
    const next = cron.nextRun(last);
    longest = Math.max(longest, ((next ?? last).getTime() - last.getTime()) / DAY_MS);
    if (next === null) break;
    last = next;
  }
  return Math.max(1, longest);
}
