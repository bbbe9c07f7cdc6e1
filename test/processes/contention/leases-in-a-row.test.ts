import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { systemClock, systemRandom } from '../../../src/adapters/runner.ts';
import { HOUR_MS } from '../../../src/core/time.ts';
import type { World } from '../../../src/ports.ts';
import { MemoryGitHub } from '../../../src/simulation/world/memory-github.ts';
import { NO_SUBJECTS } from '../../../src/simulation/world/memory-subjects.ts';
import { wake } from '../../../src/wake/wake.ts';
import { type BareRemote, makeBareRemote, temporaryFolder } from '../../support/git/repositories.ts';
import { NO_ISSUES } from '../../support/memory/no-issues.ts';
import { goal, lookAt } from '../../support/processes/arena.ts';

const GOALS = Array.from({ length: 5 }, (_, n) => `goal-${n + 1}`);
/** Each begins in an empty folder and ends with its goals released, so that more of them repeat what these do; the epochs get a third digit. */
const WAKES = 25;
const LEASES = GOALS.length * WAKES;
/** No file matches, so that a lease costs one push and no model. */
const QUEUE = 'for_each: {files: "nowhere/*.md"}\n';

test('I1: 125 leases in a row on a real repository, of 25 wakes with a folder each, get the epochs 1 to 125, one push each', async () => {
  const remote = await makeBareRemote();
  const goals = Object.assign({}, ...GOALS.map((id) => goal(id, QUEUE)));
  await remote.commit({ branch: 'main', files: goals, time: Date.now() - HOUR_MS });
  for (let n = 1; n <= WAKES; n++) {
    const { result, pushes } = await tick(remote, n);
    expect(result.goals.map(({ goal, ending }) => [goal, ending])).toEqual(
      result.goals.map(({ goal }) => [goal, 'no_change']),
    );
    expect(pushes, 'each release travels with the next acquire').toBe(GOALS.length + 1);
  }
  const { state, log } = await lookAt(remote);
  const taken = log.filter((line) => line.event === 'lease_taken');
  expect(taken.map((line) => line.data?.['epoch'])).toEqual(Array.from({ length: LEASES }, (_, n) => n + 1));
  expect(new Set(taken.map((line) => line.wake)).size).toBe(WAKES);
  expect(state.lock).toMatchObject({ epoch: LEASES, leases: {} });
  expect(log.filter((line) => line.event === 'lease_released')).toHaveLength(LEASES);
}, 300_000);

/** The n-th wake, six hours after the one before. */
async function tick(remote: BareRemote, n: number) {
  const folder = await temporaryFolder();
  const git = await openGitWorld({
    folder,
    remote: remote.url,
    environment: process.env,
    defaultBranch: 'main',
    isWhole: true,
  });
  let pushes = 0;
  const push: World['state']['push'] = (refs, signal) => {
    pushes += 1;
    return git.state.push(refs, signal);
  };
  const result = await wake(
    {
      clock: systemClock({ offsetMs: n * 6 * HOUR_MS }),
      random: systemRandom(),
      log: { line: () => {}, progress: () => {} },
      state: { ...git.state, push },
      workspace: git.workspace,
      sandbox: { reasonUnavailable: async () => 'there is none here', run: notHere },
      github: new MemoryGitHub().view(() => {}),
      issues: NO_ISSUES,
      subjects: NO_SUBJECTS,
      model: { name: () => 'none', open: notHere },
    },
    {
      wake: { id: `wake-${n}`, url: null },
      repository: 'test/repository',
      trigger: { kind: 'schedule', by: 'the schedule', reason: 'a tick', goals: [] },
      stop: '',
      model: { baseUrl: null, model: null },
      minutes: 12,
      cancel: new AbortController().signal,
      secrets: [],
    },
  );
  await git.close();
  await rm(folder, { recursive: true });
  return { result, pushes };
}

function notHere(): Promise<never> {
  return Promise.reject(new Error('this is not needed here'));
}
