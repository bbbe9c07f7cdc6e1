import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { branchName } from '../../../src/core/branch-name.ts';
import type { World } from '../../../src/ports.ts';
import { beginRealNight, type RealNight } from '../../support/git/real-night.ts';
import { PLAIN, STATE } from '../../support/memory/night.ts';

/** Happens when the model is opened: after the lock is taken and before the work is saved. */
function onModel(act: () => Promise<unknown> | unknown) {
  return (world: World): World => ({
    ...world,
    model: {
      ...world.model,
      open: async (settings) => {
        await act();
        return world.model.open(settings);
      },
    },
  });
}

function leaveLock({ bare }: RealNight, branch: string): string {
  const lock = join(bare.folder, 'refs/heads', `${branch}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  writeFileSync(lock, '');
  return lock;
}

async function workBranch({ bare }: RealNight): Promise<string> {
  const text = await bare.git(['show', `${STATE}:state/checkpoints/tidy.json`]);
  const slot = /"slot": "([^"]+)"/.exec(text)?.[1] ?? '';
  return branchName('tidy', `window@${slot}`, 1);
}

test.each(['wakeful', 'wakeful/tidy'])(
  'a branch named %s is named as what is in the way, paid for once, and nothing is blamed on a person',
  async (name) => {
    const real = await beginRealNight({ goals: { tidy: PLAIN } });
    const main = await real.bare.tip('main');
    await real.bare.git(['branch', name, main ?? '']);
    const first = await real.wake();
    expect(first.result.goals[0]).toMatchObject({ ending: 'bad_settings', spent: { calls: 2 } });
    expect(first.result.goals[0]?.detail).toMatch(
      /another branch takes its name.*Rename or delete that branch/,
    );
    real.night.clock.advance(1_800_000);
    const second = await real.wake();
    expect(second.result.goals[0]).toMatchObject({ ending: 'bad_settings', spent: { calls: 0 } });
    expect(second.result.goals[0]?.detail).toContain(name);
    await real.bare.git(['branch', '-D', name]);
    real.night.clock.advance(1_800_000);
    expect((await real.wake()).result.goals[0]).toMatchObject({ ending: 'worked' });
    expect(real.night.log().map(({ event }) => event)).not.toContain('draft_taken_over');
  },
);

test('a lock that a killed push left in the way of the work branch is the fault of the server', async () => {
  const real = await beginRealNight({ goals: { tidy: PLAIN } });
  let lock = '';
  const { result } = await real.wake({
    change: onModel(async () => {
      lock = leaveLock(real, await workBranch(real));
    }),
  });
  expect(result.goals[0]).toMatchObject({ ending: 'github_unavailable', items: { done: 0 } });
  expect(result.goals[0]?.detail).toMatch(/could not store wakeful\/tidy.*\.lock': File exists/);
  rmSync(lock);
  real.night.clock.advance(1_800_000);
  expect((await real.wake()).result.goals[0]).toMatchObject({ ending: 'worked', items: { done: 1 } });
  expect(real.night.log().map(({ event }) => event)).not.toContain('draft_taken_over');
});

test('a lock in the way of the state branch ends the run after a few pushes, in the words of git', async () => {
  const real = await beginRealNight({ goals: { tidy: PLAIN } });
  leaveLock(real, STATE);
  const { result } = await real.wake();
  expect(result.goals[0]?.ending).toBe('github_unavailable');
  expect(result.goals[0]?.detail).toMatch(/refused 5 pushes to wakeful-state.*File exists/);
  expect(real.pushes).toHaveLength(5);
});

test('a branch below the name of the state branch is named at the first push', async () => {
  const real = await beginRealNight({ goals: { tidy: PLAIN } });
  const main = await real.bare.tip('main');
  await real.bare.git(['branch', `${STATE}/old`, main ?? '']);
  const { result } = await real.wake();
  expect(result.goals[0]?.ending).toBe('bad_settings');
  expect(result.goals[0]?.detail).toMatch(/wakeful-state\/old.*state_branch/);
  expect(real.pushes).toHaveLength(1);
});

test('one 403 to the push that saves loses no work', async () => {
  const real = await beginRealNight({ goals: { tidy: PLAIN } });
  const { result } = await real.wake({
    beforePush: (push, standIn) => {
      if (push === 2) standIn.inject({ on: 'push', fault: 'forbidden' });
    },
  });
  expect(result.goals[0]).toMatchObject({ ending: 'worked', items: { done: 1 } });
  expect(real.pushes.slice(0, 3)).toEqual(['landed', 'denied', 'landed']);
});
