import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cronSlots } from '../../../../src/core/schedule/cron.ts';

const at = (text: string): number => Date.parse(text);
const shown = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().slice(0, 16);

/** Slots after a time, one by one. */
function slotsFrom(pattern: string, zone: string, from: string, count: number): readonly (string | null)[] {
  const slots = cronSlots(pattern, zone);
  const found: (number | null)[] = [];
  let last: number | null = at(from) - 1;
  for (let n = 0; n < count && last !== null; n += 1) {
    last = slots.next(last);
    found.push(last);
  }
  return found.map(shown);
}

test.each([
  ['0 3 * * 1', 'UTC', '2026-11-22T12:00Z', ['2026-11-23T03:00', '2026-11-30T03:00']],
  ['*/20 4 * * *', 'UTC', '2026-11-22T04:10Z', ['2026-11-22T04:20', '2026-11-22T04:40', '2026-11-23T04:00']],
  ['30 1-3 1 * *', 'UTC', '2026-12-01T02:00Z', ['2026-12-01T02:30', '2026-12-01T03:30', '2027-01-01T01:30']],
  ['0 0 29 2 *', 'UTC', '2026-01-01T00:00Z', ['2028-02-29T00:00', '2032-02-29T00:00']],
  ['0 9 * * *', 'Europe/Berlin', '2026-11-22T00:00Z', ['2026-11-22T08:00', '2026-11-23T08:00']],
  ['0 9 * * *', 'Asia/Kolkata', '2026-11-22T00:00Z', ['2026-11-22T03:30']],
])('%s in %s comes at its times', (pattern, zone, from, expected) => {
  expect(slotsFrom(pattern, zone, from, expected.length)).toEqual(expected);
});

describe('when clocks go forward, from 2:00 to 3:00 on 29 March 2026 in Berlin,', () => {
  test.each([
    [
      'a local time that does not exist runs once',
      '30 2 * * *',
      ['2026-03-28T01:30', '2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'a local time after it runs at its time',
      '30 3 * * *',
      ['2026-03-28T02:30', '2026-03-29T01:30', '2026-03-30T01:30'],
    ],
    [
      'every hour follows elapsed time',
      '0 * * * *',
      ['2026-03-28T00:00', '2026-03-28T01:00', '2026-03-28T02:00'],
    ],
  ])('%s', (_, pattern, expected) => {
    expect(slotsFrom(pattern, 'Europe/Berlin', '2026-03-28T00:00Z', 3)).toEqual(expected);
  });

  test('every ten minutes comes every ten minutes', () => {
    const slots = slotsFrom('*/10 * * * *', 'Europe/Berlin', '2026-03-29T00:30Z', 7);
    expect(slots).toEqual(
      ['00:30', '00:40', '00:50', '01:00', '01:10', '01:20', '01:30'].map((time) => `2026-03-29T${time}`),
    );
  });
});

describe('when clocks go back, from 3:00 to 2:00 on 25 October 2026 in Berlin,', () => {
  test.each([
    [
      'a local time that comes twice runs the first time',
      '30 2 * * *',
      ['2026-10-24T00:30', '2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'so does each of a list',
      '0,30 2 * * *',
      ['2026-10-24T00:00', '2026-10-24T00:30', '2026-10-25T00:00', '2026-10-25T00:30', '2026-10-26T01:00'],
    ],
    [
      'and each of a step',
      '*/30 2 * * *',
      ['2026-10-24T00:00', '2026-10-24T00:30', '2026-10-25T00:00', '2026-10-25T00:30', '2026-10-26T01:00'],
    ],
  ])('%s', (_, pattern, expected) => {
    expect(slotsFrom(pattern, 'Europe/Berlin', '2026-10-24T00:00Z', expected.length)).toEqual(expected);
  });

  test('every hour comes every hour', () => {
    const slots = slotsFrom('0 * * * *', 'Europe/Berlin', '2026-10-24T23:00Z', 4);
    expect(slots).toEqual(['2026-10-24T23:00', '2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00']);
  });
});

test('the slot before a time is the newest one that is earlier', () => {
  const slots = cronSlots('0 3 * * *', 'UTC');
  expect(shown(slots.previous(at('2026-11-22T03:00Z')))).toBe('2026-11-21T03:00');
  expect(shown(slots.previous(at('2026-11-22T03:00:01Z')))).toBe('2026-11-22T03:00');
  expect(shown(slots.next(at('2026-11-22T03:00Z')))).toBe('2026-11-23T03:00');
});

test.each([
  ['0 3 * * *', 'UTC', '2026-11-22T03:00Z', '2026-11-25T03:00Z', 3],
  ['0 3 * * *', 'UTC', '2026-11-22T02:59Z', '2026-11-22T03:00Z', 1],
  ['0 3 * * *', 'UTC', '2026-11-22T03:00Z', '2026-11-22T03:00Z', 0],
  ['*/5 * * * *', 'UTC', '2026-01-01T00:00Z', '2027-01-01T00:00Z', 105_120],
  ['30 2 * * *', 'Europe/Berlin', '2026-01-01T00:00Z', '2027-01-01T00:00Z', 365],
  ['0 * * * *', 'Europe/Berlin', '2026-01-01T00:00Z', '2027-01-01T00:00Z', 8_760],
  ['0 0 29 2 *', 'UTC', '2026-01-01T00:00Z', '2036-01-01T00:00Z', 2],
])('%s in %s has so many slots from %s to %s: %i', (pattern, zone, from, until, count) => {
  expect(cronSlots(pattern, zone).count(at(from), at(until))).toBe(count);
});

test('slots of long times are counted as if one by one, whatever the pattern and the zone', () => {
  const property = fc.property(
    fc.constantFrom(
      '30 2 * * *',
      '*/15 1-3 * * *',
      '0 * * * *',
      '0 0 1 * *',
      '59 23 * * 0',
      '0 1 25-31 10 *',
    ),
    fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
    fc.integer({ min: 0, max: 500 * 24 * 60 }),
    fc.integer({ min: 0, max: 60 * 24 * 60 }),
    (pattern, zone, startMinute, minutes) => {
      const from = at('2026-01-01T00:00Z') + startMinute * 60_000;
      const until = from + minutes * 60_000;
      const slots = cronSlots(pattern, zone);
      let count = 0;
      for (let slot = slots.next(from); slot !== null && slot <= until; slot = slots.next(slot)) count += 1;
      expect(slots.count(from, until)).toBe(count);
    },
  );
  fc.assert(property, { numRuns: 150 });
});

test('a pattern without five fields is a defect, as goal files are checked', () => {
  expect(() => cronSlots('0 3 * *', 'UTC')).toThrow('five fields');
});
