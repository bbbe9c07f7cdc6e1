import { describe, expect, test } from 'vitest';
import { overdueLeases, type Signs, silentSince, stoppedSince } from '../../../../src/core/health/health.ts';
import type { Status } from '../../../../src/core/state.ts';
import { checkpointWith, goalWith, leaseWith, stateWith } from '../../../support/core-samples.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const FACTS = { now: NOW, silentHours: 6 };
const hoursAgo = (hours: number): string => new Date(NOW - hours * 3_600_000).toISOString();
const short = (time: string): string => time.replace('.000Z', 'Z');

const run = (hours: number, hasStarted = true): Signs['run'] => ({ createdAt: hoursAgo(hours), hasStarted });
const status = (fields: Partial<Status> = {}): Status => ({ ...stateWith().status, ...fields });
const woken = (hours: number): Pick<Status, 'last_wake'> => ({
  last_wake: {
    id: '1-1',
    url: null,
    trigger: 'schedule',
    started_at: hoursAgo(hours),
    ended_at: null,
    ending: null,
  },
});

describe('the agent has been silent', () => {
  test.each([
    ['not at all when it just ran', { run: run(1), status: status() }, null],
    ['not at six hours', { run: run(6), status: status() }, null],
    ['since a run seven hours ago', { run: run(7), status: status() }, 7],
    ['since its last sign of life', { run: null, status: status({ seen_at: hoursAgo(8) }) }, 8],
    ['since its last wake', { run: null, status: status(woken(9)) }, 9],
    [
      'since the newest of all signs',
      { run: run(10), status: status({ ...woken(9), seen_at: hoursAgo(7) }) },
      7,
    ],
    [
      'not when any of them is new',
      { run: run(10), status: status({ ...woken(9), seen_at: hoursAgo(1) }) },
      null,
    ],
    ['as if a run that has not started were none', { run: run(1, false), status: status(woken(9)) }, 9],
    [
      'since a stop ended, before which nothing could run',
      {
        run: run(30),
        status: status({ stops: [{ since: hoursAgo(29), until: hoursAgo(7), reason: 'freeze' }] }),
      },
      7,
    ],
    ['as if a sign from a clock that is wrong were none', { run: run(-2), status: status(woken(9)) }, 9],
    ['not when a clock is a little ahead', { run: run(-1), status: status(woken(9)) }, null],
    ['not when nobody knows when it ever ran', { run: null, status: status() }, null],
  ])('%s', (_, signs, hours) => {
    expect(silentSince(signs, FACTS)).toBe(hours === null ? null : short(hoursAgo(hours)));
  });
});

test.each([
  ['the last wake', status(woken(2)), 2],
  ['its last sign of life', status({ ...woken(4), seen_at: hoursAgo(1) }), 1],
  ['the time after which silence has another cause', status(woken(9)), 6],
  ['now, where nothing is known', status(), 0],
])('a stop that is seen first may have lasted since %s', (_, known, hours) => {
  expect(stoppedSince(known, FACTS)).toBe(short(hoursAgo(hours)));
});

describe('a lease is overdue', () => {
  const ended = (hours: number) => leaseWith({ expires_at: hoursAgo(hours) });
  const pause = { reason: 'holidays', at: hoursAgo(9), by: 'mona' };
  test.each([
    ['six hours and a minute after its end', ended(6 + 1 / 60 + 1 / 3_600), [goalWith()], {}, true],
    ['not at six hours and a minute', ended(6 + 1 / 60), [goalWith()], {}, false],
    ['not when its goal is gone', ended(9), [goalWith({ id: 'other' })], {}, false],
    ['not when its goal is off', ended(9), [goalWith({ enabled: false })], {}, false],
    ['not when its goal is paused', ended(9), [goalWith()], { tidy: checkpointWith({ pause }) }, false],
    ['also when its goal has a checkpoint', ended(9), [goalWith()], { tidy: checkpointWith() }, true],
  ])('%s', (_, lease, goals, checkpoints, isOverdue) => {
    const state = stateWith({ checkpoints, lock: { ...stateWith().lock, leases: { tidy: lease } } });
    expect(overdueLeases(state, goals, FACTS)).toEqual(isOverdue ? [['tidy', lease]] : []);
  });
});
