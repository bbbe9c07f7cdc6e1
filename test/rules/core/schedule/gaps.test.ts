import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Schedule } from '../../../../src/core/goal.ts';
import { classifyAround, endStop, type Gap } from '../../../../src/core/schedule/gaps.ts';
import { countSlots } from '../../../../src/core/schedule/schedule.ts';
import { DAY_MS, HOUR_MS, isoTime, MINUTE_MS } from '../../../../src/core/time.ts';

const START = Date.UTC(2026, 10, 20);

function every(minutes: number, catchUp: 'once' | 'each' | 'skip', windowMinutes: number): Schedule {
  return { kind: 'every', minutes, catchUp, catchUpWindowMinutes: windowMinutes };
}

describe('I15: slots around gaps', () => {
  test('are each counted exactly once, and inside a gap as skipped, whatever the gaps and wakes', () => {
    const minute = fc.integer({ min: 0, max: (6 * DAY_MS) / MINUTE_MS });
    const property = fc.property(
      fc.constantFrom(30, 60, 360),
      fc.constantFrom('once', 'each', 'skip'),
      fc.constantFrom(180, 1440, 10_080),
      fc.array(fc.tuple(minute, minute), { maxLength: 4 }),
      fc.array(minute, { minLength: 1, maxLength: 30, size: 'max' }),
      (minutes, catchUp, windowMinutes, spans, wakes) => {
        const schedule = every(minutes, catchUp, windowMinutes);
        const gaps = spans
          .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
          .map(([a, b]): Gap => ({ since: at(a), until: at(b), why: 'stopped' }))
          .toSorted((a, b) => a.since.localeCompare(b.since));
        let counted = 0;
        let classified = isoTime(START);
        for (const wake of wakes.toSorted((a, b) => a - b)) {
          const now = START + wake * MINUTE_MS;
          const isInGap = gaps.some((gap) => Date.parse(gap.since) <= now && now <= Date.parse(gap.until));
          if (isInGap) continue;
          const known = gaps.filter((gap) => Date.parse(gap.until) < now);
          const checkpoint = { classified_to: classified, finished: null };
          const facts = { schedule, now, checkpoint, blocked: null, hasGoalChanged: false };
          const plan = classifyAround(facts, known);
          counted += Object.values(plan.counters).reduce((sum, each) => sum + each, 0);
          const to = plan.classified_to ?? '';
          expect(counted).toBe(countSlots(schedule, START, Date.parse(to)));
          expect(Date.parse(to)).toBeLessThanOrEqual(now);
          expect(to >= classified).toBe(true);
          const ranInGap = known.some(
            (gap) => plan.run !== null && gap.since <= plan.run.slot && plan.run.slot <= gap.until,
          );
          expect(ranInGap, 'no slot of a gap runs').toBe(false);
          classified = to;
        }
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  test('a slot from before the gap runs when nothing newer is due', () => {
    const facts = {
      schedule: every(360, 'once', 1440),
      now: START + 13 * HOUR_MS,
      checkpoint: { classified_to: isoTime(START), finished: null },
      blocked: null,
      hasGoalChanged: false,
    };
    const gap = { since: at(7 * 60), until: at(12 * 60 + 30), why: 'paused' } as const;
    expect(classifyAround(facts, [gap])).toMatchObject({
      run: { slot: at(6 * 60), kind: 'caught_up' },
      passed: [{ as: 'skipped', why: 'paused', from: at(12 * 60), count: 1 }],
    });
  });
});

test('a stop that ends is remembered with its span, and at most twenty are', () => {
  let status = { version: 1, last_wake: null, seen_at: null, goals: {}, stop: null };
  for (let n = 0; n < 30; n++)
    status = endStop({ ...status, stop: { reason: `${n}`, since: at(n) } }, at(n + 1)) as typeof status;
  expect(status).toMatchObject({ stop: null });
  const { stops } = status as { stops?: readonly unknown[] };
  expect(stops).toHaveLength(20);
  expect(stops?.at(-1)).toEqual({ reason: '29', since: at(29), until: at(30) });
});

function at(minutes: number): string {
  return isoTime(START + minutes * MINUTE_MS);
}
