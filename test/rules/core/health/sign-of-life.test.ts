import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import { isNewEnding, owesSignOfLife } from '../../../../src/core/health/sign-of-life.ts';
import type { Status } from '../../../../src/core/state.ts';
import { EMPTY_STATE, NOW } from '../../report/sample.ts';

const SEEN = '2026-11-22T03:00:00Z';

function status(change: Partial<Status>): Status {
  return { ...EMPTY_STATE.status, seen_at: SEEN, ...change };
}

function endedAs(ending: Ending): NonNullable<Status['last_wake']> {
  return { id: 'w-1', url: null, trigger: 'schedule', started_at: SEEN, ended_at: SEEN, ending };
}

interface Case {
  readonly what: string;
  readonly change?: Partial<Status>;
  readonly ending?: Ending;
  readonly isOwed: boolean;
}

const CASES: readonly Case[] = [
  { what: 'nothing new within the hour', isOwed: false },
  { what: 'an hour of silence', change: { seen_at: '2026-11-22T02:10:00Z' }, isOwed: true },
  { what: 'the first look at a new state', change: { seen_at: null }, isOwed: true },
  { what: 'a stop that is over', change: { stop: { since: SEEN, reason: 'holidays' } }, isOwed: true },
  { what: 'settings that have become invalid', ending: 'bad_settings', isOwed: true },
  {
    what: 'settings that were invalid before',
    change: { last_wake: endedAs('bad_settings') },
    ending: 'bad_settings',
    isOwed: false,
  },
  { what: 'a good end after a bad one', change: { last_wake: endedAs('bad_goal') }, isOwed: false },
];

test.each(CASES)('$what: a sign of life is owed: $isOwed', ({ change, ending, isOwed }) => {
  expect(owesSignOfLife(status(change ?? {}), ending ?? 'nothing_due', NOW)).toBe(isOwed);
});

test('an ending is new when it is bad and the last one was another', () => {
  expect(isNewEnding(status({}), 'bad_goal')).toBe(true);
  expect(isNewEnding(status({ last_wake: endedAs('bad_goal') }), 'bad_goal')).toBe(false);
  expect(isNewEnding(status({}), 'worked')).toBe(false);
});
