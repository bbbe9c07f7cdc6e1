import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { openRuns } from '../../../../src/rehearsal/github/records/runs.ts';
import { temporaryFolder } from '../../../support/git/git-fixture.ts';

const RUN = { workflow: 'wake.yml', event: 'schedule', at: '2026-11-21T12:00:00Z' };

function list() {
  const folder = join(temporaryFolder(), 'runs');
  return { folder, runs: openRuns(folder) };
}

describe('the list of runs', () => {
  test('gives wakes the ids of a runner, rising', async () => {
    const { runs } = list();
    expect([await runs.start(RUN), await runs.start(RUN), await runs.start(RUN)]).toEqual([
      '1-1',
      '2-1',
      '3-1',
    ]);
    await runs.begin('7-2', RUN);
    expect(await runs.start(RUN)).toBe('8-1');
  });

  test('gives no id twice to processes that begin at once, and leaves no half-written file', async () => {
    const { folder } = list();
    const taker = join(import.meta.dirname, 'run-taker.ts');
    const processes = Array.from({ length: 3 }, () => promisify(execFile)(process.execPath, [taker, folder]));
    const wakes = (await Promise.all(processes)).flatMap(({ stdout }) => JSON.parse(stdout) as string[]);
    const expected = Array.from({ length: 60 }, (_, index) => `${index + 1}-1`);
    expect(new Set(wakes)).toEqual(new Set(expected));
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('knows a running wake, a finished one, one that waits, and nothing of others', async () => {
    const { runs } = list();
    const wake = await runs.start(RUN);
    expect(await runs.state(wake)).toBe('running');
    expect(await runs.anyRunning()).toBe(true);
    await runs.finish(wake);
    expect(await runs.state(wake)).toBe('finished');
    expect(await runs.anyRunning()).toBe(false);
    expect(await runs.state(await runs.queue(RUN))).toBe('queued');
    expect(await runs.anyRunning()).toBe(false);
    expect(await runs.state('9-1')).toBe('unknown');
  });

  test('takes a wake whose process is gone for finished', async () => {
    const { folder, runs } = list();
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await runs.begin('4-1', RUN);
    rewrite(join(folder, '4-1.json'), { pid: child.pid });
    expect(await runs.state('4-1')).toBe('finished');
  });

  test.skipIf(process.platform !== 'linux')('notices that a process number was used again', async () => {
    const { folder, runs } = list();
    await runs.begin('5-1', RUN);
    rewrite(join(folder, '5-1.json'), { process_start: 'another boot/1' });
    expect(await runs.state('5-1')).toBe('finished');
  });

  test('does not judge a process of another machine', async () => {
    const { folder, runs } = list();
    await runs.begin('6-1', RUN);
    rewrite(join(folder, '6-1.json'), { host: 'elsewhere' });
    expect(await runs.state('6-1')).toBe('unknown');
  });
});

function rewrite(path: string, change: Readonly<Record<string, unknown>>): void {
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), ...change }));
}
