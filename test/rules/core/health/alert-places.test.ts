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
  const spent = { days: [], left_tokens: 0, left_usd_micros: 0, limit };
  const settings = { lines: { 'budget.tokens_per_day': 3, 'budget.usd_per_month': 5 } };
  const places = placesOfLimit({ goal: GOAL, settings, spent });
  expect(places.length).toBeGreaterThan(0);
  const [file, field] = limit.startsWith('total')
    ? ['.github/wakeful.yml', /^budget\./]
    : ['goals/tidy.yml', /^limits\./];
  for (const place of places) expect(place).toMatchObject({ file, field: expect.stringMatching(field) });
  expect(placesOfLimit({ goal: { file: GOAL.file }, settings: {}, spent })).toEqual([]);
});

test('a limit of the settings in dollars has a line only where the file has it, and a price is known', () => {
  const settings = { lines: { 'budget.usd_per_month': 5 } };
  const spent = { days: [], left_tokens: 0, left_usd_micros: null, limit: 'total_month' } as const;
  const fields = (left_usd_micros: number | null) =>
    placesOfLimit({ goal: GOAL, settings, spent: { ...spent, left_usd_micros } }).map(({ line, field }) => [
      field,
      line,
    ]);
  expect(fields(null)).toEqual([['budget.tokens_per_month', null]]);
  expect(fields(0)).toEqual([
    ['budget.tokens_per_month', null],
    ['budget.usd_per_month', 5],
  ]);
});

test('what takes the place of an alert is never itself replaced by it', () => {
  for (const [cause, heirs = []] of Object.entries(ALERT_HEIRS))
    for (const heir of heirs) expect(ALERT_HEIRS[heir] ?? []).not.toContain(cause);
});
