import { expect, test } from 'vitest';
import { type DraftObstacle, obstacleToDraft, obstacleToStart } from '../../../../src/core/due/due.ts';
import type { DraftRecord } from '../../../../src/core/state.ts';
import { checkpointWith, draftWith, goalWith } from '../../../support/core-samples.ts';

const GOAL = goalWith();
const TWO = goalWith({ limits: { ...GOAL.limits, openDrafts: 2 } });
const LOOKS = goalWith({ permissions: { ...GOAL.permissions, effects: [] } });

function factsWith(drafts: Readonly<Record<string, DraftRecord>>, elsewhere = 0) {
  return { checkpoint: checkpointWith({ drafts }), elsewhere, totalAllowed: 3 };
}

const OPEN = draftWith({ outcome: 'open' });
const MERGED = draftWith({ outcome: 'merged' });
const OWN: DraftObstacle = { kind: 'too_many', of: 'goal', open: 1, most: 1 };
const ALL: DraftObstacle = { kind: 'too_many', of: 'all', open: 3, most: 3 };

test.each([
  ['has none', GOAL, factsWith({}), null],
  ['had one, which is merged', GOAL, factsWith({ a: MERGED }), null],
  ['has as many as it may have', GOAL, factsWith({ a: OPEN }), OWN],
  ['may have another one', TWO, factsWith({ a: OPEN }, 1), null],
  ['may have another one, and all goals together may not', TWO, factsWith({ a: OPEN }, 2), ALL],
  ['opens none at all', LOOKS, factsWith({ a: OPEN }, 9), null],
] as const)('what keeps a goal from a draft that %s', (_, goal, facts, obstacle) => {
  expect(obstacleToDraft(goal, facts)).toEqual(obstacle);
});

test.each([
  ['in the draft that is open', OPEN, 'a', null],
  ['in the open draft, which is full', draftWith({ outcome: 'open', full: true }), 'a', { kind: 'full' }],
  ['in a draft that was full when it was merged', draftWith({ outcome: 'merged', full: true }), 'a', null],
  ['in another draft than the open one', OPEN, 'b', OWN],
] as const)('what keeps an item from starting %s', (_, draft, key, obstacle) => {
  expect(obstacleToStart(GOAL, key, factsWith({ a: draft }))).toEqual(obstacle);
});
