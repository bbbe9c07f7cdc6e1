/** `setup`: once in a run of the agent, in a time of its own. */
import { describe, expect, test } from 'vitest';
import { MemoryWorkTree } from '../../support/memory/memory-work-tree.ts';
import { calls } from '../../support/model-server.ts';
import { LIMITS, play, testSandbox } from './bench.ts';

const GOAL = { setup: ['npm ci', 'npm run build'], checks: ['npm test'] };
const REPLIES = [
  calls(['write_file', { path: 'docs/a.md', text: 'A\n' }]),
  calls(['finish', { summary: 'Done.' }]),
];

async function item(
  tree: MemoryWorkTree,
  end: { exitCode: number | null; output: string } = { exitCode: 0, output: '' },
) {
  const sandbox = testSandbox(() => end);
  const times: number[] = [];
  const played = await play({
    ...{ tree, replies: REPLIES },
    goal: { ...GOAL, limits: { ...LIMITS, minutes: 4, setupMinutes: 9 } },
    deps: { sandbox, beginTime: (minutes) => times.push(minutes) },
  });
  return { ...played, times, ran: sandbox.ran };
}

describe('setup', () => {
  test('runs for the first item, and its result is kept for the others', async () => {
    const tree = new MemoryWorkTree({});
    const first = await item(tree);
    expect(first.ran.map(({ command }) => command)).toEqual(['npm ci', 'npm run build', 'npm test']);
    const second = (await item(tree)).ran.map(({ command }) => command);
    expect(second.filter((command) => command !== 'npm test')).toEqual([]);
  });

  test('is not kept where a command has failed', async () => {
    const tree = new MemoryWorkTree({});
    const { pursuit } = await item(tree, { exitCode: 1, output: 'no network\n' });
    expect(pursuit.ending).toBe('checks_failed');
    expect(tree.kept.size).toBe(0);
  });

  test('has a time of its own, after which that of the task begins', async () => {
    expect((await item(new MemoryWorkTree({}))).times).toEqual([9, 4]);
    expect((await item(new MemoryWorkTree({}), { exitCode: 1, output: '' })).times).toEqual([9, 4]);
  });

  test('has the home of the checks, and is ended after three silent minutes', async () => {
    const { ran } = await item(new MemoryWorkTree({}));
    expect(ran.map(({ home, silentMs }) => [home, silentMs])).toEqual([
      ['/home', 180_000],
      ['/home', 180_000],
      ['/home', undefined],
    ]);
  });
});
