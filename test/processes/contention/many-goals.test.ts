import { expect, test } from 'vitest';
import { goal, openArena } from '../../support/processes/arena.ts';
import { repeated } from '../../support/processes/arena-checks.ts';

const GOALS = Array.from({ length: 16 }, (_, n) => `goal-${n + 1}`);

test('I1, I4: of 16 wakes at once on 16 goals none gives up, every goal is finished, and nothing is doubled', async () => {
  const settings = { '.github/wakeful.yml': 'open_drafts: 100\nbudget: {tokens_per_day: 10000000}\n' };
  const arena = await openArena({ ...settings, ...Object.assign({}, ...GOALS.map((id) => goal(id))) });
  const wakes = GOALS.map((id) => arena.start([id]));
  const ended = await Promise.all(wakes.map((wake) => wake.ended));
  expect(ended.map(({ result }) => result?.ending)).toEqual(GOALS.map(() => 'worked'));
  const { state, log } = await arena.look();
  expect(state.lock).toMatchObject({ epoch: GOALS.length, leases: {} });
  for (const id of GOALS) expect(state.checkpoints[id], id).toMatchObject({ window: null });
  const done = log.filter((line) => line.event === 'item_ended').map((line) => line.goal);
  expect(done.toSorted()).toEqual(GOALS.toSorted());
  const drafts = await arena.drafts();
  expect(drafts).toHaveLength(GOALS.length);
  expect(repeated(drafts.map((draft) => draft.branch))).toEqual([]);
  expect(repeated(log.map((line) => JSON.stringify(line)))).toEqual([]);
}, 300_000);
