import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CatchUp, Schedule } from '../../../../src/core/goal.ts';
import { countSlots, nextSlot, slotsBetween } from '../../../../src/core/schedule/schedule.ts';
import type { Blocked, SlotFacts, SlotPlan } from '../../../../src/core/schedule/slot-plan.ts';
import { addSlots, classify, classifyUnderLease } from '../../../../src/core/schedule/slot-plan.ts';
import type { SlotCounters } from '../../../../src/core/state.ts';
import { NO_SLOTS } from '../../../../src/core/state.ts';
import { DAY_MS, HOUR_MS, isoTime, MINUTE_MS } from '../../../../src/core/time.ts';

const DAYS_90 = 90 * 1440;

function every(minutes: number, catchUp: CatchUp = 'once', catchUpWindowMinutes = DAYS_90): Schedule {
  return { kind: 'every', minutes, catchUp, catchUpWindowMinutes };
}

function cron(pattern: string, timezone: string): Schedule {
  return { kind: 'cron', pattern, timezone, catchUp: 'once', catchUpWindowMinutes: DAYS_90 };
}

function ms(time: string): number {
  return Date.parse(time);
}

function finishedAt(slot: string): SlotFacts['checkpoint'] {
  return { classified_to: slot, finished: { slot, time: slot, commit: 'c0ffee' } };
}

const NEVER_RAN: SlotFacts['checkpoint'] = { classified_to: null, finished: null };

function plan(
  schedule: Schedule,
  now: string,
  checkpoint = NEVER_RAN,
  more: Partial<SlotFacts> = {},
): SlotPlan {
  return classify({ schedule, now: ms(now), checkpoint, blocked: null, hasGoalChanged: false, ...more });
}

describe('a goal that never ran', () => {
  test('is due at once, for the newest slot, with one interval as its window', () => {
    expect(plan(every(360), '2026-11-22T10:17:05Z')).toEqual({
      run: { slot: '2026-11-22T06:00:00Z', kind: 'ran', from: '2026-11-22T00:00:00Z' },
      passed: [],
      counters: { ...NO_SLOTS, ran: 1 },
      classified_to: '2026-11-22T06:00:00Z',
    });
  });

  test('has the month before as its first window when it runs monthly', () => {
    const monthly: Schedule = {
      ...every(1),
      kind: 'cron',
      pattern: '0 6 1 * *',
      timezone: 'UTC',
    } as Schedule;
    const { run } = plan(monthly, '2026-11-22T10:17:05Z');
    expect(run).toEqual({ slot: '2026-11-01T06:00:00Z', kind: 'ran', from: '2026-10-01T06:00:00Z' });
  });

  test('is due however old the newest slot is', () => {
    expect(plan(every(30 * 1440, 'once', 60), '2026-11-22T10:00Z').run).not.toBeNull();
  });

  test.each(['stopped', 'paused', 'waiting_for_draft'] as const)(
    'is left as it is while it is %s',
    (blocked) => {
      expect(plan(every(360), '2026-11-22T10:00Z', NEVER_RAN, { blocked })).toEqual({
        run: null,
        passed: [],
        counters: NO_SLOTS,
        classified_to: null,
      });
    },
  );

  test('is never due when its pattern never comes', () => {
    const never = cron('0 0 31 2 *', 'UTC');
    expect(plan(never, '2026-11-22T10:00Z').run).toBeNull();
  });
});

describe('a tick', () => {
  const daily = every(1440);
  const done = finishedAt('2026-11-21T00:00:00Z');

  test('before the next slot finds nothing due', () => {
    const { run, passed, classified_to } = plan(daily, '2026-11-21T23:59:59Z', done);
    expect({ run, passed, classified_to }).toEqual({
      run: null,
      passed: [],
      classified_to: done.classified_to,
    });
  });

  test('at the very second of the slot runs it', () => {
    expect(plan(daily, '2026-11-22T00:00:00Z', done).run).toEqual({
      slot: '2026-11-22T00:00:00Z',
      kind: 'ran',
      from: '2026-11-21T00:00:00Z',
    });
  });

  test('within the hour after the slot is in time, a minute later it catches up', () => {
    expect(plan(daily, '2026-11-22T01:00:00Z', done).run?.kind).toBe('ran');
    expect(plan(daily, '2026-11-22T01:01:00Z', done).run?.kind).toBe('caught_up');
  });

  test('that comes 12 hours late still runs the slot', () => {
    const late = plan(daily, '2026-11-22T12:00:00Z', done);
    expect(late.run).toEqual({
      slot: '2026-11-22T00:00:00Z',
      kind: 'caught_up',
      from: '2026-11-21T00:00:00Z',
    });
    expect(late.counters).toEqual({ ...NO_SLOTS, caught_up: 1 });
  });

  test('that comes twice runs the slot once', () => {
    const first = plan(daily, '2026-11-22T00:10:00Z', done);
    const again = plan(daily, '2026-11-22T00:10:01Z', { ...done, classified_to: first.classified_to });
    expect(again.run).toBeNull();
    expect(again.counters).toEqual(NO_SLOTS);
  });
});

describe('an outage of three days, every six hours', () => {
  const done = finishedAt('2026-11-19T00:00:00Z');
  const now = '2026-11-22T00:20:00Z';

  test('`once` runs the newest slot, with a window from the last finished end', () => {
    expect(plan(every(360, 'once'), now, done)).toEqual({
      run: { slot: '2026-11-22T00:00:00Z', kind: 'ran', from: '2026-11-19T00:00:00Z' },
      passed: [
        { as: 'missed', why: 'covered', from: '2026-11-19T06:00:00Z', to: '2026-11-21T18:00:00Z', count: 11 },
      ],
      counters: { ...NO_SLOTS, ran: 1, missed: 11 },
      classified_to: '2026-11-22T00:00:00Z',
    });
  });

  test('`skip` runs the newest slot with only its own interval and names the gap', () => {
    expect(plan(every(360, 'skip'), now, done)).toEqual({
      run: { slot: '2026-11-22T00:00:00Z', kind: 'ran', from: '2026-11-21T18:00:00Z' },
      passed: [
        {
          as: 'missed',
          why: 'left_out',
          from: '2026-11-19T06:00:00Z',
          to: '2026-11-21T18:00:00Z',
          count: 11,
        },
      ],
      counters: { ...NO_SLOTS, ran: 1, missed: 11 },
      classified_to: '2026-11-22T00:00:00Z',
    });
  });

  test('`each` runs all of them, oldest first, one window each', () => {
    const windows: unknown[] = [];
    let checkpoint = done;
    for (let next = plan(every(360, 'each'), now, checkpoint); next.run !== null; ) {
      windows.push([next.run.from, next.run.slot, next.run.kind]);
      checkpoint = finishedAt(next.run.slot);
      next = plan(every(360, 'each'), now, checkpoint);
    }
    expect(windows).toHaveLength(12);
    expect(windows[0]).toEqual(['2026-11-19T00:00:00Z', '2026-11-19T06:00:00Z', 'caught_up']);
    expect(windows[1]).toEqual(['2026-11-19T06:00:00Z', '2026-11-19T12:00:00Z', 'caught_up']);
    expect(windows[11]).toEqual(['2026-11-21T18:00:00Z', '2026-11-22T00:00:00Z', 'ran']);
  });

  test('`each` misses what is older than the catch-up window, and the first window covers it all the same', () => {
    expect(plan(every(360, 'each', 1440), now, done)).toEqual({
      run: { slot: '2026-11-21T06:00:00Z', kind: 'caught_up', from: '2026-11-19T00:00:00Z' },
      passed: [
        { as: 'missed', why: 'too_old', from: '2026-11-19T06:00:00Z', to: '2026-11-21T00:00:00Z', count: 8 },
      ],
      counters: { ...NO_SLOTS, caught_up: 1, missed: 8 },
      classified_to: '2026-11-21T06:00:00Z',
    });
  });

  test.each(['once', 'each', 'skip'] as const)('`%s` runs nothing when all slots are too old', (catchUp) => {
    const old = plan(every(1440, catchUp, 60), '2026-11-22T04:00:00Z', done);
    expect(old).toEqual({
      run: null,
      passed: [
        { as: 'missed', why: 'too_old', from: '2026-11-20T00:00:00Z', to: '2026-11-22T00:00:00Z', count: 3 },
      ],
      counters: { ...NO_SLOTS, missed: 3 },
      classified_to: '2026-11-22T00:00:00Z',
    });
    const next = plan(every(1440, catchUp, 60), '2026-11-23T00:10:00Z', {
      ...done,
      classified_to: old.classified_to,
    });
    expect(next.run?.from).toBe(catchUp === 'skip' ? '2026-11-22T00:00:00Z' : '2026-11-19T00:00:00Z');
  });

  test.each(['stopped', 'paused', 'waiting_for_draft'] as const)(
    'that was no outage but %s skips them',
    (blocked) => {
      expect(plan(every(360), now, done, { blocked })).toEqual({
        run: null,
        passed: [
          {
            as: 'skipped',
            why: blocked,
            from: '2026-11-19T06:00:00Z',
            to: '2026-11-22T00:00:00Z',
            count: 12,
          },
        ],
        counters: { ...NO_SLOTS, skipped: 12 },
        classified_to: '2026-11-22T00:00:00Z',
      });
    },
  );
});

test('years of five-minute slots are one line with the exact figure', () => {
  const away = plan(every(5), '2026-11-22T00:02:00Z', finishedAt('2016-11-22T00:00:00Z'));
  expect(away.passed).toHaveLength(1);
  expect(away.counters).toEqual({ ...NO_SLOTS, ran: 1, missed: 3_652 * 288 - 1 });
});

test('a person who had the goal run after the slot leaves it an empty window, not one that runs backwards', () => {
  const asked = {
    classified_to: '2026-11-21T00:00:00Z',
    finished: { slot: '2026-11-22T09:00:00Z', time: '2026-11-22T09:00:00Z', commit: 'c' },
  };
  expect(plan(every(1440), '2026-11-22T10:00:00Z', asked).run?.from).toBe('2026-11-22T00:00:00Z');
});

describe('a clock that jumps', () => {
  const done = finishedAt('2026-11-22T00:00:00Z');

  test('back makes nothing due and counts nothing until it has come back', () => {
    for (const now of ['1999-01-01T00:00Z', '2026-11-20T12:00Z', '2026-11-21T23:59Z', '2026-11-22T05:59Z']) {
      expect(plan(every(360), now, done)).toMatchObject({
        run: null,
        passed: [],
        classified_to: done.classified_to,
      });
    }
    expect(plan(every(360), '2026-11-22T06:00Z', done).run?.slot).toBe('2026-11-22T06:00:00Z');
  });

  test('forwards is an outage', () => {
    expect(plan(every(1440), '2027-11-22T00:05Z', done).counters).toEqual({
      ...NO_SLOTS,
      ran: 1,
      missed: 364,
    });
  });
});

describe('`once`', () => {
  const once: Schedule = { kind: 'once' };
  const first = plan(once, '2026-11-22T10:17:05Z');
  const done = {
    classified_to: first.classified_to,
    finished: { slot: '2026-11-22T10:17:05Z', time: '2026-11-22T10:17:05Z', commit: 'c' },
  };

  test('is due at the moment it is first seen', () => {
    expect(first.run).toEqual({ slot: '2026-11-22T10:17:05Z', kind: 'ran', from: '2026-11-21T10:17:05Z' });
    expect(first.counters).toEqual({ ...NO_SLOTS, ran: 1 });
  });

  test('is never due again, not even years later', () => {
    expect(plan(once, '2036-11-22T10:17:05Z', done).run).toBeNull();
  });

  test('is due again when its file was edited, with a window from the last finished end', () => {
    const again = plan(once, '2026-11-25T08:00:00Z', done, { hasGoalChanged: true });
    expect(again.run).toEqual({ slot: '2026-11-25T08:00:00Z', kind: 'ran', from: '2026-11-22T10:17:05Z' });
  });

  test('is not lost while it is blocked', () => {
    expect(plan(once, '2026-11-22T10:17:05Z', NEVER_RAN, { blocked: 'stopped' }).classified_to).toBeNull();
    expect(plan(once, '2026-11-22T11:00:00Z', NEVER_RAN).run).not.toBeNull();
  });

  test('is not due before the time it was already counted at', () => {
    expect(plan(once, '2026-11-20T00:00:00Z', done, { hasGoalChanged: true }).run).toBeNull();
  });
});

describe('slots that pass under a lease', () => {
  const lease = { takenAt: ms('2026-11-22T00:03Z'), now: ms('2026-11-22T00:16Z') };

  test('are overlapped', () => {
    expect(
      classifyUnderLease({ schedule: every(5), checkpoint: finishedAt('2026-11-22T00:00:00Z'), ...lease }),
    ).toEqual({
      run: null,
      passed: [
        {
          as: 'overlapped',
          why: 'under_lease',
          from: '2026-11-22T00:05:00Z',
          to: '2026-11-22T00:15:00Z',
          count: 3,
        },
      ],
      counters: { ...NO_SLOTS, overlapped: 3 },
      classified_to: '2026-11-22T00:15:00Z',
    });
  });

  test('are not counted when none passed', () => {
    const checkpoint = finishedAt('2026-11-22T00:00:00Z');
    expect(classifyUnderLease({ schedule: every(60), checkpoint, ...lease })).toMatchObject({
      passed: [],
      counters: NO_SLOTS,
      classified_to: '2026-11-22T00:00:00Z',
    });
  });

  test('wait behind older slots that wait for their turn', () => {
    const checkpoint = finishedAt('2026-11-21T23:55:00Z');
    expect(classifyUnderLease({ schedule: every(5, 'each'), checkpoint, ...lease })).toMatchObject({
      passed: [],
      counters: NO_SLOTS,
      classified_to: '2026-11-21T23:55:00Z',
    });
  });
});

describe('I15: every slot is counted exactly once', () => {
  interface Tick {
    /** Minutes since the tick before; negative when the clock jumped back. */
    readonly minutes: number;
    readonly blocked: Blocked | null;
    /** Minutes the wake holds the goal, when something was due. */
    readonly held: number;
    readonly finishes: boolean;
  }

  const everySchedule = fc.record({
    kind: fc.constant('every' as const),
    minutes: fc.constantFrom(5, 15, 30, 60, 360, 1440, 2880),
    catchUp: fc.constantFrom('once' as const, 'each' as const, 'skip' as const),
    catchUpWindowMinutes: fc.constantFrom(30, 360, 1440, 20_000),
  });
  const cronSchedule = fc.record({
    kind: fc.constant('cron' as const),
    pattern: fc.constantFrom('30 2 * * *', '0 */2 * * *', '0 9 * * 1-5', '15 1-3 * * *'),
    timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata'),
    catchUp: fc.constantFrom('once' as const, 'each' as const, 'skip' as const),
    catchUpWindowMinutes: fc.constantFrom(30, 360, 1440, 20_000),
  });
  const tick: fc.Arbitrary<Tick> = fc.record({
    minutes: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 }) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 * 1440 }) },
      { weight: 1, arbitrary: fc.integer({ min: -3 * 1440, max: 0 }) },
    ),
    blocked: fc.oneof(
      { weight: 4, arbitrary: fc.constant(null) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('stopped' as const, 'paused' as const, 'waiting_for_draft' as const),
      },
    ),
    held: fc.integer({ min: 0, max: 40 }),
    finishes: fc.boolean(),
  });
  const starts = fc
    .integer({ min: 0, max: 365 * 1440 })
    .map((minutes) => ms('2026-01-01T00:00Z') + minutes * MINUTE_MS);

  /** What a goal's history holds after some wakes; `counted` lists every slot that a plan spoke of, in its order. */
  interface History {
    readonly counters: SlotCounters;
    readonly counted: readonly number[];
    readonly checkpoint: SlotFacts['checkpoint'];
  }

  function take(history: History, schedule: Schedule, next: SlotPlan): History {
    const passed = next.passed.flatMap(({ from, to, count }) => {
      const slots = slotsBetween(
        schedule,
        { afterMs: ms(from) - 1, untilMs: ms(to) },
        Number.POSITIVE_INFINITY,
      );
      expect(slots).toHaveLength(count);
      return slots;
    });
    const ran = next.run === null ? [] : [ms(next.run.slot)];
    return {
      counters: addSlots(history.counters, next.counters),
      counted: [...history.counted, ...passed, ...ran],
      checkpoint: { ...history.checkpoint, classified_to: next.classified_to },
    };
  }

  function wake(
    history: History,
    schedule: Schedule,
    at: { readonly now: number; readonly tick: Tick },
  ): History {
    const { now } = at;
    const next = classify({
      schedule,
      now,
      checkpoint: history.checkpoint,
      blocked: at.tick.blocked,
      hasGoalChanged: false,
    });
    if (next.run !== null) {
      expect(ms(next.run.from)).toBeLessThanOrEqual(ms(next.run.slot));
      expect(ms(next.run.slot)).toBeLessThanOrEqual(now);
    }
    const acquired = take(history, schedule, next);
    if (next.run === null) return acquired;
    const { slot } = next.run;
    const finished = at.tick.finishes ? { slot, time: slot, commit: 'c' } : acquired.checkpoint.finished;
    const worked = { ...acquired, checkpoint: { ...acquired.checkpoint, finished } };
    const release = {
      schedule,
      checkpoint: worked.checkpoint,
      takenAt: now,
      now: now + at.tick.held * MINUTE_MS,
    };
    return take(worked, schedule, classifyUnderLease(release));
  }

  test('over any schedule, outage, block, lease and clock', () => {
    fc.assert(
      fc.property(
        fc.oneof(everySchedule, cronSchedule),
        starts,
        fc.array(tick, { maxLength: 40, size: 'max' }),
        (schedule, start, ticks) => {
          let now = start;
          let history: History = { counters: NO_SLOTS, counted: [], checkpoint: NEVER_RAN };
          for (const one of ticks) {
            now += one.minutes * MINUTE_MS;
            history = wake(history, schedule, { now, tick: one });
          }
          const [first, last] = [history.counted[0], history.counted.at(-1)];
          if (first === undefined || last === undefined) return;
          const all = slotsBetween(schedule, { afterMs: first - 1, untilMs: last }, Number.POSITIVE_INFINITY);
          expect(history.counted).toEqual(all);
          expect(history.checkpoint.classified_to).toBe(isoTime(last));
          const { ran, caught_up, missed, skipped, overlapped } = history.counters;
          expect(ran + caught_up + missed + skipped + overlapped).toBe(countSlots(schedule, first - 1, last));
        },
      ),
      { numRuns: 300 },
    );
  });

  test('and nothing stays uncounted for ever: once the backlog is served, the counting has reached the present', () => {
    fc.assert(
      fc.property(everySchedule, starts, fc.integer({ min: 1, max: 400 }), (schedule, now, slotsAway) => {
        const slot = Number(nextSlot(schedule, now - slotsAway * schedule.minutes * MINUTE_MS));
        let history: History = { counters: NO_SLOTS, counted: [], checkpoint: finishedAt(isoTime(slot)) };
        const done: Tick = { minutes: 0, blocked: null, held: 0, finishes: true };
        for (let wakes = 0; wakes <= slotsAway; wakes += 1)
          history = wake(history, schedule, { now, tick: done });
        expect(countSlots(schedule, ms(String(history.checkpoint.classified_to)), now)).toBe(0);
      }),
    );
  });

  test('windows of `once` and `each` follow each other without a gap', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('once' as const, 'each' as const),
        starts,
        fc.array(tick, { maxLength: 30, size: 'max' }),
        (catchUp, start, ticks) => {
          const schedule = every(60, catchUp, 1440);
          let now = start;
          let checkpoint = finishedAt(isoTime(Math.floor(start / HOUR_MS) * HOUR_MS));
          for (const { minutes } of ticks) {
            now += minutes * MINUTE_MS;
            const { run, classified_to } = classify({
              schedule,
              now,
              checkpoint,
              blocked: null,
              hasGoalChanged: false,
            });
            if (run === null) continue;
            expect(run.from).toBe(checkpoint.finished?.time);
            checkpoint = { ...finishedAt(run.slot), classified_to };
          }
        },
      ),
    );
  });
});

test('figures are added field by field', () => {
  const one = { ran: 1, caught_up: 2, missed: 3, skipped: 4, overlapped: 5 };
  expect(addSlots(one, { ran: 10, caught_up: 20, missed: 30, skipped: 40, overlapped: 50 })).toEqual({
    ran: 11,
    caught_up: 22,
    missed: 33,
    skipped: 44,
    overlapped: 55,
  });
});

test('a day of one-minute slots is not confused by daylight', () => {
  const minutely = cron('* * * * *', 'Europe/Berlin');
  const day = plan(minutely, '2026-10-25T12:00:00Z', finishedAt('2026-10-24T12:00:00Z'));
  expect(day.counters).toEqual({ ...NO_SLOTS, ran: 1, missed: DAY_MS / MINUTE_MS - 1 });
});
