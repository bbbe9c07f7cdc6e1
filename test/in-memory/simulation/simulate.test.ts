import { describe, expect, test } from 'vitest';
import { Checker } from '../../../src/simulation/checks/checker.ts';
import { Play } from '../../../src/simulation/play/play.ts';
import { loadAhead } from '../../../src/simulation/runs/load-ahead.ts';
import type { SimulatedWorld } from '../../../src/simulation/runs/simulated-world.ts';
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
    await loadAhead();
    const play = await Play.begin({ seed: 5, settle, disturbances: 0 });
    const { world, repository } = play;
    const checker = new Checker({ world, repository, clocksApart: 0 });
    const start = () => play.startRun({ kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] });
    const hours = (n: number) => world.time.playUntil(world.time.now() + n * 3_600_000);
    const found = () => [...new Set(checker.breaches.map(({ invariant }) => invariant))].toSorted();
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
    world.tell({
      kind: 'arrived',
      call,
      inputs: [{ messages: [] }],
      outcome: answer,
      sentAt: world.time.now(),
    });
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
    const outcome = { kind: 'landed' };
    world.tell({ kind: 'arrived', call, inputs: [refs], outcome, sentAt: world.time.now() });
    for (const invariant of ['I9', 'I10', 'I11', 'I13']) expect(found()).toContain(invariant);
  });

  const trigger = { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] } as const;
  const usage = { tokensIn: 1, tokensOut: 0 };
  const answer = { kind: 'answer', content: '', toolCalls: [], finish: 'stop', usage };

  /** A call that arrives at GitHub, or at the model, as if a run had sent it. */
  function arrive(
    world: SimulatedWorld,
    name: string,
    inputs: readonly unknown[],
    {
      kind = 'change',
      runner = 'run-1',
    }: { readonly kind?: 'change' | 'model'; readonly runner?: string } = {},
  ): void {
    const call = { runner, port: kind === 'model' ? 'model' : 'github', name, kind } as const;
    const outcome = kind === 'model' ? answer : undefined;
    world.tell({ kind: 'arrived', call, inputs: [...inputs, null], outcome, sentAt: world.time.now() });
  }

  test('I12: a model that is asked by a run that was stopped when it started', async () => {
    const { world, found } = await begin();
    world.control.variables.set('WAKEFUL_STOP', 'a holiday');
    world.tell({ kind: 'run_started', run: 'run-9', trigger });
    world.control.variables.clear();
    arrive(world, 'ask', [{ messages: [] }], { kind: 'model', runner: 'run-9' });
    expect(found()).toContain('I12');
  });

  test('I12: a model that is asked long after the file came, or after the workflow was disabled', async () => {
    for (const act of ['stop_by_file', 'disable_workflow']) {
      const { world, start, hours, found } = await begin();
      start();
      await hours(1);
      const stop = act === 'stop_by_file' ? { 'state/STOP': 'a holiday\n' } : {};
      await world.remote.commit({ branch: 'wakeful-state', files: stop });
      world.tell({ kind: 'person', act, detail: '', goal: null });
      await hours(1);
      arrive(world, 'ask', [{ messages: [] }], { kind: 'model' });
      expect(found()).toContain('I12');
    }
  });

  test('I2, I6, I7, I10: what the agent never does on GitHub', async () => {
    const { world, start, hours, found } = await begin();
    start();
    await hours(1);
    const late = { branch: 'wakeful/tidy/late-1', title: '', body: '' };
    arrive(world, 'createDraft', [late]);
    expect(found()).toEqual([]);
    arrive(world, 'createDraft', [late]);
    expect(found()).toEqual(['I2']);
    const lease = {
      ...{ wake: 'run-2', nonce: 'n', epoch: 99, taken_at: '2026-11-21T03:00:00Z' },
      ...{ expires_at: '2026-11-21T09:00:00Z', reservation: { day: '2026-11-21', tokens: 0 }, item: null },
    };
    const lock = JSON.stringify({ version: 1, repository: '', epoch: 99, leases: { tidy: lease } });
    await world.remote.commit({ branch: 'wakeful-state', files: { 'state/lock.json': lock } });
    arrive(world, 'createDraft', [late], { runner: 'run-2' });
    expect(found()).toEqual(['I2', 'I6']);
    const comment = 'Looked at issue number 1.\n\n<!-- wakeful: triage/1/1 -->';
    for (const _ of [1, 2]) arrive(world, 'comment', [1, comment], { runner: 'run-2' });
    expect(found()).toEqual(['I2', 'I6', 'I7']);
    arrive(world, 'updateDraft', [99, { title: '', body: '' }], { runner: 'run-2' });
    expect(found()).toEqual(['I10', 'I2', 'I6', 'I7']);
  });

  test('I16, I5: a request that is gone without an answer, and tokens that are reserved for no lock', async () => {
    const { world, start, hours, found } = await begin();
    start();
    await hours(1);
    const request = JSON.stringify({ version: 1, id: 'r', kind: 'run', goal: 'tidy', origin: 'person' });
    const branch = 'wakeful-state';
    await world.remote.commit({ branch, files: { 'state/requests/r.json': request } });
    world.tell({ kind: 'person', act: 'run_goal', detail: 'tidy', goal: 'tidy' });
    const day = { tidy: { reserved_tokens: 5, spent_tokens: 900_000 } };
    const budget = JSON.stringify({ version: 1, days: { '2026-11-21': day }, months: { '2026-11': day } });
    const files = { 'state/requests/r.json': null, 'state/budget.json': budget };
    const commit = await world.remote.commit({ branch, files });
    const call = { runner: 'run-1', port: 'state', name: 'push', kind: 'push' } as const;
    const inputs = [[{ branch, commit, expect: null }]];
    const outcome = { kind: 'landed' };
    world.tell({ kind: 'arrived', call, inputs, outcome, sentAt: world.time.now() });
    expect(found()).toEqual(['I16', 'I5']);
  });

  test('harmed state: a push over a state that somebody has damaged, and a question after it', async () => {
    const { world, start, hours, found } = await begin();
    start();
    await hours(1);
    const branch = 'wakeful-state';
    world.harm = { kind: 'damaged', path: 'state/alerts.json', bytes: new Uint8Array() };
    world.tell({ kind: 'person', act: 'damage_state', detail: '', goal: null });
    await hours(1);
    const run = start();
    arrive(world, 'ask', [{ messages: [] }], { kind: 'model', runner: run.runner.id });
    expect(found()).toContain('harmed state');
    const commit = await world.remote.commit({ branch, files: {} });
    const call = { runner: 'run-1', port: 'state', name: 'push', kind: 'push' } as const;
    const outcome = { kind: 'landed' };
    const inputs = [[{ branch, commit, expect: null }]];
    world.tell({ kind: 'arrived', call, inputs, outcome, sentAt: world.time.now() });
    expect(found()).toContain('harmed state');
  });
});
