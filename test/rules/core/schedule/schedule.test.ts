import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../../src/core/goal.ts';
import {
  countSlots,
  intervalBefore,
  newestSlot,
  nextSlot,
  previousSlot,
  slotsBetween,
} from '../../../../src/core/schedule/schedule.ts';
import { DAY_MS, HOUR_MS, isoTime, MINUTE_MS } from '../../../../src/core/time.ts';

function every(minutes: number): Schedule {
  return { kind: 'every', minutes, catchUp: 'once', catchUpWindowMinutes: 1440 };
}

function cron(pattern: string, timezone = 'UTC'): Schedule {
  return { kind: 'cron', pattern, timezone, catchUp: 'once', catchUpWindowMinutes: 1440 };
}

function ms(time: string): number {
  return Date.parse(time);
}

/** Slots later than `after` and not later than `until`, written like the times of the checkpoint without seconds. */
function slots(schedule: Schedule, after: string, until: string): readonly string[] {
  const range = { afterMs: ms(after), untilMs: ms(until) };
  return slotsBetween(schedule, range, 10_000).map((slot) => isoTime(slot).replace(':00Z', 'Z'));
}

describe('slots of `every`', () => {
  test('lie at whole multiples since midnight UTC', () => {
    expect(slots(every(360), '2026-11-22T00:00Z', '2026-11-23T00:00Z')).toEqual([
      '2026-11-22T06:00Z',
      '2026-11-22T12:00Z',
      '2026-11-22T18:00Z',
      '2026-11-23T00:00Z',
    ]);
  });

  test('of several days are counted in days since 1970-01-01', () => {
    const threeDays = every(3 * 1440);
    const slot = nextSlot(threeDays, ms('2026-11-22T10:00Z'));
    expect(slot).not.toBeNull();
    expect(Number(slot) % (3 * DAY_MS)).toBe(0);
    expect(Number(slot) - ms('2026-11-22T10:00Z')).toBeLessThanOrEqual(3 * DAY_MS);
  });

  test('a slot is neither later nor earlier than itself', () => {
    const slot = ms('2026-11-22T06:00Z');
    expect(nextSlot(every(360), slot)).toBe(slot + 6 * HOUR_MS);
    expect(previousSlot(every(360), slot)).toBe(slot - 6 * HOUR_MS);
    expect(newestSlot(every(360), slot)).toBe(slot);
    expect(newestSlot(every(360), slot - 1)).toBe(slot - 6 * HOUR_MS);
  });

  test('a leap day has as many as any other day', () => {
    expect(countSlots(every(30), ms('2028-02-28T23:59Z'), ms('2028-02-29T23:59Z'))).toBe(48);
  });
});

describe('slots of a cron pattern', () => {
  test('of every month are found across a year', () => {
    const found = slots(cron('0 6 1 * *'), '2026-10-15T00:00Z', '2027-02-15T00:00Z');
    expect(found).toEqual([
      '2026-11-01T06:00Z',
      '2026-12-01T06:00Z',
      '2027-01-01T06:00Z',
      '2027-02-01T06:00Z',
    ]);
  });

  test('on a leap day come every four years', () => {
    const leapDay = cron('0 12 29 2 *');
    expect(slots(leapDay, '2024-03-01T00:00Z', '2033-01-01T00:00Z')).toEqual([
      '2028-02-29T12:00Z',
      '2032-02-29T12:00Z',
    ]);
    expect(newestSlot(leapDay, ms('2026-11-22T00:00Z'))).toBe(ms('2024-02-29T12:00Z'));
  });

  test('in a zone with a half hour lie at its half hours', () => {
    expect(slots(cron('0 9 * * *', 'Asia/Kolkata'), '2026-11-22T00:00Z', '2026-11-23T00:00Z')).toEqual([
      '2026-11-22T03:30Z',
    ]);
    expect(slots(cron('0 9 * * *', 'Asia/Kathmandu'), '2026-11-22T00:00Z', '2026-11-23T00:00Z')).toEqual([
      '2026-11-22T03:15Z',
    ]);
  });

  test('that never comes are none', () => {
    const never = cron('0 0 31 2 *');
    expect(nextSlot(never, ms('2026-11-22T00:00Z'))).toBeNull();
    expect(newestSlot(never, ms('2026-11-22T00:00Z'))).toBeNull();
    expect(countSlots(never, ms('2016-11-22T00:00Z'), ms('2026-11-22T00:00Z'))).toBe(0);
  });

  test('do not depend on the seconds of the time that is asked about', () => {
    const daily = cron('0 3 * * *');
    const slot = ms('2026-11-22T03:00Z');
    expect(nextSlot(daily, slot - 1)).toBe(slot);
    expect(nextSlot(daily, slot)).toBe(slot + DAY_MS);
    expect(nextSlot(daily, slot + 999)).toBe(slot + DAY_MS);
    expect(previousSlot(daily, slot)).toBe(slot - DAY_MS);
    expect(previousSlot(daily, slot + 1)).toBe(slot);
  });

  test('a pattern without five fields is refused', () => {
    expect(() => nextSlot(cron('0 3 * *'), 0)).toThrow('five fields');
  });
});

describe('when clocks change', () => {
  const changes = [
    {
      zone: 'Europe/Berlin',
      night: '2026-03-28T20:00Z',
      morning: '2026-03-29T20:00Z',
      gapEnds: '2026-03-29T01:00Z',
    },
    {
      zone: 'America/New_York',
      night: '2026-03-07T20:00Z',
      morning: '2026-03-08T20:00Z',
      gapEnds: '2026-03-08T07:00Z',
    },
  ];
  test.each(changes)(
    'forwards in $zone, a local time that does not exist runs once, when the gap ends',
    (change) => {
      for (const pattern of ['30 2 * * *', '15,45 2 * * *', '*/20 2 * * *', '* 2 * * *']) {
        expect(slots(cron(pattern, change.zone), change.night, change.morning)).toEqual([change.gapEnds]);
      }
    },
  );

  test('forwards, a slot that moves onto another one runs with it', () => {
    expect(slots(cron('0 1-4 * * *', 'Europe/Berlin'), '2026-03-28T23:00Z', '2026-03-29T05:00Z')).toEqual([
      '2026-03-29T00:00Z',
      '2026-03-29T01:00Z',
      '2026-03-29T02:00Z',
    ]);
  });

  const repeated = [
    {
      zone: 'Europe/Berlin',
      night: '2026-10-24T20:00Z',
      morning: '2026-10-25T20:00Z',
      hour: '2',
      first: '2026-10-25T00:30Z',
    },
    {
      zone: 'America/New_York',
      night: '2026-10-31T20:00Z',
      morning: '2026-11-01T20:00Z',
      hour: '1',
      first: '2026-11-01T05:30Z',
    },
  ];
  test.each(repeated)('back in $zone, a local time that comes twice runs the first time only', (change) => {
    expect(slots(cron(`30 ${change.hour} * * *`, change.zone), change.night, change.morning)).toEqual([
      change.first,
    ]);
    const twice = slots(cron(`*/30 ${change.hour} * * *`, change.zone), change.night, change.morning);
    expect(twice).toHaveLength(2);
    expect(twice[1]).toBe(change.first);
  });

  test.each(['0 */2 * * *', '30 */2 * * *', '0 0-23 * * *'])(
    '%s runs each of its hours once on both days',
    (pattern) => {
      const hours = pattern.includes('*/2') ? 12 : 24;
      const forward = slots(cron(pattern, 'Europe/Berlin'), '2026-03-28T22:59Z', '2026-03-29T21:59Z');
      const back = slots(cron(pattern, 'Europe/Berlin'), '2026-10-24T21:59Z', '2026-10-25T22:59Z');
      // In spring the slots of 02:00 and 03:00 fall together.
      expect(forward).toHaveLength(pattern.startsWith('0 0-23') ? 23 : hours);
      expect(back).toHaveLength(hours);
    },
  );

  test('a pattern of every hour follows elapsed time', () => {
    for (const [from, to, hours] of [
      ['2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
      ['2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
    ] as const) {
      const found = slotsBetween(
        cron('30 * * * *', 'Europe/Berlin'),
        { afterMs: ms(from), untilMs: ms(to) },
        99,
      );
      expect(found).toHaveLength(hours);
      expect(found.slice(1).every((slot, index) => slot - Number(found[index]) === HOUR_MS)).toBe(true);
    }
  });

  test('an interval across the change is as long as it really was', () => {
    const daily = cron('0 12 * * *', 'Europe/Berlin');
    expect(intervalBefore(daily, ms('2026-03-29T10:00Z'))).toBe(23 * HOUR_MS);
    expect(intervalBefore(daily, ms('2026-10-25T11:00Z'))).toBe(25 * HOUR_MS);
    expect(intervalBefore(daily, ms('2026-11-22T11:00Z'))).toBe(24 * HOUR_MS);
  });
});

describe('the interval before a slot', () => {
  test('of `every` is always the same', () => {
    expect(intervalBefore(every(360), ms('2026-11-22T06:00Z'))).toBe(6 * HOUR_MS);
  });

  test('of a month is the month before', () => {
    expect(intervalBefore(cron('0 6 1 * *'), ms('2026-03-01T06:00Z'))).toBe(28 * DAY_MS);
    expect(intervalBefore(cron('0 6 1 * *'), ms('2026-11-01T06:00Z'))).toBe(31 * DAY_MS);
  });

  test('of a time between two slots is that of the slot before it', () => {
    expect(intervalBefore(cron('0 6 1 * *'), ms('2026-11-22T17:03:21Z'))).toBe(31 * DAY_MS);
  });

  test('of `once` is a day', () => {
    expect(intervalBefore({ kind: 'once' }, ms('2026-11-22T17:03Z'))).toBe(DAY_MS);
  });
});

test('`once` has no slots of its own', () => {
  expect(nextSlot({ kind: 'once' }, 0)).toBeNull();
  expect(previousSlot({ kind: 'once' }, 0)).toBeNull();
  expect(countSlots({ kind: 'once' }, 0, DAY_MS)).toBe(0);
});

test('slotsBetween stops at its limit', () => {
  const range = { afterMs: 0, untilMs: 10 * DAY_MS };
  expect(slotsBetween(every(5), range, 3)).toEqual([5 * MINUTE_MS, 10 * MINUTE_MS, 15 * MINUTE_MS]);
});

describe('counting', () => {
  test('ten years of five-minute slots give the exact figure', () => {
    const [from, to] = [ms('2016-01-01T00:00Z'), ms('2026-01-01T00:00Z')];
    expect(countSlots(every(5), from, to)).toBe(3_653 * 288);
    expect(countSlots(cron('*/5 * * * *'), from, to)).toBe(3_653 * 288);
    expect(countSlots(cron('*/5 9-16 * * 1-5', 'Europe/Berlin'), from, to)).toBe(2_609 * 96);
  });

  test('a time range that ends before it starts holds none', () => {
    expect(countSlots(every(5), DAY_MS, 0)).toBe(0);
    expect(countSlots(cron('* * * * *'), DAY_MS, 0)).toBe(0);
  });

  const zones = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Havana',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  ];
  const patterns = [
    '30 2 * * *',
    '0 0 * * *',
    '*/30 0-3 * * 0',
    '0 */6 * * *',
    '15 1,2 1-15 * *',
    '0 6 1 * *',
  ];
  const minute = fc
    .integer({ min: 0, max: 400 * 1440 })
    .map((value) => ms('2025-12-20T00:00Z') + value * MINUTE_MS);
  const edge = fc
    .integer({ min: 0, max: 400 * 2 })
    .map((value) => ms('2025-12-20T00:00Z') + value * 12 * HOUR_MS);

  test('long spans by days finds what walking slot by slot finds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...patterns),
        fc.tuple(fc.oneof(minute, edge), fc.oneof(minute, edge)),
        (zone, pattern, ends) => {
          const [afterMs, untilMs] = [Math.min(...ends), Math.max(...ends)];
          const walked = slotsBetween(cron(pattern, zone), { afterMs, untilMs }, Number.POSITIVE_INFINITY);
          expect(countSlots(cron(pattern, zone), afterMs, untilMs)).toBe(walked.length);
        },
      ),
      { numRuns: 120 },
    );
  });

  test('going back from a slot finds the slots of going forward', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...patterns),
        minute,
        (zone, pattern, afterMs) => {
          const schedule = cron(pattern, zone);
          const forward = slotsBetween(schedule, { afterMs, untilMs: Number.POSITIVE_INFINITY }, 12);
          for (const [index, slot] of forward.slice(1).entries()) {
            expect(previousSlot(schedule, slot)).toBe(forward[index]);
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});
