import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isErrno, writeNew, writeWhole } from './files.ts';
import { readRecord } from './record-files.ts';
import { RUN, type RunFile } from './records.ts';

export type WakeState = 'queued' | 'running' | 'finished' | 'unknown';

/** The stand-in for GitHub's list of runs: one file per run attempt, with the process it runs in. */
export interface Runs {
  /** Begins a run in this process and gives its wake id, `<run id>-<attempt>`. Run ids rise, also across processes. */
  start(run: NewRun): Promise<string>;
  /** Begins a run under an id of the caller's own. */
  begin(wake: string, run: NewRun): Promise<void>;
  /** Notes a run that no process works on yet, and gives its wake id. */
  queue(run: NewRun): Promise<string>;
  /** `at`: ISO time. */
  finish(wake: string, at?: string): Promise<void>;
  state(wake: string): Promise<WakeState>;
  /** Null: there is no such run. */
  read(wake: string): Promise<RunFile | null>;
  list(): Promise<readonly RunFile[]>;
  /** Whether a wake of another process is running now. */
  anyRunning(): Promise<boolean>;
}

export interface NewRun {
  /** Its file below `.github/workflows/`. */
  readonly workflow: string;
  /** What started it, e.g. `schedule`. */
  readonly event: string;
  /** ISO time. */
  readonly at: string;
  readonly inputs?: Readonly<Record<string, string>>;
}

/** Finished runs beyond this many are forgotten, oldest first. */
const RUNS_KEPT = 500;

export function openRuns(folder: string): Runs {
  const path = (wake: string): string => join(folder, `${encodeURIComponent(wake)}.json`);
  const read = (wake: string): Promise<RunFile | null> => readRecord(path(wake), RUN);
  return {
    async start(run) {
      await forgetOldRuns(folder);
      return claim(folder, await here(run));
    },
    async begin(wake, run) {
      await forgetOldRuns(folder);
      await writeWhole(path(wake), text({ ...(await here(run)), wake }));
    },
    queue: (run) => claim(folder, { ...facts(run), host: hostname(), pid: null, process_start: null }),
    async finish(wake, at) {
      const run = await read(wake);
      const ended = { finished: true, finished_at: at ?? null };
      if (run !== null) await writeWhole(path(wake), text({ ...run, ...ended }));
    },
    state: (wake) => stateOf(path(wake)),
    read,
    list: async () => {
      const runs = await Promise.all(
        (await runFiles(folder)).map((name) => readRecord(join(folder, name), RUN)),
      );
      return runs.filter((run) => run !== null);
    },
    async anyRunning() {
      for (const name of await runFiles(folder)) {
        if ((await stateOf(join(folder, name))) === 'running') return true;
      }
      return false;
    },
  };
}

type Unnamed = Omit<RunFile, 'wake'>;

function facts({ workflow, event, at, inputs = {} }: NewRun) {
  return { workflow, event, inputs, created_at: at, finished: false, finished_at: null };
}

async function here(run: NewRun): Promise<Unnamed> {
  return {
    ...facts(run),
    host: hostname(),
    pid: process.pid,
    process_start: await processStart(process.pid),
  };
}

/** Whoever creates the file has the number. */
async function claim(folder: string, run: Unnamed): Promise<string> {
  const taken = (await runFiles(folder)).map((name) => Number.parseInt(name, 10)).filter(Number.isInteger);
  for (let number = Math.max(0, ...taken) + 1; ; number++) {
    const wake = `${number}-1`;
    if (await writeNew(join(folder, `${wake}.json`), text({ wake, ...run }))) return wake;
  }
}

function text(run: Unnamed & { readonly wake: string }): string {
  return `${JSON.stringify(run, null, 2)}\n`;
}

async function stateOf(path: string): Promise<WakeState> {
  const run = await readRecord(path, RUN);
  if (run === null) return 'unknown';
  if (run.finished) return 'finished';
  if (run.pid === null) return 'queued';
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
