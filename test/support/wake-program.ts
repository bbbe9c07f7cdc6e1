/**
 * One wake in a process of its own: the shipped wake with the real adapters for git and the model, and the stand-in for
 * GitHub that is made of files. Reads its order from the first argument; prints each log line when it is shown, and the
 * result at the end, as lines of JSON.
 */
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openGitWorld } from '../../src/adapters/git/git-world.ts';
import { gitRunner } from '../../src/adapters/git/run-git.ts';
import { createOpenAiModels } from '../../src/adapters/openai-model.ts';
import { rehearsalGitHub } from '../../src/adapters/rehearsal/github.ts';
import { openRuns } from '../../src/adapters/rehearsal/runs.ts';
import { childEnvironment, systemClock, systemRandom } from '../../src/adapters/runner.ts';
import type { LogEntry } from '../../src/core/event.ts';
import { wake } from '../../src/wake/wake.ts';
import type { WakeResult } from '../../src/wake/wake-result.ts';
import { NO_ISSUES } from './no-issues.ts';

export interface WakeProgramOrder {
  readonly wake: string;
  /** Address of the remote. */
  readonly remote: string;
  /** The bare repository behind it, for the stand-in; null: a draft is taken as it is asked for. */
  readonly bare: string | null;
  /** Where the stand-in keeps drafts, issues and runs. */
  readonly github: string;
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
const runs = openRuns(join(order.github, 'runs'));
await runs.begin(order.wake, { workflow: 'wake.yml', event: 'schedule', at: new Date().toISOString() });
const git = await openGitWorld({
  folder: order.folder,
  remote: order.remote,
  environment: childEnvironment(),
  defaultBranch: 'main',
});
const result = await wake(
  {
    clock: systemClock({ offsetMs: order.offsetMs }),
    random: systemRandom(),
    log: { line: (entry) => print({ kind: 'line', entry }), progress: () => {} },
    state: git.state,
    workspace: git.workspace,
    sandbox: {
      whyUnavailable: async () => 'there is none here',
      run: () => Promise.reject(new Error('there is no sandbox here')),
    },
    github: rehearsalGitHub({ folder: order.github, shownAs: 'github', runs, diff: branchDiff }),
    issues: NO_ISSUES,
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

/** What the stand-in asks before it opens a draft: whether there is such a branch. */
async function branchDiff(range: { readonly branch: string }, signal: AbortSignal): Promise<string | null> {
  if (order.bare === null) return '';
  const args = [`--git-dir=${order.bare}`, 'rev-parse', '--verify', '--quiet', `refs/heads/${range.branch}`];
  const found = await gitRunner(childEnvironment())({ folder: order.bare, args }, signal);
  return found.code === 0 ? '' : null;
}

/** At once, so that nothing that was shown is lost when the process is killed. */
function print(output: WakeProgramOutput): void {
  writeSync(1, `${JSON.stringify(output)}\n`);
}
