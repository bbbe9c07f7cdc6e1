import { spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Sha, Workspace } from '../../../src/ports.ts';
import { type BareRemote, makeBareRemote } from '../../support/git/repositories.ts';
import { worldOn } from '../../support/git/world-on.ts';

const { signal } = new AbortController();
const DRAFT = 'wakeful/a-goal/1';
const MAIN = { 'package.json': '{}\n', 'src/a.js': 'one\n' } as const;

/** Folders in each other, with a path that is longer than the system takes in one piece. */
function dig(folder: string, leaf = 'true'): void {
  const line = `n=$(printf 'x%.0s' $(seq 200)); for i in $(seq 40); do mkdir "$n" && cd -P "./$n" || exit 1; done; ${leaf}`;
  const { status, stderr } = spawnSync('bash', ['-c', line], { cwd: folder });
  if (status !== 0) throw new Error(String(stderr));
}

/** What code of the model leaves in the folder of its item, so that a later one stops or finds it. */
const LEFT: readonly (readonly [name: string, leave: (folder: string) => Promise<void> | void])[] = [
  ['folders deeper than a path may be long', (folder) => dig(folder)],
  ['a file at the end of such folders', (folder) => dig(folder, 'echo evil > left')],
  ['such folders below one of the repository', (folder) => dig(join(folder, 'src'))],
  [
    'such folders in the place of a file',
    async (folder) => {
      await rm(join(folder, 'src/a.js'));
      await mkdir(join(folder, 'src/a.js'));
      dig(join(folder, 'src/a.js'));
    },
  ],
  [
    'such folders in a repository of its own',
    async (folder) => {
      await mkdir(join(folder, 'own/.git/objects'), { recursive: true });
      dig(join(folder, 'own/.git/objects'));
    },
  ],
  [
    'a folder that is locked',
    async (folder) => {
      await mkdir(join(folder, 'locked/inner'), { recursive: true });
      await writeFile(join(folder, 'locked/inner/x'), 'evil');
      await chmod(join(folder, 'locked/inner'), 0o000);
      await chmod(join(folder, 'locked'), 0o000);
    },
  ],
  [
    'a folder of the repository that cannot be written',
    async (folder) => {
      await writeFile(join(folder, 'src/b.js'), 'evil');
      await chmod(join(folder, 'src'), 0o555);
    },
  ],
  [
    'a locked folder of the item itself',
    async (folder) => {
      await writeFile(join(folder, 'left'), 'evil');
      await chmod(folder, 0o555);
    },
  ],
  [
    'a repository in the place of the git link',
    async (folder) => {
      await rm(join(folder, '.git'));
      await mkdir(join(folder, '.git'));
      dig(join(folder, '.git'));
    },
  ],
  [
    'a link in a circle in the place of a folder',
    async (folder) => {
      await rm(join(folder, 'src'), { recursive: true });
      await symlink('src', join(folder, 'src'));
    },
  ],
  [
    'a pipe in the place of a file',
    async (folder) => {
      await rm(join(folder, 'src/a.js'));
      spawnSync('mkfifo', [join(folder, 'src/a.js')]);
    },
  ],
  [
    'a name that no text is',
    (folder) => {
      spawnSync('bash', ['-c', `mkdir $'\\xff\\xfe' && touch $'\\xff\\xfe/\\n-rf'`], { cwd: folder });
    },
  ],
];

interface Place {
  readonly workspace: Workspace;
  readonly close: () => Promise<void>;
  readonly main: Sha;
  readonly draft: Sha;
}

async function place(): Promise<Place> {
  const remote: BareRemote = await makeBareRemote();
  const main = await remote.commit({ branch: 'main', files: MAIN });
  await remote.git(['update-ref', `refs/heads/${DRAFT}`, main]);
  const draft = await remote.commit({ branch: DRAFT, files: { 'src/a.js': 'two\n' } });
  const { workspace, state, close } = await worldOn(remote);
  onTestFinished(close);
  await state.fetch(signal);
  for (const commit of [main, draft]) await workspace.fetchCommit(commit, signal);
  return { workspace, close, main, draft };
}

const start = ({ main }: Place, commit: Sha) => ({ commit, base: main, untouched: main });
const names = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).sort();

test.each(LEFT)(
  'the items after one that left %s have their own files and nothing else',
  async (_, leave) => {
    const at = await place();
    const first = await at.workspace.open(start(at, at.main), signal);
    await leave(await first.folder(signal));
    await first.close();
    const second = await at.workspace.open(start(at, at.main), signal);
    expect(await names(await second.folder(signal))).toEqual(['.git', 'package.json', 'src', 'src/a.js']);
    await leave(await second.folder(signal));
    await second.close();
    const third = await at.workspace.open(start(at, at.main), signal);
    expect(await names(await third.untouchedFolder(signal))).toEqual([
      '.git',
      'package.json',
      'src',
      'src/a.js',
    ]);
  },
);

test.each(LEFT)(
  'a run ends as always after a command left %s, and its folders are gone',
  async (_, leave) => {
    const at = await place();
    const tree = await at.workspace.open(start(at, at.main), signal);
    const folder = await tree.folder(signal);
    await leave(folder);
    await tree.close();
    await at.close();
    expect(spawnSync('ls', [folder]).status).not.toBe(0);
  },
);
