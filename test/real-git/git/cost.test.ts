import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { asMasked } from '../../support/as-masked.ts';
import { type BareRemote, makeBareRemote, runGit, temporaryFolder } from '../../support/git/repositories.ts';

const STATE = 'wakeful-state';
const AUTHOR = asMasked({ name: 'Wakeful', email: 'wakeful@example.org', time: NOON });

function signal(): AbortSignal {
  return new AbortController().signal;
}

/** A `git` that notes its arguments before it runs the real one; git's own helpers do not go through it. */
async function countingEnvironment() {
  const folder = await temporaryFolder();
  const notes = join(folder, 'commands');
  await writeFile(notes, '');
  const real = (await runGit(folder, ['--exec-path'])).trim();
  await writeFile(
    join(folder, 'git'),
    `#!/bin/sh\nprintf '%s\\0' "$*" >> '${notes}'\nexec '${real}/git' "$@"\n`,
  );
  await chmod(join(folder, 'git'), 0o755);
  const environment = { ...process.env, PATH: `${folder}:${process.env['PATH']}` };
  const commands = async () =>
    (await readFile(notes, 'utf8')).split('\0').filter((command) => command !== '');
  const since = async (action: () => Promise<unknown>) => {
    const before = (await commands()).length;
    await action();
    return (await commands()).slice(before).map((command) => command.split(' ')[0]);
  };
  return { environment, commands, since };
}

async function opened(remote: BareRemote, environment: NodeJS.ProcessEnv = process.env) {
  const folder = await temporaryFolder();
  const world = await openGitWorld({ folder, remote: remote.url, environment, defaultBranch: 'main' });
  onTestFinished(world.close);
  return { ...world, folder };
}

async function withState() {
  const remote = await makeBareRemote();
  await remote.commit({ branch: 'main', files: { 'goals/a.yml': 'a', 'goals/b.yml': 'b' } });
  const first = await remote.commit({
    branch: STATE,
    files: { 'state/lock.json': '{}', 'state/requests/a.json': '{}' },
  });
  return { remote, first };
}

test.each([
  ['three processes', 'true', ['cat-file', 'fetch', 'fetch']],
  ['two where the remote sends all at once', 'false', ['cat-file', 'fetch']],
])(
  'fetching and reading are %s, however much is read; commit and push are one each',
  async (_, filters, processes) => {
    const { remote, first } = await withState();
    await remote.git(['config', 'uploadpack.allowFilter', filters]);
    const { environment, since } = await countingEnvironment();
    const { state } = await opened(remote, environment);
    const look = await since(async () => {
      const tips = await state.fetch(signal());
      await state.read(first, ['state/lock.json', 'state/requests/'], signal());
      await state.read(tips.base.commit, ['goals/'], signal());
    });
    expect(look.sort()).toEqual(processes);
    const change = { parent: first, files: new Map([['a', 'b']]), message: 'm', author: AUTHOR };
    let commit = '';
    const write = await since(async () => {
      commit = await state.commit(asMasked(change), signal());
    });
    expect(write).toEqual(['fast-import']);
    expect(await since(() => state.push([{ branch: STATE, commit, expect: first }], signal()))).toEqual([
      'push',
    ]);
    expect(await since(() => state.fetchState(signal()))).toEqual(['fetch']);
  },
);

test('the first fetch of a remote without a state branch is two processes on the network', async () => {
  const remote = await makeBareRemote();
  await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const { environment, since } = await countingEnvironment();
  const { state } = await opened(remote, environment);
  const commands = await since(() => state.fetch(signal()));
  expect(commands.filter((command) => command === 'fetch' || command === 'ls-remote')).toEqual([
    'fetch',
    'fetch',
  ]);
});

test('the name of the default branch is asked for once', async () => {
  const { remote } = await withState();
  const { environment, commands } = await countingEnvironment();
  const world = await openGitWorld({ folder: await temporaryFolder(), remote: remote.url, environment });
  onTestFinished(world.close);
  await world.state.fetch(signal());
  await world.state.fetch(signal());
  expect((await commands()).filter((command) => command.startsWith('ls-remote'))).toHaveLength(1);
});

test('an item that runs no command is not checked out, and costs no process when it changes nothing', async () => {
  const { remote } = await withState();
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const look = async (): Promise<void> => {
    const tree = await workspace.open(
      { commit: base.commit, base: base.commit, untouched: base.commit },
      signal(),
    );
    await tree.diff(signal());
    await tree.read('goals/a.yml');
    await tree.diff(signal());
    await tree.close();
  };
  expect(await since(look)).toEqual(['ls-tree']);
  expect(await since(look)).toEqual([]);
});

test('files are checked out once a command needs them, and cleaned before the next item uses the folder', async () => {
  const { remote } = await withState();
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const start = { commit: base.commit, base: base.commit, untouched: base.commit };
  const shown = await workspace.open(start, signal());
  await shown.write('goals/a.yml', 'changed');
  const show = () => since(() => shown.folder(signal()));
  // The first tells what is missing here.
  expect(await show()).toEqual(['cat-file', 'worktree']);
  expect(await show()).toEqual([]);
  await writeFile(join(await shown.folder(signal()), 'planted'), '');
  await shown.close();
  const next = await workspace.open(start, signal());
  expect(await since(() => next.folder(signal()))).toEqual(['cat-file', 'reset', 'clean']);
});

test('a change is compared once until the next change', async () => {
  const { remote } = await withState();
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const tree = await workspace.open(
    { commit: base.commit, base: base.commit, untouched: base.commit },
    signal(),
  );
  await tree.write('goals/a.yml', 'changed');
  const compare = () => since(() => tree.diff(signal()));
  expect(await compare()).toEqual(['fast-import', 'diff-tree']);
  expect(await compare()).toEqual([]);
  await tree.remove('goals/b.yml');
  expect((await tree.diff(signal())).files.map(({ path }) => path)).toEqual(['goals/a.yml', 'goals/b.yml']);
});

test('one process writes all commits of a wake, of work and of state', async () => {
  const { remote, first } = await withState();
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const tree = await workspace.open(
    { commit: base.commit, base: base.commit, untouched: base.commit },
    signal(),
  );
  const write = async (): Promise<void> => {
    await state.commit(
      {
        parent: first,
        files: asMasked(new Map([['a', 'b']])),
        message: asMasked('m'),
        author: AUTHOR,
      },
      signal(),
    );
    await tree.write('goals/a.yml', 'changed');
    await tree.commit(asMasked('m'), AUTHOR, signal());
  };
  expect(await since(write)).toEqual(['fast-import']);
  expect(await since(write)).toEqual([]);
});

test('looking back to several times of one window is two processes on the network', async () => {
  const remote = await makeBareRemote();
  const changes = Array.from({ length: 5 }, (_, at) => ({
    branch: 'main',
    files: { [`${at}.txt`]: `${at}` },
    time: NOON + at * 60_000,
  }));
  await remote.commitMany(changes);
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const found: (string | null)[] = [];
  const commands = await since(async () => {
    for (const minute of [1.5, 2.5, 3.5]) {
      found.push(await workspace.commitAt(base.commit, NOON + minute * 60_000, signal()));
    }
  });
  const subjects = (await remote.git(['rev-list', '--reverse', 'main'])).trim().split('\n');
  expect(found).toEqual(subjects.slice(1, 4));
  expect(commands).toEqual(['fetch', 'log']);
});

test('looking back over more than a hundred commits takes one look more, and finds the same', async () => {
  const remote = await makeBareRemote();
  const times = Array.from({ length: 150 }, (_, at) => NOON + at * 60_000);
  await remote.commitMany(times.map((time) => ({ branch: 'main', files: { 'a.txt': `${time}` }, time })));
  const { environment, since } = await countingEnvironment();
  const { state, workspace } = await opened(remote, environment);
  const { base } = await state.fetch(signal());
  const found: (string | null)[] = [];
  const look = async (minute: number): Promise<void> => {
    found.push(await workspace.commitAt(base.commit, NOON + minute * 60_000, signal()));
  };
  expect(await since(() => look(100.5))).toEqual(['fetch', 'log']);
  expect(await since(() => look(10.5))).toEqual(['fetch', 'log']);
  expect(await since(() => look(-1))).toEqual([]);
  const commits = (await remote.git(['rev-list', '--reverse', 'main'])).trim().split('\n');
  expect(found).toEqual([commits[100], commits[10], null]);
});

test('neither the address of the remote nor what it holds is on a command line', async () => {
  const { remote } = await withState();
  const { environment, commands } = await countingEnvironment();
  const { state } = await opened(remote, environment);
  await state.fetch(signal());
  await state.branches('wakeful/', signal());
  for (const command of await commands()) expect(command).not.toContain(remote.folder);
});

async function objectCount(folder: string): Promise<number> {
  const report = await runGit(join(folder, 'repository.git'), ['count-objects', '-v']);
  return [...report.matchAll(/^(?:count|in-pack): (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
}

test('2,000 commits behind on the state branch cost no more objects than one', async () => {
  const { remote } = await withState();
  const { state, folder } = await opened(remote);
  await state.fetch(signal());
  const one = async () => {
    const before = await objectCount(folder);
    const { state: tip } = await state.fetch(signal());
    return { fetched: (await objectCount(folder)) - before, tip };
  };
  await remote.commit({ branch: STATE, files: { 'state/lock.json': 'next' } });
  const few = await one();
  const many = Array.from({ length: 2000 }, (_, at) => ({
    branch: STATE,
    files: { 'state/lock.json': `${at}` },
  }));
  await remote.commitMany(many);
  expect((await one()).fetched).toBe(few.fetched);
  const commit = await state.commit(
    {
      parent: await remote.tip(STATE),
      files: asMasked(new Map([['a', 'b']])),
      message: asMasked('m'),
      author: AUTHOR,
    },
    signal(),
  );
  const outcome = await state.push([{ branch: STATE, commit, expect: await remote.tip(STATE) }], signal());
  expect(outcome).toEqual({ kind: 'landed' });
});

test('looking back fetches commits alone and leaves the shallow repository as it is', async () => {
  const remote = await makeBareRemote();
  const changes = Array.from({ length: 50 }, (_, at) => ({
    branch: 'main',
    files: { [`${at}.txt`]: `${at}` },
    time: NOON + at * 60_000,
  }));
  await remote.commitMany(changes);
  const { state, workspace, folder } = await opened(remote);
  const { base } = await state.fetch(signal());
  const before = await objectCount(folder);
  const history = await workspace.history(
    { tip: base.commit, from: null, since: NOON + 9.5 * 60_000, limit: 100 },
    signal(),
  );
  expect(history).toHaveLength(40);
  expect(await objectCount(folder)).toBe(before);
  const kept = await runGit(join(folder, 'history.git'), [
    'cat-file',
    '--batch-check=%(objecttype)',
    '--batch-all-objects',
  ]);
  expect(new Set(kept.trim().split('\n'))).toEqual(new Set(['commit']));
});

test('closing leaves nothing behind', async () => {
  const { remote } = await withState();
  const { state, workspace, folder, close } = await opened(remote);
  const { base } = await state.fetch(signal());
  await workspace.open({ commit: base.commit, base: base.commit, untouched: base.commit }, signal());
  expect(await readdir(folder)).not.toEqual([]);
  await close();
  expect(await readdir(folder)).toEqual([]);
});
