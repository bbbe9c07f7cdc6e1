import { type ProblemText, printable, problemText } from './problem.ts';

/** What can be wrong with a value under `schedule` or `on`. Each message goes on after the value. */
export const scheduleProblems = {
  cronFields: (found: number) =>
    problemText(
      `has ${found} fields`,
      'write five: minute, hour, day of month, month, day of week, e.g. "0 3 * * 1"',
    ),
  notCron: (reason: string) =>
    problemText(`is not a cron pattern: ${printable(reason)}`, '"0 3 * * 1" is Mondays at three'),
  noDate: problemText('matches no date', 'choose a day that the month has'),
  cronTooOften: (minutes: number) =>
    problemText('is too often', `at least ${minutes} minutes apart, e.g. "*/${minutes} * * * *"`),
  intervalTooOften: (minutes: number) => problemText('is too often', `at least ${minutes}m`),
  unevenInterval: (possible: readonly string[]) =>
    problemText('neither divides a day nor is whole days', `${possible.join(' or ')} would be right`),
  notTimezone: (nearest: string | null) =>
    problemText(
      'is not a time zone',
      nearest === null ? 'use an IANA name such as Europe/Berlin or UTC' : `did you mean ${nearest}?`,
    ),
  notEvent: (event: string, nearest: string | null, known: readonly string[]) => {
    const meant = nearest === null ? `use any of ${known.join(', ')}` : `did you mean "${nearest}"?`;
    return problemText('is not an event that can start a goal', OTHER_EVENTS[event] ?? meant);
  },
} as const;

const OTHER_EVENTS: Readonly<Record<string, string>> = {
  schedule: 'remove it; when a goal is due by time belongs under `schedule`',
  workflow_dispatch: 'remove it; a person can start every goal at any time',
  repository_dispatch: 'remove it; a program can start a goal by a workflow_dispatch',
  pull_request_target: 'use pull_request',
};

/** What can be wrong with the fields of `schedule` together. */
export const scheduleFieldProblems = {
  kinds: (found: readonly string[]): ProblemText =>
    problemText(
      `\`schedule\` needs exactly one of every, cron, once and never, but has ${found.join(' and ') || 'none'}`,
      'write e.g. `every: 6h`',
    ),
  timezoneAlone: problemText(
    '`schedule.timezone` has no effect without `cron`',
    'remove it; intervals are counted in UTC',
  ),
  notWithOnce: (field: string, kind: string): ProblemText =>
    problemText(
      `\`schedule.${field}\` has no effect with \`${kind}\``,
      'remove it; there are no due times that could be missed',
    ),
} as const;
