import { expect, test } from 'vitest';
import {
  type RefineLimits,
  USUAL_LIMITS,
} from '../../../src/demonstrations/one-more-refinement/refine-goal.ts';
import { TwoRefiners } from '../../../src/demonstrations/one-more-refinement/two-refiners.ts';
import { settle } from '../../support/simulation/garden.ts';

const WIDE = { minutes: 30, calls: 100, usd: 20, isNarrow: false, repeats: 3 } as const;

interface Played {
  readonly ending: string;
  readonly calls: number;
  readonly loopCalls: number;
}

async function played(
  habit: 'more' | 'fiddle' | 'undo' | 'wander',
  limits: Partial<RefineLimits>,
): Promise<Played> {
  const scene = await TwoRefiners.begin({ seed: 1, settle, habit, limits: { ...WIDE, ...limits } });
  await scene.time.playUntil(scene.time.now() + 20 * 60_000);
  const record = JSON.parse(scene.record ?? '{}') as { readonly ending?: string };
  expect(scene.engineSpent.isRunning).toBe(false);
  return { ending: record.ending ?? '', calls: scene.engineSpent.calls, loopCalls: scene.loopSpent.calls };
}

test.each([
  ['time', 'more', { minutes: 1 }, 'time_limit'],
  ['iterations', 'more', { calls: 10 }, 'call_limit'],
  ['cost', 'more', { usd: 0.5 }, 'budget_spent'],
  ['the watch, at one place', 'fiddle', {}, 'no_progress'],
  ['the watch, over edits that undo each other', 'undo', {}, 'no_progress'],
  ['the watch, set to more repetitions', 'undo', { repeats: 5 }, 'no_progress'],
  ['iterations, where the watch is off', 'fiddle', { repeats: null, calls: 20 }, 'call_limit'],
] as const)(
  'a model that is never finished is stopped by %s, and the record says so',
  async (_, habit, limits, ending) => {
    const { loopCalls, ...stopped } = await played(habit, limits);
    expect(stopped.ending).toBe(ending);
    expect(stopped.calls).toBeLessThanOrEqual(30);
    expect(loopCalls).toBe(300);
  },
);

test('with a narrow scope it writes no other file', async () => {
  const scene = await TwoRefiners.begin({ seed: 1, settle, habit: 'wander', limits: USUAL_LIMITS });
  await scene.time.playUntil(scene.time.now() + 20 * 60_000);
  expect(scene.engine.lines.some(({ event }) => event === 'tool_refused')).toBe(true);
  const { remote } = scene.engine.world;
  const paths = [...remote.branches.values()].flatMap((tip) => [
    ...(remote.commits.get(tip)?.tree.keys() ?? []),
  ]);
  expect(paths.filter((path) => path.startsWith('ideas/'))).toEqual([]);
});
