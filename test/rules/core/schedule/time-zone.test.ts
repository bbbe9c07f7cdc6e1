import { expect, test } from 'vitest';
import { steadyStretches, zoneIsUtc } from '../../../../src/core/schedule/time-zone.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/core/time.ts';

/** `2026-03-28`, as a day since 1970. */
const day = (text: string): number => Date.parse(`${text}T00:00Z`) / DAY_MS;
const at = (text: string): number => Date.parse(text);

test.each([
  ['UTC', true],
  ['Etc/UTC', true],
  ['Europe/London', false],
  ['utc', false],
])('%s is UTC: %j', (zone, expected) => {
  expect(zoneIsUtc(zone)).toBe(expected);
});

test.each([
  ['whole days of UTC', 'UTC', '2026-03-28T12:00Z', '2026-03-31T12:00Z', [['2026-03-29', '2026-03-31', 0]]],
  [
    'from midnight to midnight',
    'UTC',
    '2026-03-28T00:00Z',
    '2026-03-30T00:00Z',
    [['2026-03-28', '2026-03-30', 0]],
  ],
  ['no whole day', 'UTC', '2026-03-28T01:00Z', '2026-03-29T23:00Z', []],
  [
    'local days in the east',
    'Asia/Kolkata',
    '2026-03-28T18:30Z',
    '2026-03-30T18:30Z',
    [['2026-03-29', '2026-03-31', 5.5]],
  ],
  [
    'local days in the west',
    'America/New_York',
    '2026-06-01T04:00Z',
    '2026-06-03T04:00Z',
    [['2026-06-01', '2026-06-03', -4]],
  ],
  [
    'both sides of a change, a day apart from it',
    'Europe/Berlin',
    '2026-03-25T23:00Z',
    '2026-04-02T22:00Z',
    [
      ['2026-03-26', '2026-03-29', 1],
      ['2026-04-01', '2026-04-03', 2],
    ],
  ],
] as const)('%s', (_, zone, from, until, expected) => {
  expect(steadyStretches(zone, at(from), at(until))).toEqual(
    expected.map(([first, end, hours]) => ({
      firstDay: day(first),
      endDay: day(end),
      offsetMs: hours * HOUR_MS,
    })),
  );
});

test('no stretch of a year in Berlin holds a change of clocks', () => {
  const stretches = steadyStretches('Europe/Berlin', at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'));
  expect(stretches.map(({ offsetMs }) => offsetMs / HOUR_MS)).toEqual([1, 2, 1]);
  for (const { firstDay, endDay } of stretches) {
    for (const change of ['2026-03-29', '2026-10-25'])
      expect(firstDay <= day(change) && day(change) < endDay, change).toBe(false);
  }
});
