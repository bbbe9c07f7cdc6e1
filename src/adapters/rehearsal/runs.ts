import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isErrno, writeWhole } from './files.ts';
import { readRun } from './records.ts';

export type WakeState = 'running' | 'finished' | 'unknown';

/** The stand-in for GitHub's list of runs: one file per wake, with the process it runs in. */
export interface Runs {
  begin(wake: string): Promise<void>;
  finish(wake: string): Promise<void>;
  state(wake: string): Promise<WakeState>;
  /** Whether a wake of another process is running now. */
  anyRunning(): Promise<boolean>;
}

/** Finished runs beyond this many are forgotten, oldest first. */
const RUNS_KEPT = 500;

export function openRuns(folder: string): Runs {
  const path = (wake: string): string => join(folder, `${encodeURIComponent(wake)}.json`);
  const write = async (wake: string, finished: boolean): Promise<void> => {
    const process_start = await processStart(process.pid);
    const run = { wake, host: hostname(), pid: process.pid, process_start, finished };
    await writeWhole(path(wake), `${JSON.stringify(run, null, 2)}\n`);
  };
  return {
    async begin(wake) {
      await forgetOldRuns(folder);
      await write(wake, false);
    },
    finish: (wake) => write(wake, true),
    state: (wake) => stateOf(path(wake)),
    async anyRunning() {
      for (const name of await runFiles(folder)) {
        if ((await stateOf(join(folder, name))) === 'running') return true;
      }
      return false;
    },
  };
}

async function stateOf(path: string): Promise<WakeState> {
  const run = await readRun(path);
  if (run === null) return 'unknown';
  if (run.finished) return 'finished';
  // Process numbers of another machine say nothing here.
  if (run.host !== hostname()) return 'unknown';
  if (!isAlive(run.pid)) return 'finished';
  const start = await processStart(run.pid);
  const reused = start !== null && run.process_start !== null && start !== run.process_start;
  return reused ? 'finished' : 'running';
}

function isAlive(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
}

/** When a process started, in words of the system, so that a reused process number is noticed; null: not told. */
async function processStart(pid: number): Promise<string | null> {
  try {
    const boot = (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();
    const line = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold anything; start time is the 20th field behind it.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    // A process that ended and was not yet waited for does no more work.
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return null;
  }
}

async function runFiles(folder: string): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  return (await readdir(folder)).filter((name) => name.endsWith('.json') && !name.startsWith('.'));
}

async function forgetOldRuns(folder: string): Promise<void> {
  const names = await runFiles(folder);
  if (names.length <= RUNS_KEPT) return;
  const aged = await Promise.all(
    names.map(async (name) => ({ path: join(folder, name), at: (await stat(join(folder, name))).mtimeMs })),
  );
  aged.sort((a, b) => a.at - b.at);
  for (const { path } of aged.slice(0, names.length - RUNS_KEPT)) {
    if ((await stateOf(path)) === 'finished') await rm(path, { force: true });
  }
}
