import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const VITEST = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
const REPORTER = join(ROOT, 'scripts', 'plain-summary-reporter.ts');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plain-summary-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs vitest itself on some test files, and gives its exit code and the last line of what it printed. */
function runVitest(files: Readonly<Record<string, string>>) {
  writeFileSync(
    join(folder, 'vitest.config.ts'),
    `import { PlainSummaryReporter } from ${JSON.stringify(REPORTER)};
     const reporters = ['default', new PlainSummaryReporter()];
     export default { test: { globals: true, include: ['*.test.ts'], reporters } };`,
  );
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const run = spawnSync(process.execPath, [VITEST, 'run', '--root', folder], { encoding: 'utf8' });
  return { exitCode: run.status, lastLine: run.stdout.trimEnd().split('\n').at(-1) };
}

test('a run that passes ends with its figures', () => {
  const text = `test('a', () => {}); test('b', () => {}); test.skip('c', () => {}); test.todo('d');`;
  expect(runVitest({ 'a.test.ts': text })).toEqual({
    exitCode: 0,
    lastLine: '2 passed, 0 failed, 2 skipped',
  });
});

test('a run counts what failed in any file, also what is no test: a hook, a file that cannot be loaded', () => {
  const files = {
    'a.test.ts': `test('a', () => {}); test('b', () => { throw new Error('planted'); });`,
    'b.test.ts': `describe('s', () => { beforeAll(() => { throw new Error('planted'); }); test('c', () => {}); });`,
    'c.test.ts': `import './missing.ts';`,
  };
  expect(runVitest(files)).toEqual({ exitCode: 1, lastLine: '1 passed, 3 failed, 1 skipped' });
});

test('an error that nobody caught is a failure, though every test passed', () => {
  const text = `test('a', () => { Promise.reject(new Error('planted')); });`;
  expect(runVitest({ 'a.test.ts': text })).toEqual({
    exitCode: 1,
    lastLine: '1 passed, 1 failed, 0 skipped',
  });
});
