import { expect, test } from 'vitest';
import { type Ending, Halt } from '../../../../src/core/ending.ts';
import type { State } from '../../../../src/core/state.ts';
import { failedPlan } from '../../../../src/core/work/failed-plan.ts';
import { checkpoint, EMPTY_STATE, goalStatus, lease } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const GOAL = sampleGoal();

function planOf(ending: Ending, change: Partial<State> = {}, hasRunCommands = false) {
  const state = { ...EMPTY_STATE, ...change };
  const facts = { state, requests: [sampleRequest()], failuresToAlert: 3, hasRunCommands };
  return failedPlan(GOAL, new Halt(ending, 'Why.'), facts);
}

/** The goal as it is after so many failures that ended like this. */
function known(ending: Ending, failures: number): Partial<State> {
  return {
    status: { ...EMPTY_STATE.status, goals: { [GOAL.id]: goalStatus({ ending }) } },
    checkpoints: { [GOAL.id]: checkpoint(GOAL.id, { consecutive_failures: failures }) },
  };
}

test.each<readonly [string, Ending, Partial<State>, boolean]>([
  ['a goal that cannot be planned', 'bad_goal', {}, true],
  ['an outage of GitHub', 'github_unavailable', {}, true],
  ['the same for the second time', 'github_unavailable', known('github_unavailable', 2), true],
  ['the same once its alert is due', 'github_unavailable', known('github_unavailable', 3), false],
  ['another one by then', 'forbidden', known('github_unavailable', 3), true],
  ['what ends the whole wake', 'stopped', {}, false],
  ['the end of the time', 'time_limit', {}, false],
  ['a state branch that cannot be read', 'bad_state_file', {}, false],
  ['what never raises an alert', 'waiting_for_draft', {}, false],
  [
    'a goal whose lease another wake has',
    'bad_goal',
    { lock: { ...EMPTY_STATE.lock, leases: { [GOAL.id]: lease() } } },
    false,
  ],
])('%s: whether it is written down', (_, ending, change, isWritten) => {
  expect(planOf(ending, change) !== null).toBe(isWritten);
});

test('the plan works on nothing, begins nothing, and ends as the failure did', () => {
  expect(planOf('bad_goal')).toMatchObject({
    items: [],
    begins: false,
    idle: { ending: 'bad_goal', detail: 'Why.' },
    requests: [{ goal: GOAL.id }],
    checkpoint: { goal: GOAL.id },
  });
});

test('commands that failed are written down each time, because the goal waits after that', () => {
  expect(planOf('bad_goal', known('bad_goal', 3), true)).toMatchObject({ hasRunCommands: true });
  expect(planOf('time_limit', {}, true)).toMatchObject({ idle: { ending: 'time_limit' } });
});
