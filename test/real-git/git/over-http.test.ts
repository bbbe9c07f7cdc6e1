import { writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { type GitWorldOptions, openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { Halt } from '../../../src/core/ending.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { asMasked } from '../../support/as-masked.ts';
import { makeBareRemote, temporaryFolder } from '../../support/git/repositories.ts';
import { GIT_HEADER, serveRepository } from '../../support/git/stand-in.ts';

const AUTHOR = { name: 'Wakeful', email: 'wakeful@example.org', time: NOON };
const STATE = 'wakeful-state';

function signal(): AbortSignal {
  return new AbortController().signal;
}

async function served(options: Partial<GitWorldOptions> = {}) {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const first = await remote.commit({ branch: STATE, files: { 'state/lock.json': '{}' } });
  const { standIn } = await serveRepository(remote);
  const world = await openGitWorld({
    folder: await temporaryFolder(),
    remote: standIn.gitUrl,
    environment: process.env,
    extraHeader: GIT_HEADER,
    defaultBranch: 'main',
    ...options,
  });
  onTestFinished(world.close);
  const change = { parent: first, files: new Map([['a', 'b']]), message: 'm', author: AUTHOR };
  return { remote, base, first, standIn, change, state: world.state };
}

async function ending(action: Promise<unknown>): Promise<Halt> {
  const error = await action.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (error instanceof Halt) return error;
  throw new Error(`Not a planned ending: ${error}`);
}

test.each(['unauthorized', 'forbidden', 'not_found'] as const)(
  'a fetch that is %s is forbidden',
  async (fault) => {
    const { standIn, state } = await served();
    standIn.inject({ on: 'git', fault });
    const halt = await ending(state.fetch(signal()));
    expect(halt.ending).toBe('forbidden');
    expect(halt.detail).toContain(standIn.serverUrl);
    expect(halt.cause).toBeInstanceOf(Error);
  },
);

test('a fetch that is answered with 503 means that the remote is unavailable, and the next one works', async () => {
  const { standIn, state, first } = await served();
  standIn.inject({ on: 'git', fault: 'server_error' });
  expect((await ending(state.fetch(signal()))).ending).toBe('github_unavailable');
  expect((await state.fetch(signal())).state).toBe(first);
});

test('a remote that nobody serves is unavailable', async () => {
  const { standIn, state } = await served();
  await standIn.close();
  expect((await ending(state.fetch(signal()))).ending).toBe('github_unavailable');
  expect((await ending(state.branches('x', signal()))).ending).toBe('github_unavailable');
});

test('a fetch that hangs ends at the time limit', async () => {
  const { standIn, state } = await served({ networkTimeoutMs: 300 });
  standIn.inject({ on: 'git', fault: 'hang' });
  const halt = await ending(state.fetch(signal()));
  expect(halt.ending).toBe('github_unavailable');
  expect(halt.detail).toContain('did not answer within 0.3 seconds');
});

test('a fetch that hangs is ended by the signal, with its reason', async () => {
  const { standIn, state } = await served();
  standIn.inject({ on: 'git', fault: 'hang' });
  const stop = new AbortController();
  const arrived = standIn.hanging();
  const fetch = state.fetch(stop.signal);
  const failed = expect(fetch).rejects.toThrow('cancelled by the runner');
  await arrived;
  stop.abort(new Error('cancelled by the runner'));
  await failed;
});

test('a push that is cut off by the signal is unknown', async () => {
  const { standIn, state, change, remote, first } = await served();
  await state.fetch(signal());
  const commit = await state.commit(asMasked(change), signal());
  standIn.inject({ on: 'push', fault: 'hang' });
  const stop = new AbortController();
  const arrived = standIn.hanging();
  const push = state.push([{ branch: STATE, commit, expect: first }], stop.signal);
  await arrived;
  stop.abort();
  expect((await push).kind).toBe('unknown');
  expect(await remote.tip(STATE)).toBe(first);
});

test('a push whose connection breaks after it landed is unknown, and a fetch shows it', async () => {
  const { standIn, state, change, remote, first } = await served();
  await state.fetch(signal());
  const commit = await state.commit(asMasked(change), signal());
  standIn.inject({ on: 'push', fault: 'dropped_after' });
  expect((await state.push([{ branch: STATE, commit, expect: first }], signal())).kind).toBe('unknown');
  expect(await remote.tip(STATE)).toBe(commit);
  expect(await state.fetchState(signal())).toBe(commit);
});

test.each(['unauthorized', 'forbidden'] as const)(
  'a push that is %s was denied and says what to do',
  async (fault) => {
    const { standIn, state, change, remote, first } = await served();
    await state.fetch(signal());
    const commit = await state.commit(asMasked(change), signal());
    standIn.inject({ on: 'git', fault });
    const outcome = await state.push([{ branch: STATE, commit, expect: first }], signal());
    expect(outcome).toMatchObject({
      kind: 'denied',
      reason: expect.stringContaining('contents: write'),
    });
    expect(await remote.tip(STATE)).toBe(first);
  },
);

test('the header opens the remote, also where the machine sets another one, and is not on any command line', async () => {
  const folder = await temporaryFolder();
  await writeFile(`${folder}/gitconfig`, '[http]\n\textraheader = Authorization: Basic wrong\n');
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: `${folder}/gitconfig` };
  const { standIn, state, change, first } = await served({ environment });
  const without = await openGitWorld({
    folder: await temporaryFolder(),
    remote: standIn.gitUrl,
    environment,
  });
  onTestFinished(without.close);
  expect((await ending(without.state.fetch(signal()))).ending).toBe('forbidden');
  expect((await state.fetch(signal())).state).toBe(first);
  const commit = await state.commit(asMasked(change), signal());
  expect(await state.push([{ branch: STATE, commit, expect: first }], signal())).toEqual({ kind: 'landed' });
});
