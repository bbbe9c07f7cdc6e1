import { expect, test } from 'vitest';
import type { StateStore, World } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { refused } from '../../../src/simulation/world/memory-remote.ts';
import { beginRealNight } from '../../support/git/real-night.ts';
import { goalText, Night, PLAIN, QUEUE, QUEUE_FILES, STATE } from '../../support/memory/night.ts';
import { diligent } from '../../support/memory/test-model.ts';
import { wish } from '../../support/memory/wishes.ts';

/** Once, the state lands and the work branch that was pushed with it does not. */
function partial(world: World): World {
  return partialBefore(world, async () => {});
}

/** `act` happens right after that. */
function partialBefore(world: World, act: () => Promise<unknown>): World {
  let isDone = false;
  const push: StateStore['push'] = async (refs, signal) => {
    const work = refs.filter(({ branch }) => branch !== STATE);
    if (isDone || work.length === 0) return world.state.push(refs, signal);
    isDone = true;
    const state = refs.filter(({ branch }) => branch === STATE);
    await world.state.push(state, signal);
    await act();
    return refused(work, 'other', 'shallow update not allowed');
  };
  return { ...world, state: { ...world.state, push } };
}

test('I7: work whose branch the remote refuses while it takes the state is not taken for done, nor for a "no"', async () => {
  const night = await Night.begin({ goals: { tidy: QUEUE }, files: QUEUE_FILES });
  const { result } = await night.wake({ change: partial });
  expect(result.goals[0]).toMatchObject({ ending: 'taken_over', items: { done: 0 } });
  expect(night.state().lock.leases).toEqual({});
  expect(night.state().checkpoints['tidy']).toMatchObject({ drafts: {}, own_versions: [] });
  night.clock.advance(1_800_000);
  expect((await night.wake()).result.goals[0]).toMatchObject({ ending: 'worked', items: { done: 3 } });
  const items = Object.values(night.state().checkpoints['tidy']?.items ?? {});
  expect(items.map(({ status, attempts }) => [status, attempts])).toEqual([
    ['done', 1],
    ['done', 1],
    ['done', 1],
  ]);
  expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
});

/** The work is done, and is saved by the push that gives back the lock. */
async function cancelledNight(change: (world: World, night: Night) => World) {
  const night = await Night.begin({ goals: { tidy: PLAIN } });
  const cancel = new AbortController();
  const { result } = await night.wake({
    change: (world) => change(world, night),
    cancel: cancel.signal,
    model: modelOf(diligent, ({ messages }) => {
      if (messages.some(({ role }) => role === 'tool')) cancel.abort();
    }),
  });
  expect(result.ending).toBe('cancelled');
  const after = night.state();
  expect(after.lock.leases).toEqual({});
  const drafts = Object.values(after.checkpoints['tidy']?.drafts ?? {});
  expect(drafts.filter(({ tip }) => tip !== null)).toEqual([]);
  return night;
}

test('I7: nor when that push was the last one of a run that is cancelled', async () => {
  const night = await cancelledNight(partial);
  night.clock.advance(1_800_000);
  expect((await night.wake()).result.goals[0]).toMatchObject({ ending: 'worked', items: { done: 1 } });
  expect(night.github.drafts).toMatchObject([{ state: 'open' }]);
  expect(night.log().map(({ event }) => event)).not.toContain('draft_taken_over');
});

test('I7: nor does that take back the pause that a person set right after that push', async () => {
  const night = await cancelledNight((world, at) => partialBefore(world, () => wish(at, { kind: 'pause' })));
  expect(night.state().checkpoints['tidy']?.pause).toMatchObject({ by: 'octocat' });
});

test('I7: a default branch that is rewritten during a wake, with real git, costs that attempt and nothing else', async () => {
  const real = await beginRealNight({ goals: { tidy: PLAIN } });
  const files = { 'goals/tidy.yml': goalText('tidy', PLAIN), 'README.md': 'Another history\n' };
  const change = (world: World): World => ({
    ...world,
    model: {
      ...world.model,
      open: async (settings) => {
        await real.bare.commit({ branch: 'main', parents: [], files, time: real.night.clock.now() - 60_000 });
        return world.model.open(settings);
      },
    },
  });
  const first = await real.wake({ change });
  expect(first.result.goals[0]).toMatchObject({ ending: 'taken_over', items: { done: 0 } });
  expect(first.result.goals[0]?.detail).toContain('shallow update not allowed');
  real.night.clock.advance(1_800_000);
  expect((await real.wake()).result.goals[0]).toMatchObject({ ending: 'worked', items: { done: 1 } });
  expect(real.night.github.drafts).toMatchObject([{ state: 'open' }]);
});
