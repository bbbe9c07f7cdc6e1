/**
 * One wake in a process of its own: the shipped wake with the real adapters for git, GitHub and the model. Reads its order
 * from the first argument; prints each log line when it is shown, and the result at the end, as lines of JSON.
 */
import { writeSync } from 'node:fs';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { type GitHubOptions, openGitHub } from '../../../src/adapters/github/open-github.ts';
import { createOpenAiModels } from '../../../src/adapters/openai-model.ts';
import { childEnvironment, systemClock, systemRandom } from '../../../src/adapters/runner.ts';
import type { LogEntry } from '../../../src/core/event.ts';
import type { WakeResult } from '../../../src/core/wake-result.ts';
import { openRuns } from '../../../src/rehearsal/github/records/runs.ts';
import { wake } from '../../../src/wake/wake.ts';

export interface WakeProgramOrder {
  readonly wake: string;
  /** Address of the remote for git. */
  readonly remote: string;
  /** Where the server that stands in for GitHub keeps its list of runs. */
  readonly runs: string;
  readonly github: Pick<GitHubOptions, 'apiUrl' | 'serverUrl' | 'repository' | 'token'>;
  /** For this wake alone. */
  readonly folder: string;
  readonly modelUrl: string;
  /** Goals that a person chose; empty: whatever is due. */
  readonly goals: readonly string[];
  /** How far the wall clock is ahead, ms. */
  readonly offsetMs: number;
}

export type WakeProgramOutput =
  | { readonly kind: 'line'; readonly entry: LogEntry }
  | { readonly kind: 'result'; readonly result: WakeResult };

const order = JSON.parse(process.argv[2] ?? '') as WakeProgramOrder;
const clock = systemClock({ offsetMs: order.offsetMs });
const runs = openRuns(order.runs);
await runs.begin(order.wake, { workflow: 'wake.yml', event: 'schedule', at: new Date().toISOString() });
const git = await openGitWorld({
  folder: order.folder,
  remote: order.remote,
  environment: childEnvironment(),
  extraHeader: `Authorization: Basic ${Buffer.from(`x-access-token:${order.github.token}`).toString('base64')}`,
  defaultBranch: 'main',
});
const hub = openGitHub({
  ...order.github,
  actor: 'github-actions[bot]',
  workflow: 'wake.yml',
  clock,
  pace: { retryMs: 50, writes: 'at_once' },
});
const result = await wake(
  {
    clock,
    random: systemRandom(),
    log: { line: (entry) => print({ kind: 'line', entry }), progress: () => {} },
    state: git.state,
    workspace: git.workspace,
    sandbox: {
      reasonUnavailable: async () => 'there is none here',
      run: () => Promise.reject(new Error('there is no sandbox here')),
    },
    github: hub.github,
    issues: hub.issues,
    subjects: hub.subjects,
    model: createOpenAiModels({ key: null }),
  },
  {
    wake: { id: order.wake, url: null },
    repository: 'test/repository',
    trigger: {
      kind: order.goals.length === 0 ? 'schedule' : 'person',
      by: order.goals.length === 0 ? 'the schedule' : 'ann',
      reason: 'a tick',
      goals: order.goals,
    },
    stop: '',
    model: { baseUrl: order.modelUrl, model: 'test-model' },
    minutes: 12,
    cancel: new AbortController().signal,
    secrets: [],
  },
);
await git.close();
await runs.finish(order.wake);
print({ kind: 'result', result });

/** At once, so that nothing that was shown is lost when the process is killed. */
function print(output: WakeProgramOutput): void {
  writeSync(1, `${JSON.stringify(output)}\n`);
}
