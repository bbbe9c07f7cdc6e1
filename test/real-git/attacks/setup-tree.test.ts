import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sha, WorkTree } from '../../../src/ports.ts';
import { type BareRemote, makeBareRemote, temporaryFolder } from '../../support/git/repositories.ts';
import { worldOn } from '../../support/git/world-on.ts';

const MAIN = {
  'package.json': '{"scripts":{}}\n',
  'src/a.js': 'one\n',
  'bin/run': { mode: '100755', content: '#!/bin/sh\n' },
} as const;

const DRAFT = 'wakeful/a-goal/1';

function signal(): AbortSignal {
  return new AbortController().signal;
}

interface Place {
  readonly remote: BareRemote;
  readonly main: Sha;
  open(commit: Sha): Promise<WorkTree>;
}

async function place(): Promise<Place> {
  const remote = await makeBareRemote();
  const main = await remote.commit({ branch: 'main', files: MAIN });
  await remote.git(['update-ref', `refs/heads/${DRAFT}`, main]);
  const world = await worldOn(remote);
  onTestFinished(world.close);
  await world.state.fetch(signal());
  const open = async (commit: Sha): Promise<WorkTree> => {
    await world.workspace.fetchCommit(commit, signal());
    return world.workspace.open({ commit, base: main, untouched: main }, signal());
  };
  return { remote, main, open };
}

/** Everything below a folder but its git link, by path, with kind, mode and content. */
async function listing(folder: string, below = ''): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const name of (await readdir(join(folder, below))).sort()) {
    const path = join(below, name);
    if (path === '.git') continue;
    const found = await lstat(join(folder, path));
    const mode = (found.mode & 0o111) === 0 ? 'plain' : 'executable';
    if (found.isDirectory()) rows.push(`${path}/`, ...(await listing(folder, path)));
    else if (!found.isFile() || found.nlink > 1) rows.push(`${path} is a link`);
    else rows.push(`${path} ${mode} ${await readFile(join(folder, path), 'utf8')}`);
  }
  return rows;
}

const AS_IN_MAIN = [
  'bin/',
  'bin/run executable #!/bin/sh\n',
  'package.json plain {"scripts":{}}\n',
  'src/',
  'src/a.js plain one\n',
];

/** An item that ends, with what its commands left in the folder. */
async function itemThat(at: Place, leave: (folder: string) => Promise<unknown>): Promise<WorkTree> {
  const tree = await at.open(at.main);
  await leave(await tree.folder(signal()));
  await tree.close();
  return at.open(at.main);
}

/** A tree whose draft holds these changes already. */
async function draftWith(at: Place, files: Readonly<Record<string, string | null>>): Promise<WorkTree> {
  return at.open(await at.remote.commit({ branch: DRAFT, files }));
}

const EVIL = '{"scripts":{"preinstall":"send everything"}}\n';

/** Ways for what the model wrote, or for what its code left behind, into the folder in which `setup` has the network. */
const ATTEMPTS: readonly (readonly [name: string, prepare: (at: Place) => Promise<WorkTree>])[] = [
  ['a changed file of a draft', (at) => draftWith(at, { 'package.json': EVIL })],
  ['a new file of a draft', (at) => draftWith(at, { 'binding.gyp': '{}' })],
  ['a file of a draft in a new folder', (at) => draftWith(at, { 'node_modules/x/index.js': 'evil' })],
  ['a file that a draft removed', (at) => draftWith(at, { 'src/a.js': null })],
  ['a file of a draft in the place of a folder', (at) => draftWith(at, { 'src/a.js': null, src: 'evil' })],
  [
    'two commits of a draft',
    async (at) => {
      await at.remote.commit({ branch: DRAFT, files: { 'setup.py': 'evil' } });
      return draftWith(at, { 'src/a.js': 'evil' });
    },
  ],
  [
    'a file that was written before setup ran',
    async (at) => {
      const tree = await at.open(at.main);
      await tree.write('package.json', EVIL);
      return tree;
    },
  ],
  [
    'a file that was removed before setup ran',
    async (at) => {
      const tree = await at.open(at.main);
      await tree.remove('src/a.js');
      return tree;
    },
  ],
  ['an ignored file of the item before', (at) => itemThat(at, (f) => writeFile(join(f, '.npmrc'), 'evil'))],
  ['an empty folder of the item before', (at) => itemThat(at, (f) => mkdir(join(f, 'node_modules')))],
  ['a changed file of the item before', (at) => itemThat(at, (f) => writeFile(join(f, 'src/a.js'), 'evil'))],
  ['a mode of the item before', (at) => itemThat(at, (f) => chmod(join(f, 'src/a.js'), 0o755))],
  [
    'a change of the item before that hides its time',
    (at) =>
      itemThat(at, async (folder) => {
        const path = join(folder, 'src/a.js');
        const { atime, mtime } = await stat(path);
        await writeFile(path, 'two\n');
        await utimes(path, atime, mtime);
      }),
  ],
  [
    'a link to a folder of the item before',
    (at) =>
      itemThat(at, async (folder) => {
        await rm(join(folder, 'src'), { recursive: true });
        await symlink('/etc', join(folder, 'src'));
      }),
  ],
  [
    'a hard link of the item before',
    (at) =>
      itemThat(at, async (folder) => {
        const outside = join(folder, '..', 'outside');
        await writeFile(outside, 'one\n');
        await rm(join(folder, 'src/a.js'));
        await link(outside, join(folder, 'src/a.js'));
      }),
  ],
  [
    'a repository of the item before',
    (at) =>
      itemThat(at, async (folder) => {
        await mkdir(join(folder, 'nested/.git'), { recursive: true });
        await writeFile(join(folder, 'nested/.git/config'), '[core]\n\thooksPath = x\n');
      }),
  ],
  [
    'a git link of the item before',
    (at) =>
      itemThat(at, async (folder) => {
        await rm(join(folder, '.git'));
        await mkdir(join(folder, '.git/info'), { recursive: true });
        await writeFile(join(folder, '.git/info/exclude'), 'left\n');
        await writeFile(join(folder, 'left'), 'evil');
      }),
  ],
];

test.each(ATTEMPTS)('setup never sees %s', async (_, prepare) => {
  const tree = await prepare(await place());
  const folder = await tree.untouchedFolder(signal());
  expect(await listing(folder)).toEqual(AS_IN_MAIN);
});

test('once the files of the draft lie in the folder, setup cannot have it any more', async () => {
  const at = await place();
  const tree = await draftWith(at, { 'package.json': EVIL });
  await tree.untouchedFolder(signal());
  await tree.folder(signal());
  await expect(tree.untouchedFolder(signal())).rejects.toThrow('more than the default branch');
});

test('the item after one with a setup has a folder in which nothing ever ran', async () => {
  const at = await place();
  const tree = await draftWith(at, { 'package.json': EVIL });
  await writeFile(join(await tree.untouchedFolder(signal()), 'left'), 'by setup');
  await tree.close();
  expect(await listing(await (await at.open(at.main)).untouchedFolder(signal()))).toEqual(AS_IN_MAIN);
});

test('checks see what setup left, and above it the files of the draft', async () => {
  const at = await place();
  const tree = await draftWith(at, { 'package.json': EVIL, 'src/a.js': null, 'src/b.js': 'new\n' });
  const before = await tree.untouchedFolder(signal());
  await mkdir(join(before, 'node_modules'));
  await writeFile(join(before, 'node_modules/x.js'), 'installed');
  await writeFile(join(before, 'package.json'), 'changed by setup');
  await writeFile(join(before, 'src/b.js'), 'made by setup');
  await tree.write('bin/run', '#!/bin/false\n');
  const folder = await tree.folder(signal());
  expect(folder).toBe(before);
  expect(await listing(folder)).toEqual([
    'bin/',
    'bin/run executable #!/bin/false\n',
    'node_modules/',
    'node_modules/x.js plain installed',
    `package.json plain ${EVIL}`,
    'src/',
    'src/b.js plain new\n',
  ]);
});

test('a link that setup left is not followed when the files of the draft are laid over it', async () => {
  const at = await place();
  const tree = await draftWith(at, { 'src/b.js': 'new\n', 'lib/c.js': 'new\n', 'package.json': null });
  const outside = await temporaryFolder();
  const folder = await tree.untouchedFolder(signal());
  await rm(join(folder, 'src'), { recursive: true });
  await symlink(outside, join(folder, 'src'));
  await symlink(outside, join(folder, 'lib'));
  await tree.folder(signal());
  expect(await readdir(outside)).toEqual([]);
  expect(await readFile(join(folder, 'src/b.js'), 'utf8')).toBe('new\n');
  expect(await readFile(join(folder, 'lib/c.js'), 'utf8')).toBe('new\n');
});

/** A tree in which `setup` has installed something, and what it has kept. */
async function withSetup(at: Place): Promise<WorkTree> {
  const tree = await at.open(at.main);
  const folder = await tree.untouchedFolder(signal());
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'node_modules/x.js'), 'installed');
  await writeFile(join(await tree.home(signal()), 'cache'), 'fetched');
  await tree.keepSetup('npm ci', signal());
  return tree;
}

describe('what setup has left', () => {
  const WITH_MODULES = [
    'bin/',
    'bin/run executable #!/bin/sh\n',
    'node_modules/',
    'node_modules/x.js plain installed',
  ];

  test('is there for the next item, in its folder and in its home, below the files of its draft', async () => {
    const at = await place();
    await (await withSetup(at)).close();
    const tree = await draftWith(at, { 'src/b.js': 'new\n' });
    expect(await tree.takeSetup('npm ci', signal())).toBe(true);
    const rest = [
      'package.json plain {"scripts":{}}\n',
      'src/',
      'src/a.js plain one\n',
      'src/b.js plain new\n',
    ];
    expect(await listing(await tree.folder(signal()))).toEqual([...WITH_MODULES, ...rest]);
    expect(await readFile(join(await tree.home(signal()), 'cache'), 'utf8')).toBe('fetched');
  });

  test('is as it was, whatever commands of the items before did to theirs', async () => {
    const at = await place();
    const first = await withSetup(at);
    await writeFile(join(await first.folder(signal()), 'node_modules/x.js'), 'evil');
    await writeFile(join(await first.home(signal()), 'cache'), 'evil');
    await first.close();
    const second = await at.open(at.main);
    expect(await second.takeSetup('npm ci', signal())).toBe(true);
    await writeFile(join(await second.folder(signal()), 'node_modules/x.js'), 'evil again');
    await second.close();
    const third = await at.open(at.main);
    expect(await third.takeSetup('npm ci', signal())).toBe(true);
    expect(await listing(await third.folder(signal()))).toEqual([...WITH_MODULES, ...AS_IN_MAIN.slice(2)]);
    expect(await readFile(join(await third.home(signal()), 'cache'), 'utf8')).toBe('fetched');
  });

  test('is only for the same commands on the same commit', async () => {
    const at = await place();
    await (await withSetup(at)).close();
    expect(await (await at.open(at.main)).takeSetup('make', signal())).toBe(false);
    const newer = await at.remote.commit({ branch: 'main', files: { 'package.json': '{}\n' } });
    expect(await (await at.open(newer)).takeSetup('npm ci', signal())).toBe(true);
  });

  test('is copied without following links', async () => {
    const at = await place();
    const outside = await temporaryFolder();
    await writeFile(join(outside, 'token'), 'secret');
    const tree = await at.open(at.main);
    await symlink(outside, join(await tree.untouchedFolder(signal()), 'lib'));
    await tree.keepSetup('npm ci', signal());
    await tree.close();
    const next = await at.open(at.main);
    expect(await next.takeSetup('npm ci', signal())).toBe(true);
    expect((await lstat(join(await next.folder(signal()), 'lib'))).isSymbolicLink()).toBe(true);
  });

  test('leaves the git link of the folder alone', async () => {
    const at = await place();
    const first = await withSetup(at);
    const before = await readFile(join(await first.folder(signal()), '.git'), 'utf8');
    await first.close();
    const next = await at.open(at.main);
    await next.takeSetup('npm ci', signal());
    const after = await readFile(join(await next.folder(signal()), '.git'), 'utf8');
    expect(after).toMatch(/^gitdir: /);
    expect(after).not.toBe(before);
  });

  test('homes are gone with their trees', async () => {
    const tree = await withSetup(await place());
    const home = await tree.home(signal());
    await tree.close();
    await expect(lstat(home)).rejects.toThrow('ENOENT');
  });
});
