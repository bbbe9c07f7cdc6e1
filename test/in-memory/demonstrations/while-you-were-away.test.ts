import { expect, test } from 'vitest';
import { NightShift } from '../../../src/demonstrations/while-you-were-away/night-shift.ts';
import { settle } from '../../support/simulation/garden.ts';

const NIGHT = 8 * 3_600_000;

async function night(seed: number): Promise<NightShift> {
  const scene = await NightShift.begin(seed, settle);
  await scene.time.playUntil(scene.time.now() + NIGHT);
  return scene;
}

test.each([1, 2, 3, 4, 5])(
  'in the night of seed %i, log and alerts say what really happened',
  async (seed) => {
    const scene = await night(seed);
    const { answered, unreadable, killed } = scene.truth;
    const lines = scene.engine.lines;
    const done = lines.filter(({ event, message }) => event === 'item_ended' && message.includes(' is done'));
    expect(new Set(done.map(({ item }) => item)).size).toBe(answered);
    expect(answered).toBeGreaterThan(5);
    expect(lines.filter(({ event }) => event === 'took_over')).toHaveLength(killed);
    expect(scene.alerts.join('\n')).toContain(`letters/${String(unreadable).padStart(2, '0')}.txt`);
    expect(scene.statusPage).toContain('1 task is stuck');
  },
);

test('seeds differ in what goes wrong', async () => {
  const nights = await Promise.all([1, 2, 3].map(night));
  expect(new Set(nights.map(({ truth }) => JSON.stringify(truth))).size).toBeGreaterThan(1);
});
