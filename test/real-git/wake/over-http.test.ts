/** Whole wakes through real git over HTTP, where the connection breaks after a push has landed. */
import { expect, test, vi } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { checkEnd } from '../../support/crashes/crash-table.ts';
import { beginRealNight, type RealNight } from '../../support/git/real-night.ts';
import { type NightOptions, PLAIN, QUEUE, QUEUE_FILES } from '../../support/memory/night.ts';
import { named } from '../../support/memory/test-model.ts';

vi.setConfig({ testTimeout: 60_000 });

const PUSHES = 5;
const ALL = Array.from({ length: PUSHES }, (_, index) => index + 1);
const A_QUEUE = { goals: { tidy: QUEUE }, files: QUEUE_FILES };
const QUEUE_END = { drafts: 1, items: Object.keys(QUEUE_FILES) };
const TWO_GOALS = { goals: { first: PLAIN, second: PLAIN } };
const TWO_GOALS_END = { drafts: 2, items: ['window', 'window'] };

/** The connection breaks after these pushes have landed. */
async function wakeLosing(night: NightOptions, lost: readonly number[]): Promise<RealNight> {
  const real = await beginRealNight(night);
  const { result } = await real.wake({
    beforePush: (push, standIn) => {
      if (lost.includes(push)) standIn.inject({ on: 'push', fault: 'dropped_after' });
    },
  });
  expect(result.ending).toBe('worked');
  expect(real.pushes).toEqual(ALL.map((push) => (lost.includes(push) ? 'unknown' : 'landed')));
  expect(real.night.story(), 'each push is one commit').toHaveLength(PUSHES);
  return real;
}

test('a wake over HTTP makes as many pushes as it has to, and each is one commit', async () => {
  checkEnd((await wakeLosing(A_QUEUE, [])).night, QUEUE_END);
});

test.each(ALL)(
  'I4: push %i of a queue lands and its answer is lost: nothing is pushed twice, and the wake goes on',
  async (push) => {
    checkEnd((await wakeLosing(A_QUEUE, [push])).night, QUEUE_END);
  },
);

test('I4: every answer is lost while one goal is handed over to the other: the wake ends as usual', async () => {
  const real = await wakeLosing(TWO_GOALS, ALL);
  checkEnd(real.night, TWO_GOALS_END);
  real.night.clock.advance(1_800_000);
  expect((await real.wake()).result.ending).toBe('nothing_due');
});

test('I1: of two wakes at once over HTTP one works, and the other leaves it the goal', async () => {
  const real = await beginRealNight(A_QUEUE);
  const results = await Promise.all([real.wake({ id: 'one' }), real.wake({ id: 'other' })]);
  expect(results.map(({ result }) => result.ending).toSorted()).toEqual(['held_by_another_wake', 'worked']);
  checkEnd(real.night, QUEUE_END);
});

test('I11: an updated draft is brought up to date by a merge that lands with the work', async () => {
  const goals = { tidy: `${PLAIN}when_draft_is_open: update\n` };
  const real = await beginRealNight({ goals, files: { 'docs/a.md': 'A\n' } });
  const { bare, night } = real;
  await real.wake();
  const files = { 'docs/a.md': 'A of others\n', 'docs/theirs.md': 'Theirs\n' };
  const main = await bare.commit({ branch: 'main', files, time: night.clock.now() });
  night.clock.advance(6 * 3_600_000);
  expect((await real.wake({ model: modelOf(named) })).result.ending).toBe('worked');
  const [draft] = Object.values(night.state().checkpoints['tidy']?.drafts ?? {});
  const branch = draft?.branch ?? '';
  expect([night.github.drafts.length, draft?.base, draft?.changed_files]).toEqual([1, main, 2]);
  expect((await bare.git(['merge-base', 'main', branch])).trim()).toBe(main);
  expect(await bare.git(['cat-file', 'blob', `${branch}:docs/theirs.md`])).toBe('Theirs\n');
  const changed = await bare.git(['diff', '--name-only', `main...${branch}`]);
  expect(changed.split('\n').filter(Boolean)).toHaveLength(2);
});
