import { describe, expect, test } from 'vitest';
import type { Goal } from '../../../../src/core/goal.ts';
import { slotsBetween } from '../../../../src/core/schedule/schedule.ts';
import { sparsestTicks, startsOf } from '../../../../src/core/schedule/ticks.ts';
import { DAY_MS, HOUR_MS } from '../../../../src/core/time.ts';
import { goalOf, LEAST } from '../../config/reading.ts';

const goal = (schedule: string, more = ''): Goal =>
  goalOf(`${LEAST.replace('{every: 6h}', schedule)}${more}`);

describe('the sparsest ticks', () => {
  test.each([
    [['{every: 6h}'], ['17 0,6,12,18 * * *'], 120],
    [['{every: 24h}', '{cron: "0 4 * * 1"}'], ['17 0 * * *', '17 4 * * 1'], 35],
    [['{cron: "0 3 * * 1-5"}'], ['17 3 * * 1,2,3,4,5'], 22],
    [['{cron: "30 23 * * 0"}'], ['17 0 * * 1'], 5],
    [['{every: 1h}'], ['17 * * * *'], 720],
    [['{every: 30m}'], ['17,47 * * * *'], 1_440],
    [['{every: 5m}', '{every: 24h}'], ['2,7,12,17,22,27,32,37,42,47,52,57 * * * *'], 8_640],
    [['{cron: "0 5 2 1 *"}'], ['17 5 * * *'], 30],
    [['{every: 2d}'], ['17 0 * * *'], 30],
    [['{cron: "0 3 * * *", timezone: Europe/Berlin}'], ['17 1,2 * * *'], 60],
  ])('of %j are %j', (schedules, crons, starts) => {
    expect(sparsestTicks(schedules.map((each) => goal(each)))).toEqual({ crons, starts });
  });

  test('are none for goals that no time makes due, unless a condition has to be looked at', () => {
    expect(sparsestTicks([goal('{once: true}'), goal('{never: true}')])).toBeNull();
    const when = 'for_each: {issues: {labels: [x]}}\nwhen: {queue_at_least: 2}\n';
    expect(sparsestTicks([goal('{never: true}', when)])?.crons).toEqual(['17 0,6,12,18 * * *']);
    expect(sparsestTicks([goal('{every: 6h}', 'enabled: false\n')])).toBeNull();
  });

  test.each([
    ['{every: 6h}'],
    ['{every: 12h}'],
    ['{cron: "45 22 * * 5"}'],
    ['{cron: "0 3 1 * *", timezone: America/New_York}'],
    ['{cron: "20 2 * * 0", timezone: Europe/Berlin}'],
    ['{cron: "15 6,18 * * 1,3"}'],
  ])('start within an hour after each due time of a year: %s', (schedule) => {
    const made = goal(schedule);
    const { crons } = sparsestTicks([made]) ?? { crons: [] };
    const from = Date.UTC(2027, 4, 1);
    const slots = slotsBetween(made.schedule, { afterMs: from, untilMs: from + 365 * DAY_MS }, 5_000);
    expect(slots.length).toBeGreaterThan(10);
    const isFollowed = (slot: number) =>
      crons.some(
        (pattern) =>
          slotsBetween(
            { kind: 'cron', pattern, timezone: 'UTC', catchUp: 'once', catchUpWindowMinutes: 0 },
            { afterMs: slot - 1, untilMs: slot + HOUR_MS },
            1,
          ).length > 0,
      );
    expect(slots.filter((slot) => !isFollowed(slot))).toEqual([]);
  });

  test('count what a cron line starts in 30 days', () => {
    expect(startsOf(['17,47 * * * *', '23 4 * * 1'])).toBe(1_445);
  });
});
