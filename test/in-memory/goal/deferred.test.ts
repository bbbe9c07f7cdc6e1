/** Goals with commands where this job has no sandbox: they are left to jobs that have one. */
import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/ports.ts';
import { modelOf } from '../../../src/simulation/model/behaviour.ts';
import { Night, PLAIN, type WakeOptions } from '../../support/memory/night.ts';

const WITH_CHECKS = `${PLAIN}checks: ["npm test"]\n`;
const nobody = modelOf(() => {
  throw new Error('no model was to be asked');
});

const withSandbox = (world: World): World => ({
  ...world,
  sandbox: {
    reasonUnavailable: async () => null,
    run: async () => ({ exitCode: 0, output: '', milliseconds: 5 }),
  },
});

async function night(goals: Readonly<Record<string, string>>): Promise<Night> {
  return Night.begin({ goals });
}

const deciding = (options: WakeOptions = {}): WakeOptions => ({ ...options, order: { isDeferring: true } });
const working = (runGoal: string, options: WakeOptions = {}): WakeOptions => ({
  ...options,
  order: { runGoal },
  change: withSandbox,
});

describe('the job that decides', () => {
  test('leaves goals with commands, names them, and works on the others', async () => {
    const found = await night({ plain: PLAIN, tests: WITH_CHECKS });
    const { result } = await found.wake(deciding());
    expect(result.goals.map(({ goal, ending }) => [goal, ending])).toEqual([['plain', 'worked']]);
    expect(result.deferred).toEqual(['tests']);
    expect(found.state().checkpoints['tests']).toBeUndefined();
  });

  test.each([
    ['setup', 'setup: ["npm ci"]'],
    ['checks', 'checks: ["npm test"]'],
    ['done_when', 'done_when: ["npm test"]'],
    ['a queue by a command', 'for_each: {command: "npx eslint ."}'],
    ['permissions.run', ''],
  ])('leaves a goal with %s', async (name, line) => {
    const yaml =
      name === 'permissions.run' ? PLAIN.replace('{write', '{run: true, write') : `${PLAIN}${line}\n`;
    const { result } = await (await night({ goal: yaml })).wake(deciding({ model: nobody }));
    expect(result).toMatchObject({ ending: 'nothing_due', deferred: ['goal'] });
    expect(result.detail).toBe('Another job of this run works on goal, whose commands need a sandbox.');
  });

  test('works on all of them where it has a sandbox itself', async () => {
    const found = await night({ plain: PLAIN, tests: WITH_CHECKS });
    const { result } = await found.wake(deciding({ change: withSandbox }));
    expect(result.deferred).toEqual([]);
    expect(result.goals.map(({ goal }) => goal).sort()).toEqual(['plain', 'tests']);
  });

  test('looks for no sandbox where no goal with commands is due', async () => {
    const found = await night({ plain: PLAIN });
    const change = (world: World): World => ({
      ...world,
      sandbox: { ...world.sandbox, reasonUnavailable: () => Promise.reject(new Error('nobody asked')) },
    });
    expect((await found.wake(deciding({ change }))).result).toMatchObject({ ending: 'worked', deferred: [] });
  });

  test('leaves eight at once at most, and nothing that is not due', async () => {
    const names = Array.from({ length: 10 }, (_, n) => `goal-${n}`);
    const found = await Night.begin({
      goals: Object.fromEntries(names.map((name) => [name, WITH_CHECKS])),
      settings: 'open_drafts: 20\n',
    });
    expect((await found.wake(deciding({ model: nobody }))).result.deferred).toHaveLength(8);
    for (const name of names) await found.wake(working(name));
    expect((await found.wake(deciding({ model: nobody }))).result.deferred).toEqual([]);
  });

  test('settles what needs no work itself, so that no job starts for it', async () => {
    const found = await night({ tests: WITH_CHECKS });
    await found.wake(working('tests'));
    found.clock.advance(6 * 3_600_000);
    const { result } = await found.wake(deciding({ model: nobody }));
    expect(result.deferred).toEqual([]);
    expect(result.goals.map(({ ending }) => ending)).toEqual(['waiting_for_draft']);
  });

  test('does not leave a goal on which a job still works, so that none is started in vain', async () => {
    const found = await night({ tests: WITH_CHECKS });
    found.remote.onPush = (push) => (push === 2 ? 'die_before' : null);
    await found.wake(working('tests', { id: '7-1-tests' })).catch(() => undefined);
    found.remote.onPush = () => null;
    expect(found.state().lock.leases['tests']).toBeDefined();
    expect((await found.wake(deciding({ model: nobody }))).result.deferred).toEqual([]);
    found.github.finished.add('7-1-tests');
    expect((await found.wake(deciding({ model: nobody }))).result.deferred).toEqual(['tests']);
  });
});

describe('the job beside others', () => {
  test('works on its own goal alone, under a lock of its own', async () => {
    const found = await night({ plain: PLAIN, tests: WITH_CHECKS, more: WITH_CHECKS });
    const { result } = await found.wake(working('tests'));
    expect(result.goals.map(({ goal, ending }) => [goal, ending])).toEqual([['tests', 'worked']]);
    expect(Object.keys(found.state().checkpoints)).toEqual(['tests']);
  });

  test('does nothing where its goal is not due any more', async () => {
    const found = await night({ tests: WITH_CHECKS });
    await found.wake(working('tests'));
    expect((await found.wake(working('tests', { model: nobody }))).result.ending).toBe('nothing_due');
  });

  test('serves what a person has asked for', async () => {
    const found = await night({ tests: WITH_CHECKS });
    const trigger = { kind: 'person', by: 'ann', goals: ['tests'] } as const;
    const first = await found.wake(deciding({ trigger, model: nobody }));
    expect(first.result.deferred).toEqual(['tests']);
    expect((await found.wake(working('tests', { trigger }))).result.goals).toHaveLength(1);
  });

  test('stores the event no second time that has started its run', async () => {
    const found = await night({ tests: `${WITH_CHECKS}on: [push]\n` });
    const event = { name: 'push', actor: 'ann', branch: 'main', isTrusted: true };
    const trigger = { kind: 'event', by: 'ann', event } as const;
    await found.wake(deciding({ trigger, model: nobody }));
    const { result, pushes } = await found.wake(working('tests', { trigger }));
    expect(result.goals.map(({ ending }) => ending)).toEqual(['worked']);
    expect(pushes).toBeLessThanOrEqual(3);
    expect(Object.keys(found.state().requests)).toEqual([]);
  });
});

test('side by side, all of them finish', async () => {
  const found = await night({ one: WITH_CHECKS, two: WITH_CHECKS, three: WITH_CHECKS });
  const { result } = await found.wake(deciding({ model: nobody }));
  const all = await Promise.all(result.deferred.map((goal) => found.wake(working(goal))));
  expect(all.map((each) => each.result.ending)).toEqual(['worked', 'worked', 'worked']);
});
