/** A repository on the stand-in for GitHub, a model server and a folder for one row of the table. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tokenHeader } from '../src/adapters/git/git-environment.ts';
import { gitRunner } from '../src/adapters/git/run-git.ts';
import { gitServer } from '../src/adapters/git/serve-git.ts';
import { systemClock } from '../src/adapters/runner.ts';
import { WORKFLOW_TOKEN } from '../src/rehearsal/github/http/access.ts';
import type { Exchange } from '../src/rehearsal/github/http/exchange.ts';
import { startTestStandIn, type TestStandIn } from '../test/support/github/test-stand-in.ts';
import { calls, type ModelRequest, startModelServer } from '../test/support/model-server.ts';
import { atDistance } from './distance.ts';
import { runProgram } from './processes.ts';

export const STATE = 'wakeful-state';
export const REPOSITORY = 'acme/site';
export const TOKEN = 'ghs_not-a-real-token';

export interface Place {
  readonly folder: string;
  readonly bare: string;
  /** Where the stand-in keeps its records. */
  readonly github: string;
  readonly standIn: TestStandIn;
  /** Where wakes find it. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** For git, with what opens it. */
  readonly remote: { readonly url: string; readonly extraHeader: string };
  /** What it was asked so far. */
  readonly exchanges: readonly Exchange[];
  readonly modelUrl: string;
  /** How large it is, as GitHub tells each run. */
  kilobytes(): Promise<number>;
  /** Runs git in the bare repository. */
  git(args: readonly string[], input?: string): Promise<string>;
  close(): Promise<void>;
}

/** A place for one row, removed whatever happens. `roundTripMs`: between a wake and GitHub; 0 is the loopback as it is. */
export async function inPlace<T>(body: (place: Place) => Promise<T>, roundTripMs = 0): Promise<T> {
  const place = await openPlace(roundTripMs);
  try {
    return await body(place);
  } finally {
    await place.close();
  }
}

export function inTwoPlaces<T>(body: (one: Place, other: Place) => Promise<T>): Promise<T> {
  return inPlace((one) => inPlace((other) => body(one, other)));
}

async function openPlace(roundTripMs: number): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'wakeful-bench-'));
  const bare = join(folder, 'remote.git');
  await runProgram('git', ['init', '--quiet', '--bare', '--initial-branch=main', bare]);
  const model = await startModelServer(atOnce);
  const github = join(folder, 'github');
  const exchanges: Exchange[] = [];
  const standIn = await startTestStandIn({
    folder: github,
    origin: bare,
    repository: REPOSITORY,
    clock: systemClock({ offsetMs: 0 }),
    git: gitRunner(process.env),
    serveGit: gitServer(process.env),
    tokens: { [TOKEN]: { ...WORKFLOW_TOKEN, requestsPerHour: 1_000_000 } },
    observe: (exchange) => exchanges.push(exchange),
  });
  const near = new URL(standIn.apiUrl);
  const distant = roundTripMs === 0 ? null : await atDistance(Number(near.port), roundTripMs);
  const git = async (args: readonly string[], input?: string) =>
    (await runProgram('git', [`--git-dir=${bare}`, ...args], { input })).out;
  const serverUrl = `http://127.0.0.1:${distant?.port ?? near.port}`;
  return {
    ...{ folder, bare, github, standIn, exchanges, serverUrl },
    modelUrl: model.baseUrl,
    apiUrl: `${serverUrl}${near.pathname}`,
    remote: { url: `${serverUrl}/${REPOSITORY}.git`, extraHeader: tokenHeader(TOKEN) },
    git,
    async kilobytes() {
      const counts = await git(['count-objects', '-v']);
      return [...counts.matchAll(/^size(?:-pack)?: (\d+)$/gm)].reduce((sum, [, n]) => sum + Number(n), 0);
    },
    async close() {
      await model.close();
      await distant?.close();
      await standIn.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A model that needs no time: one file, then it is finished; as a second reader it objects to nothing. */
function atOnce({ body }: ModelRequest, n: number) {
  if (body.tools?.some((tool) => tool.function.name === 'verdict'))
    return calls(['verdict', { objections: [] }]);
  const turn = body.messages.filter((message) => message.role === 'assistant').length;
  if (turn > 0) return calls(['finish', { summary: 'Looked after it.' }]);
  // Each text is new: a change that an open draft holds already is not proposed again.
  return calls(['write_file', { path: 'docs/index.md', text: `Looked after, ${n}.\n` }]);
}
