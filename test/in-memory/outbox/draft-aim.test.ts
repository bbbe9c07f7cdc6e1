import { expect, test } from 'vitest';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { told } from '../../support/memory/wishes.ts';

const HOUR = 3_600_000;

/** A draft waits; then the repository has another default branch, which holds the old one or has nothing of it. */
async function changed(how: 'holds' | 'foreign'): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const model = modelOf(diligent, () => night.clock.advance(1_000));
  await night.wake({ model });
  expect(night.github.drafts).toMatchObject([{ base: 'main' }]);
  const main = night.remote.branches.get('main') ?? '';
  const files = { 'new.md': 'new\n', 'goals/tidy.yml': night.remote.text('main', 'goals/tidy.yml') ?? '' };
  const parents = how === 'holds' ? [main] : [];
  await night.remote.commit({ branch: 'develop', parents, files, time: night.clock.now() });
  night.remote.defaultBranch = 'develop';
  night.clock.advance(6 * HOUR);
  await night.wake({ model });
  return night;
}

test('after the default branch has changed, an open draft aims at the new one', async () => {
  const night = await changed('holds');
  expect(night.github.drafts).toMatchObject([{ base: 'develop', state: 'open' }]);
  expect(told(night, 'draft_aimed')).toEqual([
    'Draft #1 aims at develop now, which is the default branch instead of main.',
  ]);
});

test('a draft that the new default branch knows nothing of is left as it is, and named once', async () => {
  const night = await changed('foreign');
  night.clock.advance(6 * HOUR);
  await night.wake();
  expect(night.github.drafts[0]).toMatchObject({ base: 'main', state: 'open' });
  expect(told(night, 'draft_aimed')).toHaveLength(1);
});

test('a draft that a person has aimed elsewhere stays there', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake();
  night.github.change(1, { base: 'release' });
  night.clock.advance(6 * HOUR);
  await night.wake();
  expect(night.github.drafts).toMatchObject([{ base: 'release' }]);
  expect(told(night, 'draft_aimed')).toEqual([]);
});
