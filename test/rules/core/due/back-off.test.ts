import { expect, test } from 'vitest';
import {
  backOffAfter,
  hasFailedTooOften,
  isBackingOff,
  waitAfter,
} from '../../../../src/core/due/back-off.ts';
import { isoTime } from '../../../../src/core/time.ts';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-11-22T03:00:00Z');
const PAID_FAILURE = { hasCost: true, isGood: false, isFailure: true, now: NOW };
const THREE = { failures: 3, until: isoTime(NOW) };

test('each further failure doubles the wait, up to a day, and then the goal is paused', () => {
  const hours = Array.from({ length: 9 }, (_, n) => {
    const wait = waitAfter(n + 1);
    return wait === null ? 'paused' : wait / HOUR;
  });
  expect(hours).toEqual([0, 0, 1, 2, 4, 8, 16, 24, 'paused']);
});

test.each([
  { what: 'a first paid failure', before: undefined, outcome: PAID_FAILURE, failures: 1 },
  { what: 'another paid failure', before: THREE, outcome: PAID_FAILURE, failures: 4 },
  {
    what: 'an outage that cost nothing',
    before: THREE,
    outcome: { ...PAID_FAILURE, hasCost: false },
    failures: 3,
  },
  {
    what: 'an ending that is no failure',
    before: THREE,
    outcome: { ...PAID_FAILURE, isFailure: false },
    failures: 3,
  },
  { what: 'a task that was done', before: THREE, outcome: { ...PAID_FAILURE, isGood: true }, failures: null },
])('after $what there are $failures failures', ({ before, outcome, failures }) => {
  const checkpoint = before === undefined ? {} : { back_off: before };
  expect(backOffAfter(checkpoint, outcome)?.failures ?? null).toBe(failures);
});

test('the wait begins when the run has ended', () => {
  const wait = backOffAfter({ back_off: THREE }, PAID_FAILURE);
  expect(wait?.until).toBe(isoTime(NOW + 2 * HOUR));
  const checkpoint = { back_off: wait ?? THREE };
  expect(isBackingOff(checkpoint, NOW + 2 * HOUR - 1)).toBe(true);
  expect(isBackingOff(checkpoint, NOW + 2 * HOUR)).toBe(false);
  expect(isBackingOff({}, NOW)).toBe(false);
});

test('a goal has failed too often with the ninth failure', () => {
  expect(hasFailedTooOften({ back_off: { failures: 8, until: isoTime(NOW) } })).toBe(false);
  expect(hasFailedTooOften({ back_off: { failures: 9, until: isoTime(NOW) } })).toBe(true);
  expect(hasFailedTooOften({})).toBe(false);
});
