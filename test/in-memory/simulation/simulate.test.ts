import { describe, expect, test } from 'vitest';
import { Checker } from '../../../src/simulation/checks/checker.ts';
import { Play } from '../../../src/simulation/play/play.ts';
import { shortestFailure } from '../../../src/simulation/shorten.ts';
import { type SimulationResult, simulate } from '../../../src/simulation/simulate.ts';
import { sentenceOf } from '../../../src/simulation/story/story.ts';
import { settle } from '../../support/simulation/garden.ts';

const order = { seed: 1, days: 0.25, settle };

describe('a simulation', () => {
  test('is a pure function of its seed: the same trace twice, and another one for another seed', async () => {
    const [one, again] = [await simulate(order), await simulate(order)];
    expect(again).toEqual(one);
    expect((await simulate({ ...order, seed: 2 })).trace).not.toBe(one.trace);
  });

  test('checks every invariant, and tells what it met', async () => {
    const told: string[] = [];
    const results: SimulationResult[] = [];
    for (let seed = 1; seed <= 8; seed++)
      results.push(
        await simulate({
          ...order,
          seed,
          days: 0.5,
          watch: (_, event) => void told.push(sentenceOf(event) ?? ''),
        }),
      );
    const names = Object.keys(results[0]?.checked ?? {});
    const never = names.filter((name) =>
      results.every(({ checked }) => Object.entries(checked).every(([key, n]) => key !== name || n === 0)),
    );
    expect(never).toEqual([]);
    expect(told.filter((sentence) => /is killed/.test(sentence)).length).toBeGreaterThan(0);
    expect(told.filter((sentence) => /^A person: merge/.test(sentence)).length).toBeGreaterThan(0);
    expect(
      told.filter((sentence) => /pushes wakeful-state and wakeful\/.*: landed/.test(sentence)).length,
    ).toBeGreaterThan(0);
  });

  test('without disturbances goes wrong nowhere', async () => {
    const quiet = await simulate({ ...order, seed: 7, disturbances: 0 });
    expect(quiet.disturbances).toBe(0);
    expect(Object.values(quiet.coverage.faults).every((n) => n === 0)).toBe(true);
  });
});

test('a failure is cut down to the disturbances that it needs', async () => {
  const whole = await simulate({ ...order, seed: 3 });
  const never = { invariant: 'I7', detail: 'never seen again', at: 0 } as const;
  expect((await shortestFailure({ ...order, seed: 3 }, { ...whole, breaches: [never] })).disturbances).toBe(
    whole.disturbances,
  );
  await expect(shortestFailure(order, { ...whole, breaches: [] })).rejects.toThrow('does not fail');
});

describe('the checks notice', () => {
  async function begin() {
    const play = await Play.begin({ seed: 5, settle, disturbances: 0 });
    const { world, repository } = play;
    const checker = new Checker({ world, repository, clocksApart: 0 });
    const start = () => play.startRun({ kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] });
    const hours = (n: number) => world.time.playUntil(world.time.now() + n * 3_600_000);
    const found = () => [...new Set(checker.breaches.map(({ invariant }) => invariant))];
    return { world, checker, start, hours, found };
  }

  test('nothing in an ordinary run', async () => {
    const { start, hours, found } = await begin();
    start();
    await hours(1);
    expect(found()).toEqual([]);
  });

  test('I5: tokens that nobody has booked', async () => {
    const { world, start, hours, found } = await begin();
    start();
    await hours(1);
    const usage = { tokensIn: 10_000_000, tokensOut: 0 };
    const answer = { kind: 'answer', content: '', toolCalls: [], finish: 'stop', usage };
    const call = { runner: 'run-9', port: 'model', name: 'ask', kind: 'model' } as const;
    world.tell({ kind: 'arrived', call, inputs: [{ messages: [] }], outcome: answer });
    expect(found()).toEqual(['I5']);
  });

  test.each([
    ['I14', (text: string) => `${text}${text.split('\n').at(-2)}\n`, 'state/log/2026-11-21.jsonl'],
    ['I14', (text: string) => text.split('\n').slice(1).join('\n'), 'state/log/2026-11-21.jsonl'],
  ] as const)('%s: a log that somebody has changed', async (invariant, change, path) => {
    const { world, checker, start, hours, found } = await begin();
    start();
    await hours(1);
    const text = world.remote.text('wakeful-state', path) ?? '';
    await world.remote.commit({ branch: 'wakeful-state', files: { [path]: change(text) } });
    checker.end();
    expect(found()).toEqual([invariant]);
  });

  test('I9, I10, I11, I13: pushes that the agent never makes', async () => {
    const { world, start, hours, found } = await begin();
    start();
    await hours(1);
    const [branch = ''] = [...world.remote.branches.keys()].filter((name) => name.startsWith('wakeful/'));
    const before = world.remote.branches.get(branch) ?? '';
    const mine = await world.remote.commit({ branch, files: { 'docs/mine.md': 'Mine.\n' } });
    world.tell({ kind: 'person', act: 'push', detail: branch, goal: null, made: mine });
    const files = { 'goals/own.yml': 'ghp_SimulatedSecret0123456789abcdefghij\n' };
    const bad = await world.remote.commit({ branch, files, parents: [before] });
    const state = world.remote.branches.get('wakeful-state') ?? '';
    const refs = [
      { branch: 'wakeful-state', commit: state, expect: null },
      { branch, commit: bad, expect: mine },
      { branch: 'main', commit: bad, expect: null },
    ];
    const call = { runner: 'run-1', port: 'state', name: 'push', kind: 'push' } as const;
    world.tell({ kind: 'arrived', call, inputs: [refs], outcome: { kind: 'landed' } });
    for (const invariant of ['I9', 'I10', 'I11', 'I13']) expect(found()).toContain(invariant);
  });

  test('I12: a model that is asked after a stop', async () => {
    const { world, start, hours, found } = await begin();
    world.tell({ kind: 'person', act: 'stop_by_variable', detail: 'the variable', goal: null });
    await hours(1);
    start();
    await hours(1);
    expect(found()).toEqual(['I12']);
  });
});
