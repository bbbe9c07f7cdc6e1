/** One repository on the stand-in for GitHub, and a model server, for wakes that are processes of their own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { decodeLogLines, decodeState } from '../../../src/config/state/state-files.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { State } from '../../../src/core/state.ts';
import type { WakeResult } from '../../../src/core/wake-result.ts';
import { WORKFLOW_TOKEN } from '../../../src/rehearsal/github/http/access.ts';
import { numberedFiles, readRecord } from '../../../src/rehearsal/github/records/record-files.ts';
import { DRAFT, type DraftFile } from '../../../src/rehearsal/github/records/records.ts';
import { type BareRemote, temporaryFolder } from '../git/repositories.ts';
import { REPOSITORY, serveGitHub, TOKEN } from '../git/stand-in.ts';
import { worldOn } from '../git/world-on.ts';
import { calls, type ModelRequest, type Reply, startModelServer, USAGE } from '../model-server.ts';
import type { WakeProgramOrder, WakeProgramOutput } from './wake-program.ts';

export interface WakeProcess {
  readonly id: string;
  /** Ends it outright. */
  kill(): void;
  /** Stops it, and the commands it has started, where they are. */
  freeze(): void;
  thaw(): void;
  readonly ended: Promise<EndedWake>;
}

export interface EndedWake {
  readonly id: string;
  /** Null: it was killed. */
  readonly result: WakeResult | null;
  /** What it had shown by then. */
  readonly lines: readonly LogEntry[];
}

export interface Arena {
  readonly remote: BareRemote;
  /** Starts a wake; `goals` are those that a person chose. */
  start(goals?: readonly string[]): WakeProcess;
  /** How many requests git and the model have got so far. */
  requests(): number;
  /** Tokens that the model server has counted so far. */
  tokensServed(): number;
  /** The state branch as it stands. */
  look(): Promise<{ readonly state: State; readonly log: readonly LogEntry[] }>;
  drafts(): Promise<readonly DraftFile[]>;
  /** GitHub says that this run is over, whatever its process does. */
  declareFinished(wake: string): Promise<void>;
  /** What GitHub was asked to change so far, `METHOD /path`. */
  writes(): readonly string[];
}

export async function openArena(files: Readonly<Record<string, string>>): Promise<Arena> {
  const token = { ...WORKFLOW_TOKEN, requestsPerHour: 1_000_000 };
  const time = Date.now() - 3_600_000;
  const { standIn, remote, folder: github, exchanges } = await serveGitHub({ files, time, token });
  const model = await startModelServer(diligently);
  onTestFinished(model.close);
  const folder = await temporaryFolder();
  let started = 0;
  return {
    remote,
    start(goals = []) {
      started += 1;
      const wake = `${started}-1`;
      const { apiUrl, serverUrl, gitUrl } = standIn;
      return startWake({
        wake,
        remote: gitUrl,
        runs: join(github, 'runs'),
        github: { apiUrl, serverUrl, repository: REPOSITORY, token: TOKEN },
        folder: join(folder, wake),
        modelUrl: model.baseUrl,
        goals,
        offsetMs: 0,
      });
    },
    requests: () => standIn.arrivals() + model.requests.length,
    tokensServed: () => model.requests.length * USAGE.total_tokens,
    look: () => lookAt(remote),
    async drafts() {
      const paths = await numberedFiles(join(github, 'drafts'));
      const drafts = await Promise.all(paths.map((path) => readRecord(path, DRAFT)));
      return drafts.filter((draft) => draft !== null);
    },
    declareFinished: (wake) => standIn.runs.finish(wake),
    writes: () =>
      exchanges
        .filter(({ kind, method, url }) => kind === 'api' && method !== 'GET' && !url.endsWith('/graphql'))
        .map(({ method, url }) => `${method} ${new URL(url).pathname}`),
  };
}

/** Writes one line that names the item and the goal into a file of the item's own, then finishes. */
function diligently({ body }: ModelRequest): Reply {
  const told = body.messages[1]?.content ?? '';
  const item = /^Task: (?:<data-\w+>)?(.*?)(?:<\/data-\w+>)?$/m.exec(told)?.[1] ?? '';
  const goal = /^Goal: (.*)$/m.exec(told)?.[1] ?? '';
  const turn = body.messages.filter((message) => message.role === 'assistant').length;
  if (turn > 0) return calls(['finish', { summary: `Looked after ${item}.` }]);
  const path = item.startsWith('docs/') ? item : 'docs/index.md';
  return calls(['write_file', { path, text: `Looked after: ${item} (${goal})\n` }]);
}

const PROGRAM = fileURLToPath(new URL('./wake-program.ts', import.meta.url));

function startWake(order: WakeProgramOrder): WakeProcess {
  const child = spawn(process.execPath, [PROGRAM, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be frozen as a whole.
    detached: true,
  });
  const signal = (name: NodeJS.Signals) => (): void => {
    const isOver = child.exitCode !== null || child.signalCode !== null;
    if (child.pid !== undefined && !isOver) process.kill(-child.pid, name);
  };
  onTestFinished(() => void child.kill('SIGKILL'));
  const words = collect(child);
  const ended = new Promise<EndedWake>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const outputs = words.out().trim().split('\n').filter(Boolean).map(parseOutput);
      const last = outputs.at(-1);
      if (code !== 0 && signal === null) reject(new Error(`${order.wake} failed: ${words.err()}`));
      resolve({
        id: order.wake,
        result: last?.kind === 'result' ? last.result : null,
        lines: outputs.flatMap((output) => (output.kind === 'line' ? [output.entry] : [])),
      });
    });
  });
  const kill = (): void => void child.kill('SIGKILL');
  return { id: order.wake, kill, freeze: signal('SIGSTOP'), thaw: signal('SIGCONT'), ended };
}

function collect(child: ChildProcess): { readonly out: () => string; readonly err: () => string } {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => err.push(chunk));
  return { out: () => Buffer.concat(out).toString(), err: () => Buffer.concat(err).toString() };
}

function parseOutput(line: string): WakeProgramOutput {
  return JSON.parse(line) as WakeProgramOutput;
}

export async function lookAt(remote: BareRemote) {
  const world = await worldOn(remote);
  const { signal } = new AbortController();
  try {
    const tips = await world.state.fetch(signal);
    const files = await world.state.read(tips.state ?? '', ['state/'], signal);
    const texts = new Map([...files].map(([path, { text }]) => [path, text]));
    const logs = [...texts.keys()].filter((path) => path.startsWith('state/log/')).sort();
    const log = logs.flatMap((path) => decodeLogLines(texts.get(path) ?? '').entries);
    return { state: decodeState(texts), log };
  } finally {
    await world.close();
  }
}

/** A goal file: due at once, writing below docs/. */
export function goal(id: string, more = ''): Readonly<Record<string, string>> {
  const text = `title: ${id} is looked after\nobjective: Look after ${id}.\nschedule: {every: 6h}\npermissions: {write: ["docs/**"]}\n${more}`;
  return { [`goals/${id}.yml`]: text };
}
