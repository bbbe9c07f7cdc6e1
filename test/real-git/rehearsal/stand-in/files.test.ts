import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../../../support/git/git-fixture.ts';

test('no number is given twice to processes that create at once', async () => {
  const folder = temporaryFolder();
  const taker = join(import.meta.dirname, 'number-taker.ts');
  const processes = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [taker, folder]));
  const numbers = (await Promise.all(processes)).flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});
