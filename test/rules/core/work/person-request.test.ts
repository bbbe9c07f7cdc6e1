import { expect, test } from 'vitest';
import type { WorkRequest } from '../../../../src/core/request.ts';
import type { State } from '../../../../src/core/state.ts';
import {
  isTaken,
  overruledBy,
  personRequestLines,
  reasonToRefuse,
  withPersonRequest,
} from '../../../../src/core/work/person-request.ts';
import type { RequestedGoal } from '../../../../src/core/work/settle-requests.ts';
import { checkpoint, EMPTY_STATE, lease } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const GOAL = sampleGoal();
const PAUSED = checkpoint(GOAL.id, { pause: { reason: 'r', at: '2026-11-20T03:00:00Z', by: 'octocat' } });
const THERE: RequestedGoal = { goal: GOAL, badFile: null, checkpoint: checkpoint(GOAL.id) };
const askedFor = (by: string) => `asked for by ${by}`;

test.each<readonly [string, WorkRequest['kind'], Partial<RequestedGoal>, number, string | null]>([
  ['a run', 'run', {}, 0, null],
  ['a run of an unknown goal', 'run', { goal: undefined }, 0, 'unknown_goal'],
  ['a run of a goal with a bad file', 'run', { goal: undefined, badFile: 'goals/a.yml' }, 0, 'bad_file'],
  ['a run of a disabled goal', 'run', { goal: sampleGoal({ enabled: false }) }, 0, 'disabled'],
  ['a run while many wait', 'run', {}, 200, 'too_many'],
  ['a pause while many wait', 'pause', {}, 200, null],
  ['a pause of a disabled goal', 'pause', { goal: sampleGoal({ enabled: false }) }, 0, null],
  ['a pause of a goal without a file', 'pause', { goal: undefined }, 0, null],
  ['a pause of an unknown goal', 'pause', { goal: undefined, checkpoint: undefined }, 0, 'unknown_goal'],
  ['a resume', 'resume', { checkpoint: PAUSED }, 0, null],
  ['a resume of a goal that is not paused', 'resume', {}, 0, 'not_paused'],
])('%s is refused or not', (_, kind, known, waiting, refusal) => {
  const found = reasonToRefuse({ kind, goal: GOAL.id }, { ...THERE, ...known }, waiting);
  expect(found?.kind ?? null).toBe(refusal);
});

const RUN = sampleRequest({ id: '1' });
const BEGUN = sampleRequest({ id: '2', begun_epoch: 4 });
const HELD: State = {
  ...EMPTY_STATE,
  lock: { ...EMPTY_STATE.lock, leases: { [GOAL.id]: lease() } },
  requests: { 1: RUN, 2: BEGUN },
};
const NEW = sampleRequest({ id: '3' });

test.each<readonly [WorkRequest['kind'], readonly string[], boolean, string | undefined]>([
  ['run', ['1', '2', '3'], true, undefined],
  ['pause', ['2'], true, 'asked for by octocat'],
  ['resume', ['1', '2'], false, undefined],
])('a %s: requests that wait, whether the holder gives way, and the pause', (kind, ids, givesWay, reason) => {
  const request = { ...NEW, kind };
  const after = withPersonRequest(HELD, request, askedFor);
  expect(Object.keys(after.requests)).toEqual(ids);
  expect(after.lock.leases[GOAL.id]?.yield !== null).toBe(givesWay);
  expect(after.checkpoints[GOAL.id]?.pause?.reason).toBe(reason);
  expect(isTaken(after, request)).toBe(true);
});

test.each<readonly [WorkRequest['kind'], boolean]>([
  ['run', false],
  ['pause', false],
  ['resume', true],
])('a state that knows nothing of it has a %s already: %s', (kind, isThere) => {
  expect(isTaken(HELD, { ...NEW, kind })).toBe(isThere);
});

test.each<readonly [WorkRequest['kind'], readonly string[], readonly string[]]>([
  ['run', [], ['request_stored']],
  ['pause', ['1'], ['goal_paused', 'request_served', 'request_answered']],
  ['resume', [], ['goal_resumed', 'request_served']],
])('a %s takes back the runs %j, and has the lines %j', (kind, ids, lines) => {
  const request = { ...NEW, kind };
  const overruled = overruledBy(request, HELD);
  expect(overruled.map(({ id }) => id)).toEqual(ids);
  expect(personRequestLines(request, overruled).map(({ event }) => event)).toEqual(lines);
});
