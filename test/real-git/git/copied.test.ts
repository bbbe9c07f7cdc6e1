/** What a command of the model's own gets to see: files, and a repository that stands behind them. */
import { lstat, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Sha, WorkTree } from '../../../src/ports.ts';
import { type BareRemote, makeBareRemote, runGit, temporaryFolder } from '../../support/git/repositories.ts';
import { worldOn } from '../../support/git/world-on.ts';

const { signal } = new AbortController();
const FILES = {
  'src/a.js': 'one\n',
  'docs/secret.md': 'hidden\n',
  'bin/run': { mode: '100755', content: '#!/bin/sh\n' },
  'src/link': { mode: '120000', content: '../docs/secret.md' },
} as const;

interface Place {
  readonly remote: BareRemote;
  readonly tree: WorkTree;
  readonly main: Sha;
  readonly url: string;
}

async function place(): Promise<Place> {
  const remote = await makeBareRemote();
  await remote.commit({ branch: 'main', files: FILES, message: 'first', author: 'Ann Author' });
  const main = await remote.commit({
    branch: 'main',
    files: { 'src/a.js': 'one\ntwo\n' },
    message: 'second',
  });
  await remote.commit({ branch: 'other', files: { 'other.txt': 'of another branch\n' } });
  const world = await worldOn(remote);
  onTestFinished(world.close);
  await world.state.fetch(signal);
  const tree = await world.workspace.open({ commit: main, base: main, untouched: main }, signal);
  return { remote, tree, main, url: remote.url };
}

async function pathsIn(folder: string, below = ''): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const name of (await readdir(join(folder, below))).sort()) {
    const path = join(below, name);
    const found = await lstat(join(folder, path));
    if (found.isDirectory()) paths.push(...(await pathsIn(folder, path)));
    else paths.push(path);
  }
  return paths;
}

describe('the files that a goal may read', () => {
  test('are all that is there, with the changes of the task, as they are now', async () => {
    const { tree } = await place();
    await tree.write('src/new.js', 'new\n');
    const paths = ['bin/run', 'src/a.js', 'src/new.js', 'src/link'];
    const { folder, history } = await tree.copied(paths, signal);
    expect(history).toBe(null);
    expect(await pathsIn(folder)).toEqual(['bin/run', 'src/a.js', 'src/new.js']);
    expect((await lstat(join(folder, 'bin/run'))).mode & 0o111).not.toBe(0);
    await tree.write('src/a.js', 'three\n');
    await tree.remove('src/new.js');
    const again = await tree.copied(['bin/run', 'src/a.js'], signal);
    expect(await pathsIn(again.folder)).toEqual(['bin/run', 'src/a.js']);
    expect(await readFile(join(again.folder, 'src/a.js'), 'utf8')).toBe('three\n');
  });

  test('are gone when the task has ended', async () => {
    const { tree } = await place();
    const { folder } = await tree.copied(['src/a.js'], signal);
    await tree.close();
    await expect(lstat(folder)).rejects.toThrow('ENOENT');
  });
});

describe('the history behind the files', () => {
  /** As the sandbox puts it together. */
  async function copyOf(at: Place): Promise<{ readonly copy: string; readonly history: string }> {
    const { history } = await at.tree.copied(null, signal);
    if (history === null) throw new Error('there is no history');
    const copy = await temporaryFolder();
    await writeFile(join(copy, '.git'), `gitdir: ${history}\n`);
    await writeFile(join(copy, 'a-file'), '');
    return { copy, history };
  }

  test('answers log, blame and show, and knows what the task has changed', async () => {
    const at = await place();
    const { copy } = await copyOf(at);
    expect(await runGit(copy, ['log', '--format=%s'])).toBe('second\nfirst\n');
    expect(await runGit(copy, ['show', 'HEAD~1:src/a.js'])).toBe('one\n');
    expect(await runGit(copy, ['blame', '-s', 'HEAD', '--', 'src/a.js'])).toMatch(/1\) one\n.*2\) two\n$/s);
    expect(await runGit(copy, ['diff', '--name-only'])).toContain('src/a.js');
  });

  test('has no remote, no address of one, no hook and nothing of another branch', async () => {
    const at = await place();
    const { history, copy } = await copyOf(at);
    const texts: string[] = [];
    for (const path of await pathsIn(history))
      if (!path.startsWith('objects/'))
        texts.push(`${path}\n${await readFile(join(history, path), 'latin1')}`);
    expect(texts.join('\n')).not.toContain(at.url);
    expect(texts.join('\n')).not.toMatch(/remote|other|hooks\//);
    expect(await runGit(copy, ['remote'])).toBe('');
    const objects = await runGit(copy, ['cat-file', '--batch-all-objects', '--batch-check=%(objectname)']);
    const foreign = await at.remote.git(['rev-parse', 'other:other.txt']);
    expect(objects).not.toContain(foreign.trim());
  });

  test('is not the one that the run itself works with', async () => {
    const at = await place();
    const { history } = await copyOf(at);
    const folder = await at.tree.folder(signal);
    const own = await readFile(join(folder, '.git'), 'utf8');
    expect(own).not.toContain(history);
  });
});

test('a link that somebody leaves in the folder of the task is no way out of the files that are copied', async () => {
  const { tree } = await place();
  const folder = await tree.folder(signal);
  await symlink('/etc', join(folder, 'etc'));
  const { folder: copied } = await tree.copied(['src/a.js'], signal);
  expect(await pathsIn(copied)).toEqual(['src/a.js']);
});
