import { describe, expect, test } from 'vitest';
import {
  askToYield,
  isRipe,
  leaseToYield,
  MOST_REQUESTS,
  requestsToStore,
  runsNotBegun,
  runsWanted,
  waitingRequests,
  withoutRequests,
  withRequest,
} from '../../../../src/core/due/inbox.ts';
import type { WorkRequest } from '../../../../src/core/request.ts';
import type { State } from '../../../../src/core/state.ts';
import { checkpointWith, leaseWith, stateWith } from '../../../support/core-samples.ts';

function requestWith(fields: Partial<WorkRequest> = {}): WorkRequest {
  return {
    version: 1,
    id: '20261122T030000000Z-a',
    kind: 'run',
    goal: 'tidy',
    origin: 'person',
    by: 'mona',
    at: '2026-11-22T03:00:00Z',
    reason: '',
    ...fields,
  };
}

const OLD = requestWith({ id: '20261120-b' });
const BEGUN = requestWith({ id: '20261121-a', begun_epoch: 3 });
const PAUSE = requestWith({ id: '20261122-a', kind: 'pause' });
const OTHER = requestWith({ id: '20261119-z', goal: 'other' });
const STATE = [BEGUN, PAUSE, OTHER, OLD].reduce(withRequest, stateWith());

const ids = (requests: readonly WorkRequest[]): readonly string[] => requests.map(({ id }) => id);

describe('what waits', () => {
  test('is everything, oldest first', () => {
    expect(ids(waitingRequests(STATE))).toEqual(['20261119-z', '20261120-b', '20261121-a', '20261122-a']);
  });

  test('for a goal are its runs, and those that no lease has begun', () => {
    expect(ids(runsWanted(STATE, 'tidy'))).toEqual(['20261120-b', '20261121-a']);
    expect(ids(runsNotBegun(STATE, 'tidy'))).toEqual(['20261120-b']);
    expect(runsWanted(STATE, 'unknown')).toEqual([]);
  });

  test('is replaced by a request of the same id, and taken away by ids', () => {
    const again = { ...OLD, reason: 'again' };
    expect(withRequest(STATE, again).requests['20261120-b']).toBe(again);
    const left = withoutRequests(STATE, ['20261120-b', '20261119-z', 'unknown']);
    expect(ids(waitingRequests(left))).toEqual(['20261121-a', '20261122-a']);
  });
});

describe('a request makes its goal due', () => {
  const LAST = '2026-11-22T03:00:00Z';
  const after = (minutes: number): number => Date.parse(LAST) + minutes * 60_000;
  const rested = stateWith({ checkpoints: { tidy: checkpointWith({ last_event: LAST }) } });
  test.each([
    ['a person’s at once', {}, rested, 0, true],
    ['an event’s when none has run the goal yet', { origin: 'event' }, stateWith(), 0, true],
    ['an event’s not in the half hour after the last one', { origin: 'event' }, rested, 29.99, false],
    ['an event’s after half an hour', { origin: 'event' }, rested, 30, true],
    ['an event’s that a lease has begun to serve', { origin: 'event', begun_epoch: 3 }, rested, 0, true],
    ['an event’s after an event of another goal', { origin: 'event', goal: 'other' }, rested, 0, true],
  ] as const)('%s', (_, fields, state, minutes, expected) => {
    expect(isRipe(requestWith(fields), state, after(minutes))).toBe(expected);
  });
});

describe('a holder gives way to a person', () => {
  const held = (fields: Parameters<typeof leaseWith>[0]): State =>
    stateWith({ lock: { ...stateWith().lock, leases: { tidy: leaseWith(fields) } } });

  test.each([
    ['nobody holds the goal', stateWith(), false],
    ['an autonomous wake holds it', held({}), true],
    ['a wake that was started by a person holds it', held({ for_person: true }), false],
    [
      'another goal is held',
      stateWith({ lock: { ...stateWith().lock, leases: { other: leaseWith() } } }),
      false,
    ],
  ])('%s: %s', (_, state, isAsked) => {
    expect(leaseToYield(state, 'tidy') !== null).toBe(isAsked);
    const wish = askToYield(state, requestWith()).lock.leases['tidy']?.yield ?? null;
    expect(wish).toEqual(isAsked ? { epoch: 4, by: 'mona', request: '20261122T030000000Z-a' } : null);
  });

  test('and stays asked by the first who did', () => {
    const asked = askToYield(held({}), requestWith());
    expect(askToYield(asked, requestWith({ id: 'later', by: 'lisa' }))).toBe(asked);
  });

  test('and is asked anew when the wish was for an earlier lease', () => {
    const state = held({ yield: { epoch: 3, by: 'lisa', request: 'old' } });
    expect(askToYield(state, requestWith()).lock.leases['tidy']?.yield).toMatchObject({
      epoch: 4,
      by: 'mona',
    });
  });
});

describe('of the requests of an event are stored', () => {
  const event = requestWith({ id: '20261122-e', origin: 'event', by: 'push' });

  test.each([
    ['those of a goal for which nobody waits', stateWith(), 1],
    ['those of a goal that waits for a person', stateWith({ requests: { [OLD.id]: OLD } }), 1],
    ['none of a goal that waits for an event', stateWith({ requests: { x: { ...event, id: 'x' } } }), 0],
    [
      'those of a goal whose event is being served',
      stateWith({ requests: { x: { ...event, id: 'x', begun_epoch: 4 } } }),
      1,
    ],
    [
      'none of a goal that is paused',
      stateWith({ checkpoints: { tidy: checkpointWith({ pause: { by: 'mona', at: '', reason: '' } }) } }),
      0,
    ],
    [
      'none where too many wait',
      stateWith({
        requests: Object.fromEntries(Array.from({ length: MOST_REQUESTS }, (_, n) => [`r${n}`, OLD])),
      }),
      0,
    ],
  ])('%s', (_, state, count) => {
    expect(requestsToStore(state, [event])).toHaveLength(count);
  });
});
