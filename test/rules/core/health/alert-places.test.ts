import { expect, test } from 'vitest';
import { BUDGET_LIMITS } from '../../../../src/core/budget-state.ts';
import { ALERT_HEIRS } from '../../../../src/core/health/alert-heirs.ts';
import { alertPlaces, placesOfLimit } from '../../../../src/core/health/alert-places.ts';

const GOAL = {
  file: 'goals/tidy.yml',
  lines: { objective: 2, setup: 4, 'limits.tokens': 6, 'limits.usd_per_day': 7, for_each: 8 },
};
const END = { ending: 'checks_failed', detail: '`npm test` failed.' } as const;

test('nothing is named where the lines of the file are not known', () => {
  expect(alertPlaces({ file: GOAL.file }, [END])).toEqual([]);
});

test.each([
  ['a command of setup that fails', 'Setup: `npm ci` failed.', [4]],
  ['a check of a queue that a program finds', '`finder links` failed: 1 of 2 findings is left.', [8]],
])('%s leads to its own line', (_, detail, lines) => {
  expect(alertPlaces(GOAL, [{ ...END, detail }]).map(({ line }) => line)).toEqual(lines);
});

test('each line is named once, and three at most', () => {
  const ends = ['limits.tokens', 'limits.tokens', 'limits.minutes', 'limits.attempts', 'limits.repeats'].map(
    (field) => ({ ...END, detail: `Too little (${field}).` }),
  );
  expect(alertPlaces(GOAL, ends).map(({ field }) => field)).toEqual([
    'limits.tokens',
    'limits.minutes',
    'limits.attempts',
  ]);
});

test.each(BUDGET_LIMITS)('the limit %s is looked for where it stands', (limit) => {
  const days = { days: [], left_tokens: 0, left_usd_micros: 0, limit };
  const fields = placesOfLimit(GOAL, days).map(({ field }) => field);
  const isOfSettings = limit.startsWith('total');
  expect(fields.length === 0).toBe(isOfSettings);
  for (const field of fields) expect(field).toMatch(/^limits\./);
});

test('what takes the place of an alert is never itself replaced by it', () => {
  for (const [cause, heirs = []] of Object.entries(ALERT_HEIRS))
    for (const heir of heirs) expect(ALERT_HEIRS[heir] ?? []).not.toContain(cause);
});
