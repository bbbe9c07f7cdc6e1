import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type GitWorldOptions, openGitWorld } from '../../../src/adapters/git/git-world.ts';
import { NOON } from '../../../src/simulation/world/remote-change.ts';
import { asMasked } from '../../support/as-masked.ts';
import { makeBareRemote, runGit, temporaryFolder } from '../../support/git/repositories.ts';

const AUTHOR = asMasked({ name: 'Wakeful <agent>\n', email: 'wakeful@example.org', time: NOON + 999 });

function signal(): AbortSignal {
  return new AbortController().signal;
}

async function open(options: Partial<GitWorldOptions> & { readonly remote: string }) {
  const world = await openGitWorld({ folder: await temporaryFolder(), environment: process.env, ...options });
  onTestFinished(world.close);
  return world;
}

test('a remote with a detached HEAD needs the name of the default branch, and works with it', async () => {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'trunk', files: { 'a.txt': 'a' } });
  await remote.git(['update-ref', '--no-deref', 'HEAD', base]);
  const asked = (await open({ remote: remote.url })).state.fetch(signal());
  await expect(asked).rejects.toMatchObject({
    ending: 'bad_settings',
    detail: expect.stringContaining('detached HEAD'),
  });
  const { state } = await open({ remote: remote.url, defaultBranch: 'trunk' });
  expect((await state.fetch(signal())).base).toEqual({ branch: 'trunk', commit: base });
});

test('a default branch that does not exist is named in the ending', async () => {
  const remote = await makeBareRemote();
  await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const { state } = await open({ remote: remote.url, defaultBranch: 'trunk' });
  await expect(state.fetch(signal())).rejects.toMatchObject({
    ending: 'bad_settings',
    detail: expect.stringContaining('no branch trunk'),
  });
});

test('a path that is not a repository is told from one that cannot be reached', async () => {
  const { state } = await open({ remote: `file://${await temporaryFolder()}` });
  await expect(state.fetch(signal())).rejects.toMatchObject({
    ending: 'bad_settings',
    detail: expect.stringContaining('not a git repository'),
  });
});

test('a missing git is named', async () => {
  const { state } = await open({
    remote: 'file:///nowhere',
    defaultBranch: 'main',
    environment: { PATH: await temporaryFolder() },
  });
  await expect(state.fetch(signal())).rejects.toMatchObject({
    ending: 'bad_settings',
    detail: expect.stringContaining('git was not found'),
  });
});

test('a remote whose own history is shallow is worked on like any other', async () => {
  const full = await makeBareRemote();
  const changes = Array.from({ length: 6 }, (_, at) => ({
    branch: 'main',
    files: { 'a.txt': `${at}` },
    time: NOON + at * 60_000,
  }));
  await full.commitMany(changes);
  const folder = await temporaryFolder();
  await runGit(folder, ['clone', '--quiet', '--bare', '--depth=3', full.url, 'shallow.git']);
  const { state, workspace } = await open({ remote: `file://${folder}/shallow.git` });
  const { base } = await state.fetch(signal());
  const history = await workspace.history({ tip: base.commit, from: null, since: NOON, limit: 9 }, signal());
  expect(history).toHaveLength(3);
  expect(await workspace.commitAt(base.commit, NOON + 4 * 60_000, signal())).toBe(history[1]?.commit);
  expect(await workspace.commitAt(base.commit, NOON, signal())).toBeNull();
  const other = await open({ remote: `file://${folder}/shallow.git` });
  await other.state.fetch(signal());
  expect(await other.workspace.commitAt(base.commit, NOON, signal())).toBeNull();
  const commit = await state.commit(
    {
      parent: base.commit,
      files: asMasked(new Map([['b', 'b']])),
      message: asMasked('m'),
      author: AUTHOR,
    },
    signal(),
  );
  expect(await state.push([{ branch: 'work', commit, expect: null }], signal())).toEqual({ kind: 'landed' });
});

test("the machine's settings and hooks change neither commits nor checked-out files", async () => {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a\nb\n' } });
  const home = await temporaryFolder();
  const hooks = join(home, 'hooks');
  await mkdir(hooks);
  const proof = join(home, 'ran');
  for (const hook of ['pre-push', 'post-checkout', 'post-index-change']) {
    await writeFile(join(hooks, hook), `#!/bin/sh\ntouch '${proof}'\nexit 1\n`, { mode: 0o755 });
  }
  const settings = `[core]\n\tautocrlf = true\n\thooksPath = ${hooks}\n[user]\n\tname = Somebody\n[commit]\n\tgpgSign = true\n[push]\n\tgpgSign = true\n\tfollowTags = true\n\tpushOption = x\n[fetch]\n\tprune = true\n`;
  await writeFile(join(home, 'gitconfig'), settings);
  const environment = { ...process.env, HOME: home, GIT_CONFIG_GLOBAL: join(home, 'gitconfig') };
  const { state, workspace } = await open({ remote: remote.url, environment });
  await state.fetch(signal());
  const tree = await workspace.open({ commit: base, base, untouched: base }, signal());
  expect(await readFile(join(await tree.folder(signal()), 'a.txt'), 'utf8')).toBe('a\nb\n');
  await tree.write('a.txt', 'c\n');
  const commit = (await tree.commit(asMasked('A subject\n\nA body.'), AUTHOR, signal())) ?? '';
  expect(await state.push([{ branch: 'work', commit, expect: null }], signal())).toEqual({ kind: 'landed' });
  const raw = await remote.git(['cat-file', 'commit', commit]);
  const seconds = NOON / 1000;
  expect(raw).toContain(
    `author Wakeful agent <wakeful@example.org> ${seconds} +0000\ncommitter Wakeful agent <wakeful@example.org> ${seconds} +0000\n\nA subject\n\nA body.`,
  );
  await expect(readFile(proof)).rejects.toThrow('ENOENT');
});

test.each(['ssh://git@example.org/x.git', 'git@example.org:x.git'])(
  "ssh is started as the machine's settings say, and never asks a person: %s",
  async (remote) => {
    const home = await temporaryFolder();
    await writeFile(
      join(home, 'ssh'),
      `#!/bin/sh\necho "$@" > '${home}/called'\necho 'Permission denied (publickey).' >&2\nexit 255\n`,
      { mode: 0o755 },
    );
    await writeFile(join(home, 'gitconfig'), `[core]\n\tsshCommand = '${home}/ssh' -i key\n`);
    const environment = { ...process.env, GIT_CONFIG_GLOBAL: join(home, 'gitconfig') };
    const { state } = await open({ remote, environment, defaultBranch: 'main' });
    await expect(state.fetch(signal())).rejects.toMatchObject({
      ending: 'forbidden',
      detail: expect.stringContaining('publickey'),
    });
    expect(await readFile(join(home, 'called'), 'utf8')).toMatch(/^-i key -o BatchMode=yes .*example\.org/);
  },
);

test('a reader that is stopped does not stop another one', async () => {
  const remote = await makeBareRemote();
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`d${at % 7}/${at}.txt`, `${at}`.repeat(2000)]),
  );
  const base = await remote.commit({ branch: 'main', files });
  const { state } = await open({ remote: remote.url });
  await state.fetch(signal());
  const paths = Object.keys(files);
  const stop = new AbortController();
  const [stopped, other] = [state.read(base, paths, stop.signal), state.read(base, paths, signal())];
  const failed = expect(stopped).rejects.toThrow('enough');
  stop.abort(new Error('enough'));
  await failed;
  expect((await other).size).toBe(300);
  expect((await state.read(base, paths, signal())).get('d0/0.txt')?.text).toBe(files['d0/0.txt']);
});

test('what an earlier wake left in the folder does no harm', async () => {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const folder = await temporaryFolder();
  const killed = await openGitWorld({ folder, remote: remote.url, environment: process.env });
  await killed.state.fetch(signal());
  await killed.workspace.open({ commit: base, base, untouched: base }, signal());
  await writeFile(join(folder, 'repository.git/shallow.lock'), '');
  await writeFile(join(folder, 'repository.git/config'), 'broken [');
  const next = await open({ remote: remote.url, folder });
  expect((await next.state.fetch(signal())).base.commit).toBe(base);
  const tree = await next.workspace.open({ commit: base, base, untouched: base }, signal());
  expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'a' });
});

test('fetches that are asked for at once do not get in the way of each other', async () => {
  const remote = await makeBareRemote();
  const base = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
  const commits = await Promise.all(
    ['x', 'y', 'z'].map((branch) => remote.commit({ branch, parents: [base], files: { [branch]: branch } })),
  );
  const { state, workspace } = await open({ remote: remote.url });
  const fetched = await Promise.all([
    state.fetch(signal()),
    ...['x', 'y', 'z'].map((branch) => workspace.fetchBranch(branch, signal())),
  ]);
  expect(fetched.slice(1)).toEqual(commits);
});
