import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { childEnvironment } from '../../../src/adapters/runner.ts';
import { add } from '../../../src/commands/add.ts';
import { writeFiles } from '../../../src/commands/page/page-place.ts';
import { findRehearsal, prepareRehearsal } from '../../../src/commands/worlds/rehearsal-folder.ts';
import { findStateRemote } from '../../../src/commands/worlds/state-remote.ts';
import { refuseTracked } from '../../../src/rehearsal/tracked-content.ts';
import { NO_SECRETS } from '../../support/as-masked.ts';
import { git, repository, temporaryFolder } from '../../support/git/git-fixture.ts';

const { signal } = new AbortController();
const GOALS = { 'goals/a.yml': 'title: A\n', 'README.md': '# Here\n' };
const OPTIONS = { goals: null, fresh: false };

function plant(folder: string, path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text, { mode });
}

/** A bare repository that runs a program, as a repository can bring it along. */
const BARE = {
  HEAD: 'ref: refs/heads/main\n',
  config: '[core]\n\tbare = true\n\tfsmonitor = touch ran\n',
  'objects/info/packs': '\n',
  'refs/heads/none': '\n',
  'wakeful-ready': 'ready\n',
};

/** What the repository brings, below its top. */
const TRACKED: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  [
    'a bare repository with hooks',
    { 'origin.git/hooks/update': '#!/bin/sh\ntouch ran\n', ...inOrigin(BARE) },
  ],
  ['a configuration alone', { 'origin.git/config': '[core]\n\tsshCommand = touch ran\n' }],
  ['a hook alone', { 'origin.git/hooks/reference-transaction': '#!/bin/sh\ntouch ran\n' }],
  ['the mark that everything is ready', { 'origin.git/wakeful-ready': 'ready\n' }],
  ['drafts of a rehearsal', { 'github/drafts/1.json': '{}\n' }],
  ['runs of a rehearsal', { 'github/runs/1.json': '{}\n' }],
  ['the folder of a run', { 'work/wake-1/x': 'x\n' }],
  ['another rehearsal', { 'site-0123456789/origin.git/config': '[core]\n' }],
  ['the ignoring of itself', { '.gitignore': '*\n' }],
  ['any file', { x: 'x\n' }],
];

function inOrigin(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`origin.git/${path}`, text]));
}

test.each(TRACKED)('a repository that brings %s is refused, and nothing of it runs', async (_name, files) => {
  const folder = repository(GOALS);
  for (const [path, text] of Object.entries(files)) plant(folder, `.wakeful/${path}`, text, 0o755);
  git(folder, 'add', '-f', '.wakeful');
  git(folder, 'commit', '-q', '-m', 'bring it');
  const refusal = { ending: 'bad_settings', detail: expect.stringContaining('git rm -r --cached .wakeful') };
  await expect(findRehearsal(folder, null, signal)).rejects.toMatchObject(refusal);
  mkdirSync(join(folder, '.wakeful/origin.git'), { recursive: true });
  const place = { remote: null, repo: null };
  await expect(findStateRemote(folder, place, signal)).rejects.toMatchObject(refusal);
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});

test.each(['a link', 'another spelling'])('%s in the place of .wakeful/ is refused as well', async (kind) => {
  const folder = repository(GOALS);
  if (kind === 'a link') symlinkSync('/tmp', join(folder, '.wakeful'));
  else plant(folder, '.Wakeful/origin.git/config', '[core]\n');
  git(folder, 'add', '-f', '.');
  const run = gitRunner(childEnvironment());
  await expect(refuseTracked(run, folder, signal)).rejects.toMatchObject({ ending: 'bad_settings' });
});

/** What lies in the rehearsal's own repository although no rehearsal wrote it, as after an archive was unpacked. */
const PLANTED: readonly (readonly [name: string, path: string, text: string])[] = [
  ['a hook of a push', 'hooks/update', '#!/bin/sh\ntouch RAN\n'],
  ['a hook of every ref', 'hooks/reference-transaction', '#!/bin/sh\ntouch RAN\n'],
  ['a hook of a fetch', 'hooks/post-fetch', '#!/bin/sh\ntouch RAN\n'],
  ['a folder of hooks', 'config', '[core]\n\tbare = true\n\thooksPath = HOOKS\n'],
  ['a monitor of files', 'config', '[core]\n\tbare = true\n\tfsmonitor = touch RAN\n'],
  ['a command for ssh', 'config', '[core]\n\tbare = true\n\tsshCommand = touch RAN\n'],
  ['another file of configuration', 'config', '[core]\n\tbare = true\n[include]\n\tpath = HOOKS/config\n'],
  ['an alias', 'config', '[core]\n\tbare = true\n[alias]\n\tfetch = !touch RAN\n'],
  ['a work tree elsewhere', 'config', '[core]\n\tbare = false\n\tworktree = /tmp\n'],
  ['configuration of a work tree', 'config.worktree', '[core]\n\tfsmonitor = touch RAN\n'],
  ['a filter', 'info/attributes', '* filter=x\n'],
  [
    'an address of another server',
    'config',
    '[core]\n\tbare = true\n[url "ext::touch RAN"]\n\tinsteadOf = /\n',
  ],
  ['objects of elsewhere', 'objects/info/alternates', '/tmp/objects\n'],
];

test.each(PLANTED)('%s that lies in origin.git is gone before git starts', async (_name, path, text) => {
  const folder = repository(GOALS);
  const ran = join(folder, 'ran');
  const home = join(folder, '.wakeful');
  await prepareRehearsal(await findRehearsal(folder, null, signal), { folder, ...OPTIONS }, signal);
  const config = readFileSync(join(home, 'origin.git/config'), 'utf8');
  const hooks = join(folder, 'hooks');
  plant(hooks, 'reference-transaction', `#!/bin/sh\ntouch ${ran}\n`, 0o755);
  plant(hooks, 'config', `[core]\n\tfsmonitor = touch ${ran}\n`);
  plant(home, `origin.git/${path}`, text.replaceAll('RAN', ran).replaceAll('HOOKS', hooks), 0o755);
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'a newer one');
  await prepareRehearsal(await findRehearsal(folder, null, signal), { folder, ...OPTIONS }, signal);
  expect(existsSync(ran)).toBe(false);
  expect(readFileSync(join(home, 'origin.git/config'), 'utf8')).toBe(config);
  expect(path === 'config' || !existsSync(join(home, 'origin.git', path))).toBe(true);
});

/** A repository whose own configuration names programs, as after an archive was unpacked with its `.git/`. */
const OWN_CONFIGS: readonly (readonly [name: string, config: string, isIncomplete: boolean])[] = [
  ['a program that serves missing commits', `${partial()}\turl = FOLDER\n\tuploadpack = PROGRAM\n`, true],
  [
    'a program between it and a server',
    `${partial()}\turl = git://h.invalid/x\n[core]\n\tgitProxy = PROGRAM\n`,
    true,
  ],
  ['a transport of its own', `${partial()}\turl = ext::PROGRAM\n`, true],
  [
    'a command for ssh',
    `${partial()}\turl = ssh://h.invalid/x\n[core]\n\tsshCommand = PROGRAM\n[ssh]\n\tvariant = simple\n`,
    true,
  ],
  [
    'a helper for passwords',
    `${partial()}\turl = https://127.0.0.1:1/x\n[credential]\n\thelper = !PROGRAM\n`,
    true,
  ],
  ['a monitor of files', '[core]\n\tfsmonitor = PROGRAM\n', false],
  ['another name for a command', '[alias]\n\tls-files = !PROGRAM\n\trev-parse = !PROGRAM\n', false],
  [
    'a filter of files',
    '[filter "x"]\n\tclean = PROGRAM\n\tsmudge = PROGRAM\n\tprocess = PROGRAM\n\trequired = true\n',
    false,
  ],
  ['a program that packs', '[uploadpack]\n\tpackObjectsHook = PROGRAM\n', false],
  ['a program that lists other commits', '[core]\n\talternateRefsCommand = PROGRAM\n', false],
  ['a pager', '[core]\n\tpager = PROGRAM\n[pager]\n\tls-files = true\n\trev-parse = true\n', false],
  [
    'a program for differences',
    '[diff]\n\texternal = PROGRAM\n[diff "x"]\n\ttextconv = PROGRAM\n\tcommand = PROGRAM\n',
    false,
  ],
  [
    'a program for signatures',
    '[gpg]\n\tprogram = PROGRAM\n[log]\n\tshowSignature = true\n[commit]\n\tgpgSign = true\n',
    false,
  ],
  [
    'submodules of its own',
    '[submodule]\n\trecurse = true\n[submodule "x"]\n\turl = ext::PROGRAM\n\tupdate = !PROGRAM\n\tactive = true\n',
    false,
  ],
];

function partial(): string {
  return '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\tpromisor = true\n';
}

test.each(OWN_CONFIGS)('a repository whose configuration names %s runs nothing', async (_, config, cut) => {
  const folder = repository({ ...GOALS, '.gitattributes': '* filter=x diff=x\n' });
  const ran = join(folder, '.git/ran');
  plant(folder, '.git/program', `#!/bin/sh\ntouch ${ran}\nexit 1\n`, 0o755);
  plant(folder, 'goals/b.yml', 'title: B\n');
  const head = git(folder, 'rev-parse', 'HEAD').trim();
  if (cut) rmSync(join(folder, '.git/objects', head.slice(0, 2), head.slice(2)));
  const text = config.replaceAll('PROGRAM', join(folder, '.git/program')).replaceAll('FOLDER', folder);
  plant(folder, '.git/config', text);
  const prepare = async () =>
    prepareRehearsal(await findRehearsal(folder, null, signal), { folder, ...OPTIONS }, signal);
  if (cut) await expect(prepare()).rejects.toMatchObject({ ending: 'bad_settings' });
  else await prepare();
  expect(existsSync(ran)).toBe(false);
});

test.each(['', 'origin.git', 'work', 'github', '.gitignore', 'origin.git/refs', 'origin.git/hooks'])(
  'a link in the place of .wakeful/%s leads the rehearsal nowhere',
  async (place) => {
    const folder = repository(GOALS);
    const victim = join(repository(GOALS), '.git');
    plant(victim, 'hooks/x', 'keep\n');
    plant(victim, 'wakeful-ready', 'ready\n');
    const link = join(folder, '.wakeful', place);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(place === 'origin.git/refs' ? join(victim, 'refs') : victim, link);
    const config = readFileSync(join(victim, 'config'), 'utf8');
    const found = await findRehearsal(folder, null, signal);
    await expect(prepareRehearsal(found, { folder, ...OPTIONS }, signal)).rejects.toMatchObject({
      ending: 'bad_settings',
    });
    expect(readFileSync(join(victim, 'config'), 'utf8')).toBe(config);
    expect(existsSync(join(victim, 'hooks/x'))).toBe(true);
    expect(existsSync(join(victim, 'refs/rehearsal'))).toBe(false);
  },
);

test.each(['gone', 'broken', 'without the folder'])(
  'a repository that brings .wakeful/ is refused where its index is %s',
  async (how) => {
    const folder = repository({ ...GOALS, '.wakeful/origin.git/config': '[core]\n' });
    if (how === 'gone') rmSync(join(folder, '.git/index'));
    else if (how === 'broken') plant(folder, '.git/index', 'DIRC and no more');
    else git(folder, 'rm', '-q', '-r', '--cached', '.wakeful');
    await expect(findRehearsal(folder, null, signal)).rejects.toMatchObject({ ending: 'bad_settings' });
  },
);

test.each(['replaced', 'replaced by a packed ref', 'grafted'])(
  'a commit that is %s in origin.git is read as it is',
  async (how) => {
    const folder = repository(GOALS);
    const prepare = async () =>
      prepareRehearsal(await findRehearsal(folder, null, signal), { folder, ...OPTIONS }, signal);
    await prepare();
    const origin = join(folder, '.wakeful/origin.git');
    plant(folder, 'other', 'title: Another one\n');
    const blob = git(folder, '--git-dir', origin, 'hash-object', '-w', join(folder, 'other')).trim();
    const goal = git(folder, 'rev-parse', 'HEAD:goals/a.yml').trim();
    if (how === 'replaced') plant(origin, `refs/replace/${goal}`, `${blob}\n`);
    else if (how === 'replaced by a packed ref')
      plant(origin, 'packed-refs', `${blob} refs/replace/${goal}\n`);
    else plant(origin, 'info/grafts', `${git(folder, 'rev-parse', 'HEAD').trim()}\n`);
    const { commit } = await prepare();
    const args = ['--git-dir', origin, 'show', `${commit}:goals/a.yml`];
    expect((await gitRunner(childEnvironment())({ folder, args }, signal)).stdout).toBe('title: A\n');
    expect(existsSync(join(origin, 'info/grafts'))).toBe(false);
  },
);

const NOWHERE = { write: () => undefined, isTerminal: false, width: 80 };

/** `add`, started in a folder. */
function addGoal(folder: string): Promise<number> {
  const streams = { out: NOWHERE, err: NOWHERE, ask: null, isPlain: true };
  const place = { folder, home: join(import.meta.dirname, '../../..'), program: 'wakeful' };
  return add.run({ args: ['docs-index'], terminal: { ...NO_SECRETS, ...streams, ...place } });
}

test.each([
  ['the folder of the goals', 'goals', 'goals'],
  ['a folder above it', 'automation', 'automation/goals'],
  ['a folder that is not there', 'goals', 'goals'],
] as const)(
  'a link in the place of %s takes no new goal out of the repository',
  async (name, link, goals) => {
    const folder = repository({ '.github/wakeful.yml': `goals_folder: ${goals}\n` });
    const victim = temporaryFolder();
    const leads = name.endsWith('not there') ? join(victim, 'none') : victim;
    symlinkSync(leads, join(folder, link));
    await expect(addGoal(folder)).rejects.toThrow('is a link out of this repository');
    expect(existsSync(join(leads, 'docs-index.yml'))).toBe(false);
    expect(readdirSync(victim).filter((each) => each.endsWith('.yml'))).toEqual([]);
  },
);

test('a link to another folder of the repository is one like any other', async () => {
  const folder = repository({ 'automation/x.md': 'x\n' });
  symlinkSync('automation', join(folder, 'goals'));
  expect(await addGoal(folder)).toBe(0);
  expect(existsSync(join(folder, 'automation/docs-index.yml'))).toBe(true);
});

test.each([
  ['page.html', 'file'],
  ['index.html', 'folder'],
  ['badge.svg', 'folder'],
  ['needs.xml', 'folder'],
] as const)('a link in the place of %s of a page is not written through', async (name, kind) => {
  const folder = temporaryFolder();
  const victim = join(temporaryFolder(), 'mine');
  writeFileSync(victim, 'mine\n');
  symlinkSync(victim, join(folder, name));
  const files = ['index.html', 'badge.svg', 'needs.xml'].map((each) => ({ name: each, text: 'page' }));
  const place = { kind, path: kind === 'file' ? join(folder, name) : folder };
  await expect(writeFiles(place, files)).rejects.toMatchObject({ ending: 'forbidden' });
  expect(readFileSync(victim, 'utf8')).toBe('mine\n');
});
