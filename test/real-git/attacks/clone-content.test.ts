import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { childEnvironment } from '../../../src/adapters/runner.ts';
import { findRehearsal, prepareRehearsal } from '../../../src/commands/worlds/rehearsal-folder.ts';
import { findStateRemote } from '../../../src/commands/worlds/state-remote.ts';
import { refuseTracked } from '../../../src/rehearsal/tracked-content.ts';
import { git, repository } from '../../support/git/git-fixture.ts';

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
