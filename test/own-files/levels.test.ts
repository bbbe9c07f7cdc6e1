/** The folders of the tests are those of test/README.md, and the fast ones start no process. */
import { exec, execFile, execFileSync, execSync, fork, spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { LEVELS } from '../../scripts/test-levels.ts';

const FOLDER = join(import.meta.dirname, '..');
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const TESTS = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((path) =>
  path.endsWith('.test.ts'),
);

test('test/README.md lists the levels in their order, and says which start processes', () => {
  const rows = [...README.matchAll(/^\| `([\w-]+)\/` \|.*\| ([^|]+) \|$/gm)];
  expect(rows.map(([, folder, processes]) => ({ folder, startsProcesses: processes !== 'no' }))).toEqual(
    LEVELS,
  );
});

test('every test lies in the folder of a level', () => {
  const folders = LEVELS.map(({ folder }) => `${folder}/`);
  expect(TESTS.filter((path) => !folders.some((folder) => path.startsWith(folder)))).toEqual([]);
});

test('every level has tests', () => {
  const empty = LEVELS.filter(({ folder }) => !TESTS.some((path) => path.startsWith(`${folder}/`)));
  expect(empty).toEqual([]);
});

describe('a fast test cannot start a process', () => {
  const node = process.execPath;
  const refusal = /starts no process/;

  test.each([
    ['spawn', () => spawn('true')],
    ['exec', () => exec('true')],
    ['execFile', () => execFile('true')],
    ['fork', () => fork(import.meta.filename)],
    ['spawnSync', () => spawnSync(node, ['--version'])],
    ['execSync', () => execSync('true')],
    ['execFileSync', () => execFileSync(node, ['--version'])],
  ])('with %s', (_name, start) => {
    expect(start).toThrow(refusal);
  });

  test('with execFile as a promise', async () => {
    await expect(async () => promisify(execFile)('true')).rejects.toThrow(refusal);
  });
});
