import { expect, test } from 'vitest';
import { minutesSentences } from '../../../src/report/goals/schedule-cost.ts';

test.each([
  ['nothing is said where nothing is scheduled', { wake: 0, watchdog: 0, enough: null }, []],
  ['only the watchdog', { wake: 0, watchdog: 240, enough: null }, ['240 looks of the watchdog']],
  [
    'no goal needs it',
    { wake: 720, watchdog: 0, enough: null },
    ['720 runs in 30 days', 'No goal needs a schedule'],
  ],
  [
    'fewer do not do',
    { wake: 720, watchdog: 0, enough: { crons: ['17 * * * *'], starts: 720 } },
    ['about 720 minutes'],
  ],
  [
    'fewer do',
    { wake: 720, watchdog: 0, enough: { crons: ['17 4 * * 1', '17 3 * * 2'], starts: 9 } },
    ['720 runs', 'about 9 minutes:', '- cron: "17 4 * * 1"', '- cron: "17 3 * * 2"', 'waits longer'],
  ],
])('%s', (_, minutes, words) => {
  const said = minutesSentences(minutes);
  expect(said).toHaveLength(words.length);
  for (const [at, word] of words.entries()) expect(said[at]).toContain(word);
});
