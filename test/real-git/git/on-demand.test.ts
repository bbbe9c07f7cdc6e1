import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { localEnvironment } from '../../../src/adapters/git/git-environment.ts';
import { type GitWorldOptions, openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { ObjectReader } from '../../../src/adapters/git/object-reader.ts';
import { openRevisions } from '../../../src/adapters/git/revisions.ts';
import { NotFetched, type ObjectSource, readStored } from '../../../src/adapters/git/stored-tree.ts';
import { Halt } from '../../../src/core/ending.ts';
import type { Sha } from '../../../src/ports.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { blobId } from '../../../src/tree/blob-id.ts';
import { asMasked } from '../../support/as-masked.ts';
import { objectsHere } from '../../support/git/objects-here.ts';
import { type BareRemote, makeBareRemote, runGit, temporaryFolder } from '../../support/git/repositories.ts';
import { GIT_HEADER, serveRepository } from '../../support/git/stand-in.ts';

const STATE = 'wakeful-state';
/** What the server can do, which branches there are, and what they hold. */
const REQUESTS_OF_A_FETCH = 3;
const AUTHOR = asMasked({ name: 'Wakeful', email: 'wakeful@example.org', time: NOON });
/** Differences between them are small, so that a server sends them as such. */
const LONG = Array.from({ length: 2_000 }, (_, at) => `{"line":${at}}\n`).join('');
const OF_BASE = { '.github/wakeful.yml': 'draft: {labels: []}\n', 'goals/a.yml': 'title: a\n' };
const OF_STATE = { 'state/lock.json': '{"lock":1}\n', 'state/checkpoints/a.json': '{"a":1}\n' };
const PAST = { 'state/log/2026-09-30.jsonl': LONG, 'state/log/2026-10-01.jsonl': `${LONG}more\n` };
const FILES = { ...OF_BASE, 'src/one.ts': 'one\n', 'src/two.ts': 'two\n', 'src/three.ts': 'three\n' };

function signal(): AbortSignal {
  return new AbortController().signal;
}

function idOf(text: string): Sha {
  return blobId(Buffer.from(text), 'sha1');
}

function idsOf(files: Readonly<Record<string, string>>): Set<Sha> {
  return new Set(Object.values(files).map(idOf));
}

async function made(): Promise<{ readonly remote: BareRemote; readonly base: Sha; readonly state: Sha }> {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: FILES });
  const state = await remote.commit({ branch: STATE, files: { ...OF_STATE, ...PAST } });
  return { remote, base, state };
}

async function open(remote: string, options: Partial<GitWorldOptions> = {}) {
  const folder = await temporaryFolder();
  const world = await openGitWorld({
    folder,
    remote,
    environment: process.env,
    defaultBranch: 'main',
    ...options,
  });
  onTestFinished(world.close);
  const read = async (commit: Sha, paths: readonly string[]) => {
    const files = await world.state.read(commit, paths, signal());
    return Object.fromEntries([...files].map(([path, { text }]) => [path, text]));
  };
  const openTree = (commit: Sha) =>
    world.workspace.open({ commit, base: commit, untouched: commit }, signal());
  return { ...world, folder, read, openTree };
}

async function ending(action: Promise<unknown>): Promise<Halt> {
  const error = await action.then(
    () => null,
    (failure: unknown) => failure,
  );
  if (error instanceof Halt) return error;
  throw new Error(`Not a planned ending: ${error}`);
}

test('an idle wake in a repository of 20,000 files fetches the contents that it reads, and no other', async () => {
  const remote = await makeBareRemote();
  const many = Array.from(
    { length: 20_000 },
    (_, at) => [`src/${at % 200}/${at}.txt`, `file ${at}\n`] as const,
  );
  const base = await remote.commit({ branch: 'main', files: { ...Object.fromEntries(many), ...OF_BASE } });
  const state = await remote.commit({ branch: STATE, files: { ...OF_STATE, ...PAST } });
  const { folder, read, state: store } = await open(remote.url);
  await store.fetch(signal());
  expect(await read(base, ['.github/wakeful.yml', 'goals/'])).toEqual(OF_BASE);
  expect(await read(state, ['state/lock.json', 'state/STOP', 'state/checkpoints/'])).toEqual(OF_STATE);
  const here = await objectsHere(folder);
  expect(here.blobs).toEqual(idsOf({ ...OF_BASE, ...OF_STATE }));
  // 20,000 ids of 20 bytes and their names. The contents are as much again.
  expect(here.bytes).toBeLessThan(800_000);
});

test('the log of past days stays with the remote until it is read, and then comes in one go', async () => {
  const { remote, state } = await made();
  const { folder, read, state: store } = await open(remote.url);
  await store.fetch(signal());
  const fetched = idsOf({ ...OF_BASE, ...OF_STATE });
  expect((await objectsHere(folder)).blobs).toEqual(fetched);
  expect(await read(state, ['state/log/2026-09-29.jsonl'])).toEqual({});
  expect((await objectsHere(folder)).blobs).toEqual(fetched);
  expect(await read(state, ['state/log/'])).toEqual(PAST);
});

test('a file that a look sends as a difference to one which is missing here is read as it is', async () => {
  const { remote } = await made();
  const { standIn } = await serveRepository(remote);
  const { read, state: store } = await open(standIn.gitUrl, { extraHeader: GIT_HEADER });
  await store.fetch(signal());
  const longer = { 'state/log/2026-10-01.jsonl': `${LONG}more\nand more\n` };
  const moved = await remote.commit({ branch: STATE, files: longer });
  await remote.git(['repack', '-adfq', '--depth=50']);
  expect(await store.fetchState(signal())).toBe(moved);
  expect(await read(moved, ['state/log/2026-10-01.jsonl'])).toEqual(longer);
});

test('files of one question are fetched together, and a file that was read is not fetched again', async () => {
  const { remote, base } = await made();
  const { standIn, exchanges } = await serveRepository(remote);
  const { state: store, openTree } = await open(standIn.gitUrl, { extraHeader: GIT_HEADER });
  await store.fetch(signal());
  const tree = await openTree(base);
  const asked = async (action: () => Promise<unknown>): Promise<number> => {
    const before = exchanges.length;
    await action();
    return exchanges.slice(before).filter(({ url }) => url.endsWith('/git-upload-pack')).length;
  };
  expect(await asked(() => tree.fetchContents(['src/one.ts', 'src/two.ts'], signal()))).toBe(1);
  expect(await asked(() => tree.read('src/one.ts'))).toBe(0);
  expect(await asked(() => tree.read('src/three.ts'))).toBe(1);
  expect(await asked(() => tree.fetchContents(Object.keys(FILES), signal()))).toBe(0);
});

test('work on files that were never read is compared, merged, checked out and pushed', async () => {
  const { remote, base } = await made();
  const theirs = await remote.commit({ branch: 'main', files: { 'src/two.ts': 'two of theirs\n' } });
  const { folder, state: store, workspace, openTree } = await open(remote.url);
  await store.fetch(signal());
  await workspace.fetchCommit(base, signal());
  const tree = await openTree(base);
  await tree.write('src/one.ts', 'one of ours\n');
  await tree.remove('src/three.ts');
  const diff = await tree.diff(signal());
  expect(diff.patch).toContain('-three\n');
  const ours = (await tree.commit(asMasked('work'), AUTHOR, signal())) ?? '';
  const sides = { base, ours, theirs, message: asMasked('merge'), author: AUTHOR };
  const merged = (await workspace.merge(sides, signal())) ?? '';
  const there = await openTree(merged);
  expect(await there.read('src/two.ts')).toEqual({ kind: 'text', text: 'two of theirs\n' });
  expect(await there.read('src/three.ts')).toEqual({ kind: 'missing' });
  const onDisk = await there.folder(signal());
  expect((await runGit(onDisk, ['ls-files'])).trim().split('\n').sort()).toEqual(
    Object.keys(FILES)
      .filter((path) => path !== 'src/three.ts')
      .sort(),
  );
  const push = await store.push([{ branch: 'wakeful/a/b', commit: merged, expect: null }], signal());
  expect(push).toEqual({ kind: 'landed' });
  expect(await remote.git(['show', 'wakeful/a/b:src/one.ts'])).toBe('one of ours\n');
  await remote.git(['fsck', '--connectivity-only']);
  expect((await objectsHere(folder)).blobs.size).toBeGreaterThan(0);
});

test('a push works where the base of the work is no tip of the remote any more', async () => {
  const { remote, base } = await made();
  const { state: store, openTree } = await open(remote.url);
  await store.fetch(signal());
  await remote.commit({ branch: 'main', files: { 'src/two.ts': 'moved on\n' } });
  const tree = await openTree(base);
  await tree.write('src/new.ts', 'new\n');
  const commit = (await tree.commit(asMasked('work'), AUTHOR, signal())) ?? '';
  const push = await store.push([{ branch: 'wakeful/a/b', commit, expect: null }], signal());
  expect(push).toEqual({ kind: 'landed' });
  expect(await remote.git(['show', 'wakeful/a/b:src/three.ts'])).toBe('three\n');
});

describe('a remote that', () => {
  const whole = idsOf({ ...FILES, ...OF_STATE, ...PAST });

  test('knows no filters sends all, and nothing more is asked of it', async () => {
    const { remote, base, state } = await made();
    await remote.git(['config', 'uploadpack.allowFilter', 'false']);
    const { folder, read, state: store, openTree } = await open(remote.url);
    await store.fetch(signal());
    expect((await objectsHere(folder)).blobs).toEqual(whole);
    await rename(remote.folder, `${remote.folder}.gone`);
    expect(await read(base, ['goals/'])).toEqual({ 'goals/a.yml': OF_BASE['goals/a.yml'] });
    expect(await read(state, ['state/log/'])).toEqual(PAST);
    expect(await (await openTree(base)).read('src/one.ts')).toEqual({ kind: 'text', text: 'one\n' });
  });

  test('refuses the filter is asked again without it', async () => {
    const { remote, state } = await made();
    await remote.git(['config', 'uploadpackfilter.allow', 'false']);
    const { folder, read, state: store } = await open(remote.url);
    await store.fetch(signal());
    expect((await objectsHere(folder)).blobs).toEqual(whole);
    expect(await read(state, ['state/log/'])).toEqual(PAST);
  });

  test('gives nothing by its id is asked for all that its branches hold', async () => {
    const { remote, base, state } = await made();
    const settings = join(await temporaryFolder(), 'settings');
    await writeFile(settings, '[protocol]\n\tversion = 0\n');
    const environment = { ...process.env, GIT_CONFIG_GLOBAL: settings };
    const { folder, read, state: store, openTree } = await open(remote.url, { environment });
    expect(await store.fetch(signal())).toEqual({ base: { branch: 'main', commit: base }, state });
    expect(await read(state, ['state/'])).toEqual({ ...OF_STATE, ...PAST });
    expect(await (await openTree(base)).read('src/one.ts')).toEqual({ kind: 'text', text: 'one\n' });
    expect((await objectsHere(folder)).blobs).toEqual(whole);
  });

  test('is small is fetched whole, in one go', async () => {
    const { remote } = await made();
    const { folder, state: store } = await open(remote.url, { isWhole: true });
    await store.fetch(signal());
    expect((await objectsHere(folder)).blobs).toEqual(whole);
  });

  test.each(['server_error', 'dropped', 'unauthorized'] as const)(
    'fails in the midst (%s) ends the wake, and nothing reads as missing',
    async (fault) => {
      const { remote, base, state } = await made();
      const { standIn } = await serveRepository(remote);
      const { read, state: store, openTree } = await open(standIn.gitUrl, { extraHeader: GIT_HEADER });
      await store.fetch(signal());
      const tree = await openTree(base);
      const takeBack = standIn.inject({ on: 'git', fault, times: 'always' });
      const expected = fault === 'unauthorized' ? 'forbidden' : 'github_unavailable';
      expect((await ending(read(state, ['state/log/']))).ending).toBe(expected);
      expect((await ending(tree.read('src/one.ts'))).ending).toBe(expected);
      expect((await ending(tree.fetchContents(['src/two.ts'], signal()))).ending).toBe(expected);
      expect((await ending(tree.folder(signal()))).ending).toBe(expected);
      takeBack();
      expect(await read(state, ['state/log/'])).toEqual(PAST);
      expect(await tree.read('src/one.ts')).toEqual({ kind: 'text', text: 'one\n' });
    },
  );

  test('has answered the first question and not the second has told nothing of the state', async () => {
    const { remote } = await made();
    const { standIn } = await serveRepository(remote);
    const { state: store } = await open(standIn.gitUrl, { extraHeader: GIT_HEADER });
    // Behind the tips, before the contents.
    let requests = 0;
    const thenNothing = async (): Promise<void> => {
      requests += 1;
      if (requests === REQUESTS_OF_A_FETCH)
        standIn.inject({ on: 'fetch', fault: 'dropped', times: 'always' });
    };
    standIn.inject({ on: 'fetch', fault: { meanwhile: thenNothing }, times: 'always' });
    expect((await ending(store.fetch(signal()))).ending).toBe('github_unavailable');
    expect(requests).toBeGreaterThan(REQUESTS_OF_A_FETCH);
  });

  test('has lost a file says so, and the file does not read as missing', async () => {
    const { remote, state } = await made();
    const { read, state: store } = await open(remote.url);
    await store.fetch(signal());
    await remote.git(['update-ref', '-d', `refs/heads/${STATE}`]);
    await remote.git(['reflog', 'expire', '--expire=now', '--all']);
    await remote.git(['gc', '--quiet', '--prune=now']);
    const halt = await ending(read(state, ['state/log/2026-09-30.jsonl']));
    expect(halt.ending).toBe('github_unavailable');
  });
});

test('a clone that lacks contents is no clone without files, and starts no program to get them', async () => {
  const { remote, base } = await made();
  const clone = join(await temporaryFolder(), 'clone');
  const started = join(await temporaryFolder(), 'started');
  await runGit(remote.folder, ['clone', '--quiet', '--filter=blob:none', '--no-checkout', remote.url, clone]);
  await runGit(clone, ['config', 'remote.origin.uploadpack', `touch '${started}'; git-upload-pack`]);
  await runGit(clone, ['config', 'protocol.file.allow', 'always']);
  const revisions = await openRevisions({ folder: clone, environment: process.env }, signal());
  onTestFinished(() => revisions.close());
  const halt = await ending(revisions.read(base, ['goals/'], signal()));
  expect(halt).toMatchObject({
    ending: 'bad_settings',
    detail: expect.stringContaining('the contents of all files'),
  });
  expect(existsSync(started)).toBe(false);
});

test.each(['a folder', 'a file'])(
  '%s that a commit has and that is not here does not read as missing',
  async (what) => {
    const { remote, state } = await made();
    const reader = new ObjectReader({
      folder: remote.folder,
      env: localEnvironment(process.env, remote.folder),
    });
    onTestFinished(() => reader.close());
    const hidden = what === 'a file' ? 'blob' : 'tree';
    const source: ObjectSource = {
      get: async (names, limit) => {
        const found = await reader.get(names, limit);
        return found.map((object, at) =>
          object?.type === hidden && names[at] === object.id ? null : object,
        );
      },
    };
    const read = readStored(source, { commit: state, paths: ['state/lock.json'] }, signal());
    await expect(read).rejects.toBeInstanceOf(NotFetched);
  },
);
