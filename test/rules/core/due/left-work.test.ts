import { describe, expect, test } from 'vitest';
import { notBegun, withLeft } from '../../../../src/core/due/left-work.ts';
import type { State } from '../../../../src/core/state.ts';
import { checkpoint, EMPTY_STATE, lease } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const OLD = '2026-11-22T00:00:00Z';
const AT = '2026-11-22T06:00:00Z';
const GOAL = sampleGoal({ id: 'tests', checks: ['npm test'] });
const NOW = { now: Date.parse(AT), silentHours: 3 };

const listed = (left: Readonly<Record<string, string>>) =>
  Object.entries(left).map(([goal, since]) => ({ goal, since }));
const leaving = (left: Readonly<Record<string, string>>, change: Partial<State> = {}): State => ({
  ...EMPTY_STATE,
  ...change,
  status: { ...EMPTY_STATE.status, left: listed(left) },
});
/** A job has begun with it at this time. */
const begun = (at: string): Partial<State> => ({
  checkpoints: { tests: checkpoint('tests', { last_lease: { ...lease(), at } }) },
});

describe('what a run leaves to other jobs', () => {
  test.each([
    ['is written down with the time', leaving({}), AT],
    ['keeps the time at which it was left first', leaving({ tests: OLD }), OLD],
    ['begins anew where a job has begun with it since', leaving({ tests: OLD }, begun(AT)), AT],
  ])('%s', (_, state, since) => {
    expect(withLeft(state, { left: ['tests'], looked: null, at: AT }).left).toEqual(listed({ tests: since }));
  });

  test('is forgotten where the run has looked at it and leaves it no more', () => {
    const state = leaving({ tests: OLD, other: OLD });
    expect(withLeft(state, { left: [], looked: null, at: AT })).not.toHaveProperty('left');
    expect(withLeft(state, { left: [], looked: ['tests'], at: AT }).left).toEqual(listed({ other: OLD }));
  });
});

describe('work that no job has begun with', () => {
  test.each<[string, State, boolean]>([
    ['is told after too long', leaving({ tests: OLD }), true],
    ['is not told before', leaving({ tests: '2026-11-22T03:00:00Z' }), false],
    ['is not told where a job has begun since', leaving({ tests: OLD }, begun(AT)), false],
    ['is not told of a goal that is gone', leaving({ gone: OLD }), false],
    [
      'is not told while a job works on it',
      leaving({ tests: OLD }, { lock: { ...EMPTY_STATE.lock, leases: { tests: lease() } } }),
      false,
    ],
  ])('%s', (_, state, isTold) => {
    expect(notBegun(state, [GOAL], NOW)).toEqual(isTold ? listed({ tests: OLD }) : []);
  });

  test('is not told of a goal that has no commands any more, or is switched off', () => {
    const state = leaving({ tests: OLD });
    expect(notBegun(state, [{ ...GOAL, checks: [] }], NOW)).toEqual([]);
    expect(notBegun(state, [{ ...GOAL, enabled: false }], NOW)).toEqual([]);
  });
});
