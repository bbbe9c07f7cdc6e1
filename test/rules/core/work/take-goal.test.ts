import { expect, test } from 'vitest';
import type { State } from '../../../../src/core/state.ts';
import type { GoalPlan } from '../../../../src/core/work/goal-plan.ts';
import { isAsPlanned, type TakeFacts, takeGoal, takenEvent } from '../../../../src/core/work/take-goal.ts';
import { checkpoint, EMPTY_STATE, item, lease, NOW, sums } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const GOAL = sampleGoal();
const REQUEST = sampleRequest({ id: '1', origin: 'event', by: 'push' });
const KNOWN = checkpoint(GOAL.id);
const DAY = '2026-11-22';

const PLAN: GoalPlan = {
  goal: GOAL,
  seen: { checkpoint: KNOWN, lease: undefined },
  dead: null,
  checkpoint: { ...KNOWN, goal_blob: GOAL.blob },
  events: [],
  items: ['a@1', 'b@1'],
  idle: { ending: 'no_change', detail: '' },
  window: null,
  requests: [REQUEST],
  begins: true,
};

const FACTS: TakeFacts = {
  nonce: 'new',
  reservation: { day: DAY, tokens: 50_000, usd_micros: 0 },
  now: NOW,
  expiresAt: NOW + 600_000,
  isByPerson: false,
  wake: {
    id: 'w-3',
    url: null,
    trigger: 'schedule',
    started_at: '2026-11-22T03:09:00Z',
    ended_at: null,
    ending: null,
  },
};

const STATE: State = {
  ...EMPTY_STATE,
  lock: { ...EMPTY_STATE.lock, epoch: 12 },
  checkpoints: { [GOAL.id]: KNOWN },
  requests: { 1: REQUEST },
};

test.each<readonly [string, Partial<State>, boolean]>([
  ['is the same', {}, true],
  ['has another goal as well', { checkpoints: { [GOAL.id]: KNOWN, other: checkpoint('other') } }, true],
  ['has a lease on the goal', { lock: { ...STATE.lock, leases: { [GOAL.id]: lease() } } }, false],
  ['has another checkpoint', { checkpoints: { [GOAL.id]: { ...KNOWN, dead_wakes: 1 } } }, false],
  ['has another request', { requests: { 1: REQUEST, 2: sampleRequest({ id: '2' }) } }, false],
  ['has a request less', { requests: {} }, false],
])('a state that %s fits the plan: %s', (_, change, isFitting) => {
  expect(isAsPlanned(PLAN, { ...STATE, ...change })).toBe(isFitting);
});

test('one change takes the lease, sets money aside, begins the first attempt and the requests', () => {
  const taken = takeGoal(STATE, PLAN, FACTS);
  expect(taken.lock.leases[GOAL.id]).toMatchObject({ nonce: 'new', epoch: 13, item: 'a@1', step: 1 });
  expect(taken.budget.days[DAY]?.[GOAL.id]?.reserved_tokens).toBe(50_000);
  expect(taken.checkpoints[GOAL.id]).toMatchObject({
    goal_blob: GOAL.blob,
    last_lease: { nonce: 'new', epoch: 13, step: 1 },
    items: { 'a@1': { attempts: 1 } },
  });
  expect(taken.requests['1']?.begun_epoch).toBe(13);
  expect(taken.status).toMatchObject({ seen_at: '2026-11-22T03:10:00Z', last_wake: FACTS.wake });
  expect(takenEvent(PLAN, taken)).toMatchObject({ event: 'lease_taken', epoch: 13, tokens: 50_000 });
});

test('where nothing could be planned no attempt is counted, and no request is begun', () => {
  const taken = takeGoal(STATE, { ...PLAN, items: [], begins: false }, FACTS);
  expect(taken.lock.leases[GOAL.id]?.item).toBeNull();
  expect(taken.checkpoints[GOAL.id]?.items).toEqual({});
  expect(taken.requests['1']?.begun_epoch).toBeUndefined();
});

test('what a dead wake had set aside counts as spent', () => {
  const days = { [DAY]: { [GOAL.id]: { ...sums(0, 0, 0), reserved_tokens: 50_000 } } };
  const state = { ...STATE, budget: { version: 1, days, months: {} } };
  const items = { 'a@1': item() };
  const taken = takeGoal(
    state,
    { ...PLAN, dead: lease({ item: 'a@1' }), checkpoint: { ...KNOWN, items } },
    FACTS,
  );
  expect(taken.budget.days[DAY]?.[GOAL.id]).toMatchObject({ spent_tokens: 50_000, reserved_tokens: 50_000 });
  expect(taken.checkpoints[GOAL.id]?.items['a@1']?.attempts).toBe(2);
});

test('a stop that is over is written down as such', () => {
  const stop = { since: '2026-11-21T00:00:00Z', reason: 'holidays' };
  const status = { ...STATE.status, stop };
  const taken = takeGoal({ ...STATE, status }, PLAN, FACTS);
  expect(taken.status.stop).toBeNull();
  expect(taken.status.stops).toMatchObject([{ until: '2026-11-22T03:10:00Z', reason: 'holidays' }]);
});

test.each([
  ['by a person', true, 'event', true],
  ['for a person', false, 'person', true],
  ['by the clock', false, 'event', undefined],
] as const)('a wake that runs %s', (_, isByPerson, origin, isForPerson) => {
  const plan = { ...PLAN, requests: [{ ...REQUEST, origin }] };
  const { lock } = takeGoal(STATE, plan, { ...FACTS, isByPerson });
  expect(lock.leases[GOAL.id]?.for_person).toBe(isForPerson);
});
