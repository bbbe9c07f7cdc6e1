/** The built Action when something ends it early: what it has is saved, and the next wake goes on. */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ModelRequest, Reply } from '../support/model-server.ts';
import { type BuiltAction, buildAction } from './built-action.ts';
import type { RunningStep } from './runner.ts';
import { openStage, type Stage, sorts } from './stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let action: BuiltAction;
beforeAll(async () => {
  action = await buildAction();
});
afterAll(() => action.remove());

/** Starts a wake whose model has changed the file and then gives no answer any more. */
async function startAndHang(stage: Stage): Promise<RunningStep> {
  const { promise: hangs, resolve } = Promise.withResolvers<void>();
  stage.answer((request: ModelRequest, n: number): Reply => {
    if (n === 0) return sorts(request);
    resolve();
    return { kind: 'hang' };
  });
  const step = await stage.start();
  await hangs;
  return step;
}

test('a stop in the middle of it: saved, released, green', async () => {
  const stage = await openStage(action);
  const step = await startAndHang(stage);
  await stage.remote.commit({ branch: 'wakeful-state', files: { 'state/STOP': 'too noisy\n' } });
  const since = performance.now();
  const done = await step.done;
  expect(performance.now() - since).toBeLessThan(20_000);
  expect([done.code, done.outputs['ending']]).toEqual([0, 'stopped']);
  expect(done.summary).toContain('state/STOP');
  expect(done.summary).toContain('too noisy');
  const state = await stage.state();
  expect([state.lock.leases, state.stop]).toEqual([{}, 'too noisy\n']);
  const next = await stage.run();
  expect([next.code, next.outputs['ending'], stage.model.requests.length]).toEqual([0, 'stopped', 2]);
});

test('a cancelled run: saved and released within five seconds, whatever signal comes next', async () => {
  const stage = await openStage(action);
  const step = await startAndHang(stage);
  const since = performance.now();
  step.child.kill('SIGINT');
  // The runner sends it seven seconds later; here it comes into the middle of the save.
  step.child.kill('SIGTERM');
  step.child.kill('SIGINT');
  const done = await step.done;
  expect(performance.now() - since).toBeLessThan(5_000);
  expect([done.code, done.signal, done.outputs['ending']]).toEqual([0, null, 'cancelled']);
  expect((await stage.state()).lock.leases).toEqual({});
  stage.answer(sorts);
  const next = await stage.run();
  expect(next.outputs['ending']).toBe('worked');
  expect((await stage.log()).map(({ event }) => event)).toContain('item_continued');
});

test.each([
  { on: 'fetch', isHeld: false },
  { on: 'api', isHeld: true },
])(
  'a cancelled run that waits for GitHub ($on) ends within five seconds, and gives back what it holds',
  async ({ on, isHeld }) => {
    const stage = await openStage(action);
    stage.answer(sorts);
    const hangs = stage.standIn.hanging();
    stage.standIn.inject({ on, fault: 'hang', times: 'always' });
    const step = await stage.start();
    await hangs;
    const since = performance.now();
    step.child.kill('SIGINT');
    const done = await step.done;
    expect(performance.now() - since).toBeLessThan(5_000);
    expect([done.code, done.outputs['ending']]).toEqual([0, 'cancelled']);
    expect((await stage.remote.tip('wakeful-state')) !== null).toBe(isHeld);
    if (isHeld) expect((await stage.state()).lock.leases).toEqual({});
  },
);

test('a runner that is gone: the next wake takes over at once, as GitHub says that the run is over', async () => {
  const stage = await openStage(action);
  const step = await startAndHang(stage);
  step.child.kill('SIGKILL');
  await once(step.child, 'exit');
  await step.done;
  expect(Object.keys((await stage.state()).lock.leases)).toEqual(['glossary']);
  stage.answer(sorts);
  const next = await stage.run();
  expect([next.code, next.outputs['ending']]).toEqual([0, 'worked']);
  const log = await stage.log();
  expect(log.find(({ event }) => event === 'took_over')?.message).toContain(step.wake);
  const state = await stage.state();
  expect([state.lock.leases, state.checkpoints['glossary']?.dead_wakes]).toEqual([{}, 0]);
});

test('a run that still goes on is left alone', async () => {
  const stage = await openStage(action);
  const step = await startAndHang(stage);
  const other = await stage.run();
  expect([other.code, other.outputs['ending']]).toEqual([0, 'held_by_another_wake']);
  step.child.kill('SIGTERM');
  expect((await step.done).outputs['ending']).toBe('cancelled');
});
