/** A bare remote, a model server and a folder for one row of the table; all of it goes when the row is over. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRunner } from '../src/adapters/git/run-git.ts';
import { gitServer } from '../src/adapters/git/serve-git.ts';
import { WORKFLOW_TOKEN } from '../src/adapters/rehearsal/stand-in/access.ts';
import type { Exchange } from '../src/adapters/rehearsal/stand-in/exchange.ts';
import { type StandIn, startStandIn } from '../src/adapters/rehearsal/stand-in/server.ts';
import { systemClock } from '../src/adapters/runner.ts';
import {
  calls,
  type ModelRequest,
  type ModelServer,
  startModelServer,
} from '../test/support/model-server.ts';
import type { WakeProgramOrder, WakeProgramOutput } from '../test/support/wake-program.ts';
import { runProgram } from './processes.ts';

export const STATE = 'wakeful-state';
const REPOSITORY = 'acme/site';
const TOKEN = 'ghs_not-a-real-token';

export interface Place {
  readonly folder: string;
  readonly bare: string;
  /** Where the stand-in for GitHub keeps its records. */
  readonly github: string;
  readonly standIn: StandIn;
  /** What it was asked so far. */
  readonly exchanges: readonly Exchange[];
  readonly model: ModelServer;
  /** Runs git in the bare remote. */
  git(args: readonly string[], input?: string): Promise<string>;
  close(): Promise<void>;
}

export async function openPlace(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-bench-'));
  const bare = join(folder, 'remote.git');
  await runProgram('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  const model = await startModelServer(atOnce);
  const github = join(folder, 'github');
  const exchanges: Exchange[] = [];
  const standIn = await startStandIn({
    folder: github,
    origin: bare,
    repository: REPOSITORY,
    clock: systemClock({ offsetMs: 0 }),
    git: gitRunner(process.env),
    serveGit: gitServer(process.env),
    tokens: { [TOKEN]: { ...WORKFLOW_TOKEN, requestsPerHour: 1_000_000 } },
    observe: (exchange) => exchanges.push(exchange),
  });
  return {
    folder,
    bare,
    github,
    standIn,
    exchanges,
    model,
    git: async (args, input) => (await runProgram('git', [`--git-dir=${bare}`, ...args], { input })).out,
    async close() {
      await model.close();
      await standIn.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A model that needs no time: one file, then it is finished. */
function atOnce({ body }: ModelRequest) {
  const turn = body.messages.filter((message) => message.role === 'assistant').length;
  if (turn > 0) return calls(['finish', { summary: 'Looked after it.' }]);
  return calls(['write_file', { path: 'docs/index.md', text: 'Looked after.\n' }]);
}

/** A goal file: due at once, writing below docs/. */
export function goalText(title: string): string {
  return `title: ${title}\nobjective: Look after it.\nschedule: {every: 6h}\npermissions: {write: ["docs/**"]}\n`;
}

/** One commit on top of a branch, or its first one; null removes a file. In the words of `git fast-import`. */
export function commitText(
  branch: string,
  files: ReadonlyMap<string, string | null>,
  options: { readonly onTop: boolean; readonly time: number },
): string {
  const who = `bench <bench@example.org> ${Math.floor(options.time / 1000)} +0000`;
  const from = options.onTop ? `from refs/heads/${branch}^0\n` : '';
  const changes = [...files].map(([path, text]) =>
    text === null ? `D ${path}\n` : `M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
  );
  return `commit refs/heads/${branch}\nauthor ${who}\ncommitter ${who}\ndata 1\nx\n${from}${changes.join('')}\n`;
}

let started = 0;

/** What a wake of this place is told. */
export async function wakeOrder(
  place: Place,
  changes: Partial<WakeProgramOrder> = {},
): Promise<WakeProgramOrder> {
  started += 1;
  const wake = `${started}-1`;
  const folder = join(place.folder, 'work', wake);
  await mkdir(folder, { recursive: true });
  const { apiUrl, serverUrl } = place.standIn;
  return {
    wake,
    remote: `file://${place.bare}`,
    runs: join(place.github, 'runs'),
    github: { apiUrl, serverUrl, repository: REPOSITORY, token: TOKEN },
    folder,
    modelUrl: place.model.baseUrl,
    goals: [],
    offsetMs: 0,
    ...changes,
  };
}

/** One wake as a process. `program`: the file that node runs. */
export async function runWake(
  program: string,
  order: WakeProgramOrder,
  env: NodeJS.ProcessEnv = process.env,
) {
  const { out } = await runProgram(process.execPath, [program, JSON.stringify(order)], { env });
  const outputs = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as WakeProgramOutput);
  const last = outputs.at(-1);
  if (last?.kind !== 'result') throw new Error(`${order.wake} gave no result: ${out}`);
  return last.result;
}

/** A wake that is to be killed: `held` resolves when it holds a lease. */
export function startWake(program: string, order: WakeProgramOrder) {
  const child = spawn(process.execPath, [program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const held = new Promise<void>((resolve) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (out.includes('"lease_taken"')) resolve();
    });
  });
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return { held, ended, kill: () => child.kill('SIGKILL') };
}
