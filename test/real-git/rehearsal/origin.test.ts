import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { childEnvironment } from '../../../src/adapters/runner.ts';
import { ensureHome, foreignKey, rehearsalHome } from '../../../src/rehearsal/home.ts';
import { type Origin, refreshOrigin, removeStaleLocks } from '../../../src/rehearsal/origin.ts';
import { findSource } from '../../../src/rehearsal/source.ts';
import { fingerprint, git, repository, temporaryFolder, write } from '../../support/git/git-fixture.ts';

const run = gitRunner({ ...childEnvironment(), GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' });
const signal = new AbortController().signal;
const GOALS = { 'goals/a.yml': 'title: A\n', 'README.md': '# Here\n' };

async function refresh(place: string, root = place, overlay: string | null = null): Promise<Origin> {
  const source = await findSource(run, place, signal);
  const home = rehearsalHome(root, root === place ? null : foreignKey(source.name, source.address));
  await ensureHome(home);
  return refreshOrigin(
    run,
    {
      home,
      source,
      goalsFolder: (settings) => (settings?.includes('goals_folder: aims') ? 'aims' : 'goals'),
      overlay,
    },
    signal,
  );
}

const paths = (origin: Origin): string[] =>
  git(origin.folder, 'ls-tree', '-r', '-z', '--name-only', origin.branch).split('\0').filter(Boolean);
const text = (origin: Origin, path: string): string => git(origin.folder, 'show', `${origin.branch}:${path}`);

describe('the bare remote of a rehearsal', () => {
  test('holds the current commit itself when no goal was edited', async () => {
    const folder = repository(GOALS);
    const origin = await refresh(folder);
    expect(origin.commit).toBe(git(folder, 'rev-parse', 'HEAD'));
    expect(git(origin.folder, 'rev-parse', 'HEAD')).toBe(origin.commit);
  });

  test('carries edited, new and deleted goals and the settings, and no other edit', async () => {
    const folder = repository({ ...GOALS, 'goals/b.yml': 'title: B\n', '.gitignore': '*.swp\n' });
    write(folder, {
      'goals/a.yml': 'title: A2\n',
      'goals/new.yml': 'title: N\n',
      'goals/x.swp': 'no',
      '.github/wakeful.yml': 'open_drafts: 2\n',
      'README.md': '# Edited\n',
    });
    rmSync(join(folder, 'goals/b.yml'));
    const origin = await refresh(folder);
    expect(paths(origin)).toEqual([
      '.github/wakeful.yml',
      '.gitignore',
      'README.md',
      'goals/a.yml',
      'goals/new.yml',
    ]);
    expect(text(origin, 'goals/a.yml')).toBe('title: A2');
    expect(text(origin, 'README.md')).toBe('# Here');
    expect(git(origin.folder, 'rev-parse', `${origin.branch}^`)).toBe(git(folder, 'rev-parse', 'HEAD'));
  });

  test('looks for goals where the settings file of the work tree says', async () => {
    const folder = repository(GOALS);
    write(folder, {
      '.github/wakeful.yml': 'goals_folder: aims\n',
      'aims/x.yml': 'title: X\n',
      'goals/y.yml': 'no',
    });
    expect(paths(await refresh(folder))).toEqual([
      '.github/wakeful.yml',
      'README.md',
      'aims/x.yml',
      'goals/a.yml',
    ]);
  });

  test('is the same commit for the same content, also from scratch', async () => {
    const folder = repository(GOALS);
    write(folder, { 'goals/a.yml': 'title: A2\n' });
    const first = await refresh(folder);
    const again = await refresh(folder);
    rmSync(join(folder, '.wakeful'), { recursive: true });
    const fresh = await refresh(folder);
    expect([again.commit, fresh.commit]).toEqual([first.commit, first.commit]);
  });

  test('changes nothing outside .wakeful: no ref, index, config, object or file', async () => {
    const folder = repository(GOALS);
    write(folder, { 'goals/a.yml': 'title: A2\n', 'goals/new.yml': 'title: N\n' });
    const before = fingerprint(folder);
    await refresh(folder);
    expect(fingerprint(folder)).toBe(before);
    expect(git(folder, 'status', '--porcelain')).not.toContain('.wakeful');
  });

  test('follows later commits and goal edits and leaves other branches where they are', async () => {
    const folder = repository(GOALS);
    const origin = await refresh(folder);
    git(origin.folder, 'update-ref', 'refs/heads/wakeful-state', origin.commit);
    write(folder, { 'more.txt': 'more' });
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'Second');
    const moved = await refresh(folder);
    expect(moved.commit).toBe(git(folder, 'rev-parse', 'HEAD'));
    write(folder, { 'goals/a.yml': 'title: A3\n' });
    const edited = await refresh(folder);
    expect(text(edited, 'goals/a.yml')).toBe('title: A3');
    expect(git(origin.folder, 'rev-parse', 'wakeful-state')).toBe(origin.commit);
  });

  test('lays a folder of goals over a foreign repository, which stays byte for byte as it was', async () => {
    const root = temporaryFolder();
    const foreign = repository({ 'goals/theirs.yml': 'title: T\n', 'a b/ü"\n.md': 'odd\n' }, 'trunk');
    const goals = temporaryFolder();
    write(goals, { 'mine.yml': 'title: Mine\r\n', 'README.md': 'no goal' });
    const before = fingerprint(foreign);
    const origin = await refresh(foreign, root, goals);
    expect(fingerprint(foreign)).toBe(before);
    expect(origin.branch).toBe('trunk');
    expect(paths(origin)).toEqual(['a b/ü"\n.md', 'goals/mine.yml']);
    expect(git(origin.folder, 'cat-file', '-s', 'trunk:goals/mine.yml')).toBe('13');
  });

  test('keeps two foreign repositories of one name apart', async () => {
    const root = temporaryFolder();
    const [one, two] = [join(temporaryFolder(), 'same'), join(temporaryFolder(), 'same')];
    for (const folder of [one, two]) git(temporaryFolder(), 'clone', '-q', repository(GOALS), folder);
    expect((await refresh(one, root)).folder).not.toBe((await refresh(two, root)).folder);
  });

  test('works from a shallow clone, over a URL and from a bare repository', async () => {
    const folder = repository(GOALS);
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second');
    const head = git(folder, 'rev-parse', 'HEAD');
    const shallow = join(temporaryFolder(), 'shallow');
    git(folder, 'clone', '-q', '--depth=1', `file://${folder}`, shallow);
    const bare = join(temporaryFolder(), 'bare.git');
    git(folder, 'clone', '-q', '--bare', folder, bare);
    const commits = [];
    for (const place of [shallow, bare, `file://${folder}`])
      commits.push((await refresh(place, temporaryFolder())).commit);
    expect(commits).toEqual([head, head, head]);
  });

  test('takes the default branch of a detached clone from its remote, else main', async () => {
    const upstream = repository(GOALS, 'trunk');
    const clone = join(temporaryFolder(), 'clone');
    git(upstream, 'clone', '-q', upstream, clone);
    git(clone, 'checkout', '-q', '--detach');
    git(upstream, 'checkout', '-q', '--detach');
    expect((await refresh(clone)).branch).toBe('trunk');
    expect((await refresh(upstream)).branch).toBe('main');
  });

  test('never takes a branch of the agent for the default branch', async () => {
    const folder = repository(GOALS);
    git(folder, 'checkout', '-q', '-b', 'wakeful/a/window-1');
    expect((await refresh(folder)).branch).toBe('main');
  });

  test('carries submodules as they are recorded', async () => {
    const folder = repository(GOALS);
    const commit = git(folder, 'rev-parse', 'HEAD');
    git(folder, 'update-index', '--add', '--cacheinfo', `160000,${commit},vendor/lib`);
    git(folder, 'commit', '-q', '-m', 'Submodule');
    write(folder, { 'goals/a.yml': 'title: edited\n' });
    const origin = await refresh(folder);
    expect(git(origin.folder, 'ls-tree', origin.branch, 'vendor/lib')).toBe(
      `160000 commit ${commit}\tvendor/lib`,
    );
  });

  test('says what is wrong with a place that cannot be rehearsed on', async () => {
    const empty = temporaryFolder();
    git(empty, 'init', '-q');
    await expect(refresh(empty)).rejects.toMatchObject({
      ending: 'bad_settings',
      detail: expect.stringContaining('no commits yet'),
    });
    await expect(refresh(temporaryFolder())).rejects.toMatchObject({
      detail: expect.stringContaining('is not a git repository'),
    });
    await expect(refresh('/nowhere/at/all')).rejects.toMatchObject({
      detail: '/nowhere/at/all does not exist.',
    });
    await expect(refresh('file:///nowhere/at/all', temporaryFolder())).rejects.toMatchObject({
      ending: 'github_unavailable',
    });
    await expect(refresh(repository(GOALS), temporaryFolder(), temporaryFolder())).rejects.toMatchObject({
      detail: expect.stringContaining('holds no goal files'),
    });
  });

  test('says that git is missing when it is', async () => {
    const without = gitRunner({ PATH: '/nowhere' });
    await expect(findSource(without, temporaryFolder(), signal)).rejects.toMatchObject({
      detail: expect.stringContaining('git was not found'),
    });
  });

  test('loses locks that a killed git left behind', async () => {
    const folder = repository(GOALS);
    const origin = await refresh(folder);
    writeFileSync(join(origin.folder, 'refs/heads/main.lock'), '');
    await removeStaleLocks(rehearsalHome(folder, null));
    git(folder, 'commit', '-q', '--allow-empty', '-m', 'Second');
    expect((await refresh(folder)).commit).toBe(git(folder, 'rev-parse', 'HEAD'));
  });
});
