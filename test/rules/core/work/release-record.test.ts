import { expect, test } from 'vitest';
import type { Checkpoint, State } from '../../../../src/core/state.ts';
import {
  isUntried,
  type ReleaseFacts,
  recordRelease,
  withGoalStatus,
  withoutLease,
} from '../../../../src/core/work/release-record.ts';
import {
  checkpoint,
  EMPTY_STATE,
  goalStatus,
  item,
  lease,
  NOW,
  openWindow,
  sums,
} from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const GOAL = sampleGoal();
const SLOT = '2026-11-22T02:00:00Z';
const TAKEN = '2026-11-22T02:10:00Z';
const LAST_LEASE = { wake: 'w-2', nonce: 'n', epoch: 12, at: TAKEN, step: 1 };
const COUNTED = { classified_to: SLOT, last_lease: LAST_LEASE };
const WINDOW = openWindow(SLOT, ['a@1']);
const PAUSE = { reason: 'holidays', at: SLOT, by: 'octocat' };

function factsWith(change: Partial<ReleaseFacts> = {}): ReleaseFacts {
  return {
    goal: GOAL,
    plan: { checkpoint: checkpoint(GOAL.id), events: [], items: ['a@1'], requests: [sampleRequest()] },
    spent: { tokens: 1_000, usdMicros: 0, calls: 3 },
    done: 0,
    save: (known) => known,
    takenAt: Date.parse(TAKEN),
    now: NOW,
    circleReason: ({ kind }) => `circle: ${kind}`,
    failuresReason: (runs, detail) => `${runs} failures: ${detail}`,
    ending: 'worked',
    detail: 'Done.',
    ...change,
  };
}

interface Case {
  readonly what: string;
  readonly before?: Partial<Checkpoint>;
  readonly change?: Partial<ReleaseFacts>;
  readonly after: Partial<Checkpoint>;
  readonly events: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'a goal that worked',
    before: { consecutive_failures: 2, dead_wakes: 1 },
    after: { consecutive_failures: 0, dead_wakes: 0 },
    events: ['slots_classified', 'request_served', 'lease_released'],
  },
  {
    what: 'a goal that failed',
    before: { consecutive_failures: 2 },
    change: { ending: 'checks_failed' },
    after: { consecutive_failures: 3 },
    events: ['slots_classified', 'request_served', 'lease_released'],
  },
  {
    what: 'the slot that passed under the lease is counted',
    after: {
      classified_to: '2026-11-22T03:00:00Z',
      counters: { ...checkpoint('x').counters, overlapped: 1 },
    },
    events: ['slots_classified', 'request_served', 'lease_released'],
  },
  {
    what: 'no slot passed',
    change: { now: Date.parse('2026-11-22T02:59:59Z') },
    after: { classified_to: SLOT },
    events: ['request_served', 'lease_released'],
  },
  {
    what: 'the last item of the window is done',
    before: { window: WINDOW, items: { 'a@1': item({ status: 'done' }) } },
    after: { window: null },
    events: ['slots_classified', 'request_served', 'lease_released'],
  },
  {
    what: 'the goal goes round in circles',
    before: { refusals: 2 },
    after: { pause: { reason: 'circle: refusals', at: '2026-11-22T03:10:00Z', by: 'wakeful' } },
    events: ['slots_classified', 'goal_paused', 'request_served', 'lease_released'],
  },
  {
    what: 'a paused goal keeps the count of dead wakes',
    before: { dead_wakes: 3, pause: PAUSE },
    change: { ending: 'paused', plan: { ...factsWith().plan, items: [] } },
    after: { dead_wakes: 3, pause: PAUSE },
    events: ['slots_classified', 'request_answered', 'lease_released'],
  },
  {
    what: 'the wake makes room for a person, whose request waits',
    change: { ending: 'yielded_to_person' },
    after: {},
    events: ['slots_classified', 'yielded', 'lease_released'],
  },
  {
    what: 'what the last item leaves is saved',
    change: { save: (known) => ({ ...known, goal_blob: 'saved' }) },
    after: { goal_blob: 'saved' },
    events: ['slots_classified', 'request_served', 'lease_released'],
  },
];

test.each(CASES)('$what', ({ before, change, after, events }) => {
  const known = checkpoint(GOAL.id, { ...COUNTED, ...before });
  const record = recordRelease(known, factsWith(change));
  expect(record.after).toMatchObject(after);
  expect(record.change(known)).toEqual(record.after);
  expect(
    record.events({ before: known, released: record.after, known: undefined }).map(({ event }) => event),
  ).toEqual(events);
  expect(record.settled).toEqual(change?.ending === 'yielded_to_person' ? [] : [sampleRequest().id]);
});

test('the line tells how many wakes had failed before one that did not', () => {
  const known = checkpoint(GOAL.id, { ...COUNTED, consecutive_failures: 2 });
  const record = recordRelease(known, factsWith());
  expect(record.events({ before: known, released: record.after, known: undefined }).at(-1)).toMatchObject({
    calls: 3,
    tokens: 1_000,
    failedBefore: 2,
  });
});

test.each([
  ['budget_spent', 0, true],
  ['budget_spent', 1, false],
  ['worked', 0, false],
] as const)('a goal that ended as %s after %i calls was not even tried: %s', (ending, calls, isNot) => {
  expect(isUntried({ ending, detail: '' }, { tokens: 0, usdMicros: 0, calls })).toBe(isNot);
});

const HELD: State = {
  ...EMPTY_STATE,
  lock: { ...EMPTY_STATE.lock, epoch: 12, leases: { [GOAL.id]: lease() } },
  budget: {
    version: 1,
    days: { '2026-11-22': { [GOAL.id]: { ...sums(1_000, 0, 3), reserved_tokens: 50_000 } } },
    months: {},
  },
  checkpoints: { [GOAL.id]: checkpoint(GOAL.id, { last_lease: LAST_LEASE }) },
};

test('without its lease nothing is set aside any more, and the last step is kept', () => {
  const { lock, budget, checkpoints } = withoutLease(HELD, GOAL.id, 5);
  expect(lock.leases).toEqual({});
  expect(budget.days['2026-11-22']?.[GOAL.id]).toMatchObject({ reserved_tokens: 0, spent_tokens: 1_000 });
  expect(checkpoints[GOAL.id]?.last_lease).toEqual({ ...LAST_LEASE, step: 5 });
});

test('a lease without a checkpoint is a defect', () => {
  expect(() => withoutLease({ ...HELD, checkpoints: {} }, GOAL.id, 5)).toThrow('no checkpoint');
});

test.each([
  ['worked', undefined, 'worked', '2026-11-22T03:10:00Z'],
  ['nothing_due', undefined, 'nothing_due', '2026-11-22T03:10:00Z'],
  ['nothing_due', goalStatus({ ending: 'checks_failed' }), 'checks_failed', '2026-11-22T03:05:00Z'],
  ['worked', goalStatus({ ending: 'checks_failed' }), 'worked', '2026-11-22T03:10:00Z'],
] as const)('a goal that ends as %s, after %o, is shown as %s', (ending, before, shown, at) => {
  const goals = before === undefined ? {} : { [GOAL.id]: before };
  const state = { ...HELD, status: { ...HELD.status, goals } };
  const { status } = withGoalStatus(state, GOAL, { ending, detail: '', now: NOW });
  expect(status.goals[GOAL.id]).toMatchObject({ ending: shown, at, title: GOAL.title, queue_depth: 0 });
});

test.each([
  ['that did nothing and ends as the last one did', 'paused', { tokens: 0, usdMicros: 0, calls: 0 }, true],
  ['that did nothing and ends otherwise', 'forbidden', { tokens: 0, usdMicros: 0, calls: 0 }, false],
  ['that called the model', 'paused', { tokens: 10, usdMicros: 0, calls: 1 }, false],
] as const)('the line about a release %s is routine', (_, ending, spent, isRoutine) => {
  const before = checkpoint(GOAL.id, COUNTED);
  const record = recordRelease(before, factsWith({ ending, detail: 'Why.', spent }));
  const known = goalStatus({ ending: 'paused', detail: 'Why.' });
  expect(record.events({ before, released: record.after, known }).at(-1)).toMatchObject({ isRoutine });
});
