/** Runs of the benchmark end as its rows expect: nobody else runs it, and a row that cannot be measured any more would go unnoticed. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const BENCH = join(import.meta.dirname, '../../../bench/run.ts');

test.each([
  ['goals', 'the same with 100 goals, one due'],
  ['killed', 'a killed holder'],
])(
  'the row %s can be measured',
  async (row, what) => {
    const { stdout } = await promisify(execFile)(process.execPath, [
      ...[BENCH, '--quick', '--rounds', '1', '--only', row, '--json'],
    ]);
    expect(JSON.parse(stdout)).toMatchObject({ rows: [{ id: row, what }] });
  },
  120_000,
);
