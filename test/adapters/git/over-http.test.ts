import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type GitWorldOptions, openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { Halt } from '../../../src/core/ending.ts';
import { serveGitOverHttp } from '../../support/git-http-server.ts';
import { makeBareRemote, NOON, temporaryFolder } from '../../support/repositories.ts';

const AUTHOR = { name: 'Wakeful', email: 'wakeful@example.org', time: NOON };
const STATE = 'wakeful-state';

function signal(): AbortSignal {
  return new AbortController().signal;
}

async function served(options: Partial<GitWorldOptions> = {}) {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const first = await remote.commit({ branch: STATE, files: { 'state/lock.json': '{}' } });
  const server = await serveGitOverHttp(dirname(remote.folder));
  const url = `${server.url}/remote.git`;
  const world = await openGitWorld({
    folder: await temporaryFolder(),
    remote: url,
    environment: process.env,
    defaultBranch: 'main',
    ...options,
  });
  onTestFinished(world.close);
  const change = { parent: first, files: new Map([['a', 'b']]), message: 'm', author: AUTHOR };
  return { remote, base, first, server, url, change, state: world.state };
}

async function ending(action: Promise<unknown>): Promise<Halt> {
  const error = await action.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (error instanceof Halt) return error;
  throw new Error(`Not a planned ending: ${error}`);
}

test.each([401, 403, 404] as const)('a fetch that is answered with %i is forbidden', async (status) => {
  const { server, state } = await served();
  server.inject(status);
  const halt = await ending(state.fetch(signal()));
  expect(halt.ending).toBe('forbidden');
  expect(halt.detail).toContain(server.url);
  expect(halt.cause).toBeInstanceOf(Error);
});

test('a fetch that is answered with 503 means that the remote is unavailable, and the next one works', async () => {
  const { server, state, first } = await served();
  server.inject(503);
  expect((await ending(state.fetch(signal()))).ending).toBe('github_unavailable');
  expect((await state.fetch(signal())).state).toBe(first);
});

test('a remote that nobody serves is unavailable', async () => {
  const { server, state } = await served();
  await server.close();
  expect((await ending(state.fetch(signal()))).ending).toBe('github_unavailable');
  expect((await ending(state.branches('x', signal()))).ending).toBe('github_unavailable');
});

test('a fetch that hangs ends at the time limit', async () => {
  const { server, state } = await served({ networkTimeoutMs: 300 });
  server.inject('hang');
  const halt = await ending(state.fetch(signal()));
  expect(halt.ending).toBe('github_unavailable');
  expect(halt.detail).toContain('did not answer within 0.3 seconds');
});

test('a fetch that hangs is ended by the signal, with its reason', async () => {
  const { server, state } = await served();
  server.inject('hang');
  const stop = new AbortController();
  const arrived = server.hanging();
  const fetch = state.fetch(stop.signal);
  const failed = expect(fetch).rejects.toThrow('cancelled by the runner');
  await arrived;
  stop.abort(new Error('cancelled by the runner'));
  await failed;
});

test('a push that is cut off by the signal is unknown', async () => {
  const { server, state, change, remote, first } = await served();
  await state.fetch(signal());
  const commit = await state.commit(change, signal());
  server.inject('hang_on_push');
  const stop = new AbortController();
  const arrived = server.hanging();
  const push = state.push([{ branch: STATE, commit, expect: first }], stop.signal);
  await arrived;
  stop.abort();
  expect((await push).kind).toBe('unknown');
  expect(await remote.tip(STATE)).toBe(first);
});

test('a push whose connection breaks after it landed is unknown, and a fetch shows it', async () => {
  const { server, state, change, remote, first } = await served();
  await state.fetch(signal());
  const commit = await state.commit(change, signal());
  server.inject('drop_after_push');
  expect((await state.push([{ branch: STATE, commit, expect: first }], signal())).kind).toBe('unknown');
  expect(await remote.tip(STATE)).toBe(commit);
  expect(await state.fetchState(signal())).toBe(commit);
});

test.each([401, 403] as const)(
  'a push that is answered with %i is forbidden and says what to do',
  async (status) => {
    const { server, state, change, remote, first } = await served();
    await state.fetch(signal());
    const commit = await state.commit(change, signal());
    server.inject(status);
    const outcome = await state.push([{ branch: STATE, commit, expect: first }], signal());
    expect(outcome).toMatchObject({
      kind: 'refused',
      refs: [{ reason: 'forbidden', detail: expect.stringContaining('contents: write') }],
    });
    expect(await remote.tip(STATE)).toBe(first);
  },
);

test('the header opens the remote, also where the machine sets another one, and is not on any command line', async () => {
  const header = `Basic ${Buffer.from('x-access-token:t0ken').toString('base64')}`;
  const folder = await temporaryFolder();
  const { writeFile } = await import('node:fs/promises');
  await writeFile(`${folder}/gitconfig`, '[http]\n\textraheader = Authorization: Basic wrong\n');
  const environment = { ...process.env, GIT_CONFIG_GLOBAL: `${folder}/gitconfig` };
  const { server, state, change, first } = await served({ environment });
  server.requireAuthorization(header);
  const without = await ending(state.fetch(signal()));
  expect(without.ending).toBe('forbidden');
  const world = await openGitWorld({
    folder: await temporaryFolder(),
    remote: `${server.url}/remote.git`,
    environment,
    extraHeader: `Authorization: ${header}`,
  });
  onTestFinished(world.close);
  expect((await world.state.fetch(signal())).state).toBe(first);
  const commit = await world.state.commit(change, signal());
  expect(await world.state.push([{ branch: STATE, commit, expect: first }], signal())).toEqual({
    kind: 'landed',
  });
});
