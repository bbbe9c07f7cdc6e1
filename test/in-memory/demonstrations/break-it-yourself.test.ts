import { expect, test } from 'vitest';
import { TwoRunners } from '../../../src/demonstrations/break-it-yourself/two-runners.ts';
import { settle } from '../../support/simulation/garden.ts';

const play = (scene: TwoRunners, minutes: number) =>
  scene.time.playUntil(scene.time.now() + minutes * 60_000);
const broken = ({ invariants }: TwoRunners) => invariants.filter(({ breach }) => breach !== null);

test('whatever a visitor does to it, everything holds', async () => {
  const scene = await TwoRunners.begin(1, settle, false);
  await play(scene, 0.3);
  expect(scene.locks.length).toBeGreaterThan(0);
  scene.freeze('A');
  scene.disturbPush('unanswered');
  await play(scene, 20);
  scene.thaw('A');
  scene.disturbPush('refused');
  await play(scene, 20);
  scene.kill('B');
  for (const act of ['push', 'merge', 'stop_by_file', 'resume'] as const) await scene.act(act);
  await play(scene, 90);
  expect(broken(scene)).toEqual([]);
  expect(scene.invariants.filter(({ checked }) => checked > 0).length).toBeGreaterThan(8);
});

test('the planted fault is noticed', async () => {
  const scene = await TwoRunners.begin(1, settle, true);
  await play(scene, 45);
  expect(broken(scene).length).toBeGreaterThan(0);
});
