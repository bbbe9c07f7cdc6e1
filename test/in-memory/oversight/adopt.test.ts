import { expect, test } from 'vitest';
import { adoptState } from '../../../src/oversight/adopt.ts';
import { Night, PLAIN } from '../../support/memory/night.ts';
import { told } from '../../support/memory/wishes.ts';

const HERE = { name: 'corp/copy', id: 99 };

/** A repository whose agent has a draft, as a copy with another name and number. */
async function copied(): Promise<Night> {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  await night.wake({ repository: { name: 'acme/site', id: 7 } });
  for (const name of [...night.remote.branches.keys()])
    if (name.startsWith('wakeful/')) night.remote.branches.delete(name);
  night.github.drafts.length = 0;
  night.clock.advance(6 * 3_600_000);
  return night;
}

function adopt(night: Night, isSure: boolean) {
  const context = { ...night.byHand(), repository: HERE.name, repositoryId: HERE.id };
  return adoptState(context, { by: 'ann', isSure });
}

test('a copy is refused by a run, which names the way', async () => {
  const night = await copied();
  const { result } = await night.wake({ repository: HERE });
  expect(result).toMatchObject({ ending: 'bad_state_file', detail: expect.stringContaining('`adopt`') });
});

test('it is shown first, and nothing is changed', async () => {
  const night = await copied();
  const { pushes } = night.remote;
  const { isDone, detail } = await adopt(night, false);
  expect([isDone, night.remote.pushes]).toEqual([true, pushes]);
  expect(detail).toContain('belongs to acme/site, this is corp/copy. Nothing has been changed.');
  expect(detail).toContain('1 waiting draft');
});

test('an adopted state keeps progress and money, and lets go of what lies elsewhere', async () => {
  const night = await copied();
  const before = night.state();
  expect((await adopt(night, true)).isDone).toBe(true);
  const after = night.state();
  expect(after.lock).toMatchObject({ repository: 'corp/copy', repository_id: 99, leases: {} });
  expect(after.budget).toEqual(before.budget);
  expect(after.checkpoints['tidy']?.finished).toEqual(before.checkpoints['tidy']?.finished);
  expect(Object.values(after.checkpoints['tidy']?.drafts ?? {})).toMatchObject([
    { outcome: 'taken_over', number: null },
  ]);
  expect(told(night, 'state_adopted')).toHaveLength(1);
  expect(told(night, 'repository_renamed')).toEqual([]);
  expect((await night.wake({ repository: HERE })).result.ending).toBe('worked');
  expect(after.checkpoints['tidy']).toMatchObject({ pause: null });
});

test('the own state, and none at all, are left as they are', async () => {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  expect(await adopt(night, true)).toMatchObject({ isDone: false });
  await night.wake({ repository: HERE });
  const { pushes } = night.remote;
  expect(await adopt(night, true)).toMatchObject({ isDone: true });
  expect(night.remote.pushes).toBe(pushes);
});
