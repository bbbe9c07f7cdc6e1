import { expect, test } from 'vitest';
import { begunBy, goalRequests, restAfterEvent } from '../../../../src/core/due/goal-requests.ts';
import type { WorkRequest } from '../../../../src/core/request.ts';
import { checkpointWith } from '../../../support/core-samples.ts';
import { EMPTY_STATE, NOW } from '../../report/sample.ts';
import { sampleRequest } from '../sample-goal.ts';

const GOAL = 'docs-index';
const BY_PERSON = sampleRequest({ id: '1' });
const BY_EVENT = sampleRequest({ id: '2', origin: 'event', by: 'push' });

interface Case {
  readonly what: string;
  readonly requests?: readonly WorkRequest[];
  readonly chosen?: readonly string[];
  readonly ids: readonly string[];
  readonly isByPerson: boolean;
  readonly isNew: boolean;
}

const CASES: readonly Case[] = [
  { what: 'nobody asks', ids: [], isByPerson: false, isNew: false },
  { what: 'a person asks', requests: [BY_PERSON], ids: ['1'], isByPerson: true, isNew: true },
  { what: 'an event asks', requests: [BY_EVENT], ids: ['2'], isByPerson: false, isNew: true },
  {
    what: 'both ask',
    requests: [BY_EVENT, BY_PERSON],
    ids: ['1', '2'],
    isByPerson: true,
    isNew: true,
  },
  {
    what: 'an earlier lease has begun with it',
    requests: [{ ...BY_PERSON, begun_epoch: 4 }],
    ids: ['1'],
    isByPerson: false,
    isNew: false,
  },
  { what: 'a person chose the goal', chosen: [GOAL], ids: [], isByPerson: true, isNew: true },
  { what: 'a person chose another', chosen: ['other'], ids: [], isByPerson: false, isNew: false },
  {
    what: 'a person asks for a pause, or for another goal',
    requests: [
      { ...BY_PERSON, kind: 'pause' },
      { ...BY_PERSON, id: '3', goal: 'other' },
    ],
    ids: [],
    isByPerson: false,
    isNew: false,
  },
];

test.each(CASES)(
  '$what: who is served, and whether it is new',
  ({ requests = [], chosen = [], ...found }) => {
    const state = { ...EMPTY_STATE, requests: Object.fromEntries(requests.map((each) => [each.id, each])) };
    const { requests: served, ...rest } = goalRequests(state, GOAL, chosen);
    const { what: _, ...expected } = found;
    expect({ ids: served.map(({ id }) => id), ...rest }).toEqual(expected);
  },
);

test('a request that was begun keeps the lease that began it', () => {
  const begun = begunBy([BY_PERSON, { ...BY_EVENT, begun_epoch: 4 }], 9);
  expect(Object.values(begun).map(({ begun_epoch }) => begun_epoch)).toEqual([9, 4]);
});

test.each([
  ['an event that is new', [BY_EVENT], '2026-11-22T03:10:00Z'],
  ['an event that an earlier lease has begun with', [{ ...BY_EVENT, begun_epoch: 4 }], undefined],
  ['a person', [BY_PERSON], undefined],
])('%s: the time of the last event', (_, requests, at) => {
  const asked = { requests, isByPerson: false, isNew: true };
  expect(restAfterEvent(checkpointWith(), asked, NOW).last_event).toBe(at);
});
