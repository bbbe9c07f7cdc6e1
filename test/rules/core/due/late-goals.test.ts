import { expect, test } from 'vitest';
import { lateGoals } from '../../../../src/core/due/late-goals.ts';
import type { WorkRequest } from '../../../../src/core/request.ts';
import type { State } from '../../../../src/core/state.ts';
import { checkpoint, EMPTY_STATE, lease, NOW } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const GOAL = sampleGoal();

interface Case {
  readonly what: string;
  readonly request?: Partial<WorkRequest>;
  readonly state?: Partial<State>;
  readonly known?: readonly string[];
  readonly hasTime?: boolean;
  readonly found: boolean;
}

const CASES: readonly Case[] = [
  { what: "a person's wish", found: true },
  { what: 'an event', request: { origin: 'event', by: 'push' }, found: true },
  {
    what: 'an event soon after the last one',
    request: { origin: 'event', by: 'push' },
    state: {
      checkpoints: { 'docs-index': checkpoint('docs-index', { last_event: '2026-11-22T03:00:00Z' }) },
    },
    found: false,
  },
  { what: 'a wish that was looked at before', known: [sampleRequest().id], found: false },
  { what: 'a wish for another goal', request: { goal: 'other' }, found: false },
  { what: 'a pause', request: { kind: 'pause' }, found: false },
  {
    what: 'a goal that another wake holds',
    state: { lock: { ...EMPTY_STATE.lock, leases: { 'docs-index': lease() } } },
    found: false,
  },
  { what: 'a goal that there is no time for', hasTime: false, found: false },
];

test.each(CASES)('$what: due once more is $found', ({ request, state, known, hasTime, found }) => {
  const wanted = sampleRequest(request);
  const late = lateGoals({
    goals: [GOAL],
    state: { ...EMPTY_STATE, requests: { [wanted.id]: wanted }, ...state },
    now: NOW,
    known: new Set(known),
    mostAlerts: 5,
    hasTimeFor: () => hasTime ?? true,
  });
  expect(late.map(({ goal }) => goal.id)).toEqual(found ? ['docs-index'] : []);
});
