/** A repository on the stand-in with one goal, a model that can be told what to answer, and a runner. */
import { onTestFinished } from 'vitest';
import { decodeLogLines, decodeState } from '../../src/config/state/state-files.ts';
import type { LogEntry } from '../../src/core/event.ts';
import type { State } from '../../src/core/state.ts';
import { type ServedGitHub, type ServedOptions, serveGitHub } from '../support/git/stand-in.ts';
import {
  calls,
  type ModelRequest,
  type ModelServer,
  type Reply,
  startModelServer,
} from '../support/model-server.ts';
import type { BuiltAction } from './built-action.ts';
import { type StepRunner, stepRunner } from './runner.ts';

export type ModelReply = (request: ModelRequest, n: number) => Reply;

export const GOAL = [
  'title: Keep the glossary sorted',
  'objective: Sort the entries of docs/glossary.md.',
  'schedule: {every: 24h}',
  'permissions: {read: ["docs/**"], write: ["docs/glossary.md"]}',
  '',
].join('\n');

const FILES = {
  'README.md': '# Site\n',
  'docs/glossary.md': 'pear\napple\n',
  'goals/glossary.yml': GOAL,
};

export interface Stage extends ServedGitHub, StepRunner {
  readonly model: ModelServer;
  /** From now on the model answers so. */
  answer(reply: ModelReply): void;
  state(): Promise<State>;
  log(): Promise<readonly LogEntry[]>;
  /** Requests so far, `METHOD /path` below the API, and of git its services. */
  requests(): readonly string[];
}

export async function openStage(action: BuiltAction, options: ServedOptions = {}): Promise<Stage> {
  const served = await serveGitHub({ files: FILES, ...options });
  let reply: ModelReply = () => ({ kind: 'json', status: 500, body: {} });
  const model = await startModelServer((request, n) => reply(request, n));
  onTestFinished(() => model.close());
  const show = (path: string) => served.remote.git(['show', `wakeful-state:${path}`]);
  const paths = async () =>
    (await served.remote.git(['ls-tree', '-r', '--name-only', 'wakeful-state'])).split('\n');
  const read = async (wanted: (path: string) => boolean) => {
    const names = (await paths()).filter((path) => path !== '' && wanted(path));
    return Promise.all(names.map(async (path) => [path, await show(path)] as const));
  };
  return {
    ...served,
    ...stepRunner(action, served, model.baseUrl),
    model,
    answer(next) {
      reply = next;
    },
    state: async () => decodeState(new Map(await read(() => true))),
    log: async () => {
      const files = await read((path) => path.startsWith('state/log/'));
      return files.flatMap(([, text]) => decodeLogLines(text).entries);
    },
    requests: () => served.exchanges.map(({ method, url }) => `${method} ${url}`),
  };
}

/** Sorts the glossary in two answers. */
export function sorts({ body }: ModelRequest): Reply {
  const isFirst = body.messages.length <= 2;
  return isFirst
    ? calls(['write_file', { path: 'docs/glossary.md', text: 'apple\npear\n' }])
    : calls(['finish', { summary: 'Sorted two entries.' }]);
}
