import { describe, expect, test } from 'vitest';
import { TwoWorkers } from '../../../src/demonstrations/crash-now/two-workers.ts';
import { settle } from '../../support/simulation/garden.ts';

const MINUTE = 60_000;
const play = (scene: TwoWorkers, minutes: number) =>
  scene.time.playUntil(scene.time.now() + minutes * MINUTE);
const timesOf = (orders: TwoWorkers['engineOrders']) => orders.map(({ times }) => times);
const first = <T>(orders: readonly T[]) => orders.slice(0, 9);
const once = Array.from({ length: 9 }, () => 1);

async function begin(hasPoison = false): Promise<TwoWorkers> {
  return TwoWorkers.begin(1, settle, hasPoison);
}

test('where nothing happens, both ship every order once', async () => {
  const scene = await begin();
  await play(scene, 8);
  expect(timesOf(scene.naiveOrders)).toEqual(once);
  expect(timesOf(scene.engineOrders)).toEqual(once);
});

test('killed in the middle of an order, the worker ships some again, and the engine none', async () => {
  const scene = await begin();
  await play(scene, 1.5);
  scene.crash();
  await play(scene, 8);
  expect(timesOf(scene.naiveOrders)).not.toEqual(once);
  expect(timesOf(scene.engineOrders)).toEqual(once);
  expect(scene.engine.mishaps.map(({ text }) => text)).toEqual(['The process of run-1 was killed.']);
});

test('a second one doubles the work of the worker, and finds the goal of the engine held', async () => {
  const scene = await begin();
  await play(scene, 0.5);
  scene.startAnother();
  await play(scene, 0.1);
  expect(scene.working.naive).toBe(2);
  await play(scene, 6);
  expect(timesOf(scene.naiveOrders).some((times) => times > 1)).toBe(true);
  expect(timesOf(scene.engineOrders)).toEqual(once);
});

test('one poisoned order stops the worker for ever, and the engine sets it aside and tells a person', async () => {
  const scene = await begin(true);
  await play(scene, 21);
  expect(first(timesOf(scene.naiveOrders)).slice(4)).toEqual([0, 0, 0, 0, 0]);
  expect(first(scene.engineOrders.map(({ fate }) => fate))).toEqual(
    once.map((_, n) => (n === 4 ? 'stuck' : 'done')),
  );
  expect(Object.keys(scene.engine.state?.alerts.alerts ?? {})).toHaveLength(1);
});

describe('three missed starts', () => {
  test('are caught up by the next one', async () => {
    const scene = await begin();
    scene.missTicks();
    await play(scene, 14);
    expect(first(timesOf(scene.engineOrders))).toEqual(once.map(() => 0));
    await play(scene, 10);
    expect(first(timesOf(scene.engineOrders))).toEqual(once);
  });
});

test('a person who wants it now is given way, and nothing is shipped twice', async () => {
  const scene = await begin();
  await play(scene, 1);
  await scene.runForPerson();
  await play(scene, 8);
  expect(scene.engine.world.runs[0]?.result?.ending).toBe('yielded_to_person');
  expect(timesOf(scene.engineOrders)).toEqual(once);
});

test('the same seed plays the same twice', async () => {
  const played = async () => {
    const scene = await begin();
    await play(scene, 2);
    scene.crash();
    await play(scene, 10);
    return JSON.stringify([scene.engine.lines, scene.naiveLines]);
  };
  expect(await played()).toBe(await played());
});
