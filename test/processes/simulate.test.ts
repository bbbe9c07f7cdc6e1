import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

/** One start of `npm run simulate`. */
function simulate(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly out: string; readonly words: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('node', ['scripts/simulate.ts', ...args], { cwd: ROOT });
    let [out, words] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk));
    child.stderr.on('data', (chunk: Buffer) => (words += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, words }));
  });
}

test('200 seeds with everything going wrong break no invariant', async () => {
  const { code, out } = await simulate('--seeds', '200', '--days', '0.1', '--json');
  const { failed, ...figures } = JSON.parse(out);
  expect(failed).toEqual([]);
  expect(code).toBe(0);
  expect(figures).toMatchObject({ seeds: 200, trace: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const never = Object.entries({ ...figures.coverage.faults, ...figures.checked })
    .filter(([, count]) => count === 0)
    .map(([name]) => name);
  expect(never).toEqual([]);
}, 300_000);

describe('npm run simulate', () => {
  test('tells one seed as a story that ends with its figures', async () => {
    const { code, out } = await simulate('--seed', '4', '--days', '0.1', '--trace');
    expect(code).toBe(0);
    expect(out).toMatch(/^2026-11-21 \d\d:\d\d:\d\d {2}run-1 starts: the schedule, a tick\.$/m);
    expect(out).toMatch(/^1 seeds, .* runs, .* drafts$/m);
    expect(out).toMatch(/^trace [0-9a-f]{64}$/m);
  });

  test('gives the same trace whatever number of processes plays', async () => {
    const traceOf = ({ out }: { readonly out: string }) => /^trace (.*)$/m.exec(out)?.[1];
    const seeds = ['--seeds', '3', '--days', '0.1'];
    const one = traceOf(await simulate(...seeds, '--workers', '1'));
    expect(one).toBeDefined();
    expect(traceOf(await simulate(...seeds, '--workers', '3'))).toBe(one);
  });

  test.each([
    [['--days', 'x'], '--days: "x" is not a number above 0.'],
    [['--seeds', '1.5'], '--seeds: "1.5" is not a whole number from 1 on.'],
    [['--sed', '1'], "Unknown option '--sed'"],
  ])('%j is a mistake that is named', async (args, message) => {
    const { code, words } = await simulate(...args);
    expect([code, words.split('\n')[0]]).toEqual([2, expect.stringContaining(message)]);
  });
});
