import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { BUILT_PROGRAM } from './build-program.ts';

const SOURCES = join(import.meta.dirname, '../../../src/cli.ts');

export interface ProgramRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Holds what the program asks of GitHub against GitHub's description. */
const WATCH = join(import.meta.dirname, '../openapi/watch-fetch.ts');

/** Runs the real program, as it is built, as a child process in a folder. */
export function wakeful(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  return run(BUILT_PROGRAM, { folder, args, env });
}

/** The same from its sources, as `npm start` does. */
export function wakefulFromSources(folder: string, args: readonly string[]): Promise<ProgramRun> {
  return run(SOURCES, { folder, args, env: {} });
}

interface Start {
  readonly folder: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

async function run(program: string, { folder, args, env }: Start): Promise<ProgramRun> {
  const faults = join(await mkdtemp(join(tmpdir(), 'wakeful-traffic-')), 'faults');
  const child = spawn(process.execPath, ['--import', WATCH, program, ...args], {
    cwd: folder,
    env: { ...programEnvironment(), WAKEFUL_TRAFFIC_FAULTS: faults, ...env },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const [code] = await once(child, 'close');
  const found = await readFile(faults, 'utf8').catch(() => '');
  await rm(dirname(faults), { recursive: true });
  if (found !== '') throw new Error(`GitHub's description does not allow this traffic:\n${found}`);
  return { code, out: String(Buffer.concat(out)), err: String(Buffer.concat(err)) };
}

/** Starts it and hands back the process. */
export function startWakeful(
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const options = { cwd: folder, env: { ...programEnvironment(), ...env } };
  return spawn(process.execPath, [BUILT_PROGRAM, ...args], options);
}

/** The machine's own settings of git and model keys play no part in a test. */
function programEnvironment(): Readonly<Record<string, string>> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: process.env['HOME'] ?? '',
    NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    // As `npm start` does.
    npm_lifecycle_event: 'start',
  };
}
