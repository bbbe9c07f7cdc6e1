import { problemText } from './problem.ts';

const DURATIONS = 'write a whole number and m, h or d, e.g. 30m, 6h or 1d';
const TIMES = 'write e.g. 2026-11-22T03:00Z, 2026-11-22T04:00+01:00 or 2026-11-22 (UTC)';

/** What can be wrong with a value that a person typed. Each message goes on after the value. */
export const inputProblems = {
  notDuration: problemText('is not a duration', DURATIONS),
  noDuration: problemText('is not longer than zero', DURATIONS),
  durationTooLong: (most: string) => problemText('is too long', `at most ${most} is possible`),
  notTime: problemText('is not a time', TIMES),
  noSuchTime: problemText('does not exist in the calendar', TIMES),
  notSince: problemText('is neither a duration such as 24h or 7d nor a time', TIMES),
  notMinutes: (most: number) => problemText(`is not a number of minutes from 0.1 to ${most}`),
  openHttp: problemText(
    'is plain http:// to a host outside the local network, so the prompt and the key could be read on the way',
    'write https://',
  ),
  notWebAddress: problemText('is not a web address', 'write one such as https://api.openai.com/v1'),
} as const;
