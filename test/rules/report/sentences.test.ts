import { describe, expect, it } from 'vitest';
import {
  count,
  duration,
  exactTime,
  fromNow,
  listWords,
  longTime,
  money,
  scheduleWords,
  sentence,
  shortTime,
} from '../../../src/report/words/sentences.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');

describe('times', () => {
  it('are UTC, whatever zone they are written in', () => {
    expect(shortTime('2026-11-22T04:05:06+01:00')).toBe('22 Nov 03:05');
    expect(longTime(NOW)).toBe('22 Nov 2026 03:00 UTC');
    expect(exactTime('2026-01-02T00:00:09Z')).toBe('2 Jan 00:00:09');
  });

  it('say so when they cannot be read, and never throw', () => {
    for (const words of [shortTime, longTime, exactTime]) expect(words('yesterday')).toBe('an unknown time');
    expect(fromNow('yesterday', NOW)).toBe('at an unknown time');
  });

  it.each([
    ['2026-11-22T05:05:00Z', 'in 2 h 5 min'],
    ['2026-11-22T02:50:00Z', '10 min ago'],
    ['2026-11-22T03:00:00Z', 'now'],
  ])('%s is %s', (moment, words) => {
    expect(fromNow(moment, NOW)).toBe(words);
  });
});

it.each([
  [0, '0 s'],
  [999, '0 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [200_000, '3 min 20 s'],
  [3_600_000, '1 h'],
  [3_601_000, '1 h'],
  [273_600_000, '3 d 4 h'],
])('%i ms is %s', (ms, words) => {
  expect(duration(ms)).toBe(words);
});

it.each([
  [0, '$0'],
  [99, 'under $0.0001'],
  [100, '$0.0001'],
  [12_300, '$0.0123'],
  [999_949, '$0.9999'],
  [999_990, '$1.00'],
  [1_500_000, '$1.50'],
  [1_234_000_000, '$1,234.00'],
  [-12_300, '-$0.0123'],
])('%i millionths of a dollar are %s', (micros, words) => {
  expect(money(micros)).toBe(words);
});

it.each([
  [0, '0 items'],
  [1, '1 item'],
  [12_340, '12,340 items'],
  [1_000_000, '1,000,000 items'],
])('%i is counted as %s', (value, words) => {
  expect(count(value, 'item')).toBe(words);
});

it('counts irregular nouns by the plural it is given', () => {
  expect(count(2, 'try', 'tries')).toBe('2 tries');
});

it('joins words as one says them', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listWords)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});

it.each([
  ['the stop is set', 'The stop is set.'],
  ['Done.', 'Done.'],
  ['why?', 'Why?'],
  ['state/STOP is set', 'state/STOP is set.'],
  ['docs-index waits', 'docs-index waits.'],
  [' ', ''],
])('makes a sentence of %j', (text, words) => {
  expect(sentence(text)).toBe(words);
});

describe('schedules', () => {
  const CATCH_UP = { catchUp: 'once', catchUpWindowMinutes: 1440 } as const;

  it.each([
    [30, 'every 30 minutes'],
    [60, 'every hour'],
    [360, 'every 6 hours'],
    [1440, 'every day'],
    [10_080, 'every 7 days'],
  ])('of %i minutes are %s', (minutes, words) => {
    expect(scheduleWords({ kind: 'every', minutes, ...CATCH_UP })).toBe(words);
  });

  it.each([
    ['0 4 * * 1', 'Mondays at 04:00 UTC'],
    ['0 4 * * 7', 'Sundays at 04:00 UTC'],
    ['5 14 * * *', 'daily at 14:05 UTC'],
    ['0 6 1 * *', 'day 1 of each month at 06:00 UTC'],
    ['*/15 * * * *', 'cron "*/15 * * * *" UTC'],
    ['0 6 1 * 1', 'cron "0 6 1 * 1" UTC'],
    ['0 6 1 3 *', 'cron "0 6 1 3 *" UTC'],
  ])('by the pattern %s are %s', (pattern, words) => {
    expect(scheduleWords({ kind: 'cron', pattern, timezone: 'UTC', ...CATCH_UP })).toBe(words);
  });

  it('that come once say so', () => {
    expect(scheduleWords({ kind: 'once' })).toBe('once');
  });
});
