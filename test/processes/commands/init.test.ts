/** `init` in clones of all kinds: what is in the branch, and that nothing else has changed. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { fingerprint, git, repository, temporaryFolder, write } from '../../support/git/git-fixture.ts';
import { OWN_RELEASE } from '../../support/git/own-release.ts';
import { ADMIN_TOKEN, serveGitHub } from '../../support/git/stand-in.ts';
import { wakeful } from '../../support/processes/program.ts';

vi.setConfig({ testTimeout: 60_000 });

const ACTION = ['--action', `${OWN_RELEASE.repository}@${OWN_RELEASE.commit}`];
const PERSON = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
};
const ALWAYS = [
  '.github/wakeful.lock',
  '.github/wakeful.yml',
  '.github/workflows/goals.yml',
  '.github/workflows/requests.yml',
  '.github/workflows/wake.yml',
  '.github/workflows/watchdog.yml',
];
const NOTES = '# TODO: one\n# TODO: two\n# FIXME: three\n# XXX: four\n# HACK: five\n';
const PAGES = { 'docs/a.md': '# A\n', 'docs/b.md': '# B\n' };

const REPOSITORIES: readonly (readonly [string, Readonly<Record<string, string>>, readonly string[]])[] = [
  [
    'a JS library',
    { 'package.json': '{}', 'src/index.js': '', 'README.md': '# Lib\n', 'CHANGELOG.md': '# Changes\n' },
    ['broken-links', 'changelog-draft'],
  ],
  [
    'a Python package that ignores dist/ and goals/',
    {
      'pyproject.toml': '',
      'pkg/a.py': NOTES,
      'README.md': '# P\n',
      '.gitignore': 'dist/\ngoals/\n.github/\n',
    },
    ['broken-links', 'todo-digest'],
  ],
  ['a Go tool', { 'go.mod': 'module x\n', 'main.go': NOTES.replaceAll('#', '//') }, ['todo-digest']],
  ['a site of docs', { 'mkdocs.yml': '', ...PAGES }, ['broken-links', 'docs-index']],
  [
    'a project that is an Action',
    {
      'action.yml': 'name: X\nruns: {using: node24, main: dist/index.js}\n',
      'dist/index.js': '',
      'README.md': '# X\n',
      '.github/workflows/ci.yml': 'on: push\n',
    },
    ['broken-links'],
  ],
  [
    'a monorepo',
    {
      'package.json': '{"workspaces": ["packages/*"]}',
      'packages/a/package.json': '{}',
      'packages/b/package.json': '{}',
      'packages/a/README.md': '# A\n',
      '.changeset/config.json': '{}',
      'CHANGELOG.md': '# C\n',
    },
    ['broken-links'],
  ],
];

const init = (folder: string, args: readonly string[], env = {}) =>
  wakeful(folder, ['init', ...ACTION, ...args], { ...PERSON, ...env });
const filesAdded = (folder: string): readonly string[] =>
  git(folder, 'diff', '--name-status', 'main', 'add-wakeful')
    .split('\n')
    .map((line) => line.replace('\t', ' '));

describe.each(REPOSITORIES)('in %s', (_, files, goals) => {
  test('one commit adds what suits it in fewer than 400 lines, and nothing else has changed', async () => {
    const folder = repository(files);
    write(folder, { 'unsaved.txt': 'work that is not committed\n' });
    git(folder, 'add', 'unsaved.txt');
    const before = [
      git(folder, 'status', '--porcelain', '--branch'),
      git(folder, 'rev-parse', 'HEAD'),
      git(folder, 'ls-files', '-s'),
    ];
    const { code, err } = await init(folder, ['--yes']);
    expect([code, err]).toEqual([0, '']);
    expect([
      git(folder, 'status', '--porcelain', '--branch'),
      git(folder, 'rev-parse', 'HEAD'),
      git(folder, 'ls-files', '-s'),
    ]).toEqual(before);
    const expected = [...ALWAYS, ...goals.map((id) => `goals/${id}.yml`)].sort().map((path) => `A ${path}`);
    expect(filesAdded(folder)).toEqual(expected);
    expect(git(folder, 'rev-parse', 'add-wakeful^')).toBe(git(folder, 'rev-parse', 'main'));
    const added = git(folder, 'diff', '--numstat', 'main', 'add-wakeful')
      .split('\n')
      .map((line) => Number(line.split('\t')[0]));
    expect(added.reduce((sum, lines) => sum + lines, 0)).toBeLessThan(400);
  });

  test('with --dry-run nothing at all is written', async () => {
    const folder = repository(files);
    const before = fingerprint(folder);
    const { code, out } = await init(folder, ['--dry-run']);
    expect([code, out]).toEqual([0, expect.stringContaining('Merging this switches Wakeful on.')]);
    expect(fingerprint(folder)).toBe(before);
  });
});

test('hooks, signing, filters and line endings of the repository do not matter', async () => {
  const folder = repository({
    'README.md': '# X\n',
    '.gitattributes': '* text eol=crlf\n*.yml filter=broken\n',
  });
  for (const [name, value] of [
    ['commit.gpgSign', 'true'],
    ['gpg.program', '/bin/false'],
    ['core.autocrlf', 'true'],
    ['filter.broken.clean', '/bin/false'],
    ['filter.broken.required', 'true'],
  ] as const)
    git(folder, 'config', name, value);
  for (const hook of ['pre-commit', 'commit-msg', 'reference-transaction', 'post-index-change']) {
    mkdirSync(join(folder, '.git/hooks'), { recursive: true });
    writeFileSync(join(folder, '.git/hooks', hook), '#!/bin/sh\nexit 1\n');
    chmodSync(join(folder, '.git/hooks', hook), 0o755);
  }
  expect(await init(folder, ['--yes'])).toMatchObject({ code: 0, err: '' });
  expect(git(folder, 'cat-file', 'blob', 'add-wakeful:.github/wakeful.yml')).not.toContain('\r');
});

describe('what is in the way', () => {
  test.each([
    [
      { '.github/workflows/wake.yml': 'on: push\n' },
      '.github/workflows/wake.yml is there already, and no file is overwritten.',
    ],
    [
      { '.github/wakeful.lock': '{}' },
      'Wakeful is installed here already. To bring it up to date: npm start -- update.',
    ],
    [{ 'dist/action.mjs': '', '.github/workflows/wake.yml': '' }, 'This repository is a copy of Wakeful'],
  ])('%j is named, and nothing is written', async (files, message) => {
    const folder = repository({ 'README.md': '# X\n', ...files });
    const before = fingerprint(folder);
    const { code, err } = await init(folder, ['--yes']);
    expect([code, err]).toEqual([1, expect.stringContaining(message)]);
    expect(fingerprint(folder)).toBe(before);
  });

  test('a branch of that name that is a person’s stays; one of an earlier try is made anew', async () => {
    const folder = repository({ 'README.md': '# X\n' });
    git(folder, 'branch', 'add-wakeful');
    expect(await init(folder, ['--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('git branch -m add-wakeful'),
    });
    git(folder, 'branch', '-D', 'add-wakeful');
    expect((await init(folder, ['--yes'])).code).toBe(0);
    expect((await init(folder, ['--yes', '--goals', 'none'])).code).toBe(0);
    expect(filesAdded(folder)).toEqual(ALWAYS.map((path) => `A ${path}`));
  });

  test('a folder goals/ that is something else: goals lie elsewhere, and the settings say so', async () => {
    const folder = repository({ 'README.md': '# X\n', 'goals/striker.cs': '' });
    expect((await init(folder, ['--yes'])).code).toBe(0);
    expect(filesAdded(folder)).toContain('A .github/goals/broken-links.yml');
    expect(git(folder, 'show', 'add-wakeful:.github/wakeful.yml')).toContain('goals_folder: .github/goals');
    expect(git(folder, 'show', 'add-wakeful:.github/workflows/goals.yml')).toContain('".github/goals/**"');
  });

  test.each([
    [['--yes', '--goals', 'nothing'], 'there is no sample goal "nothing"'],
    [['--yes', '--model', 'qwen3', '--usd-per-month', '5'], '--usd-per-month needs the price of qwen3'],
    [['--yes', '--price', 'cheap'], '--price: "cheap" is not a price'],
    [['--yes', '--usd-per-month', 'much'], '--usd-per-month: "much" is not an amount'],
    [['--yes', '--action', 'wakeful'], '--action: "wakeful" is not an Action'],
    [[], 'There is no terminal to ask on. Add --yes'],
  ])('%j is told and ends with 2', async (args, message) => {
    const { code, err } = await init(repository({ 'README.md': '# X\n' }), args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });

  test('no repository', async () => {
    expect(await init(temporaryFolder(), ['--yes'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is not in a clone'),
    });
  });
});

describe('with --pr', () => {
  async function cloned() {
    const files = { 'README.md': '# Site\n', ...PAGES };
    const served = await serveGitHub({ files });
    const folder = temporaryFolder();
    const url = new URL(served.standIn.gitUrl);
    Object.assign(url, { username: 'x-access-token', password: ADMIN_TOKEN });
    // Not over HTTP: the server is in this process, which waits for git here.
    git(folder, 'clone', '-q', served.remote.folder, '.');
    git(folder, 'remote', 'set-url', 'origin', url.href);
    return { ...served, records: served.folder, folder };
  }

  test('one pull request is open, ready for review, based on what the remote has now', async () => {
    const { folder, remote, standIn, records } = await cloned();
    await remote.commit({ branch: 'main', files: { 'docs/c.md': '# C\n' } });
    const { code, out, err } = await init(folder, ['--yes', '--pr'], { GH_ENTERPRISE_TOKEN: ADMIN_TOKEN });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`The pull request is open: ${standIn.serverUrl}/acme/site/pull/1`);
    expect(await remote.git(['rev-parse', 'add-wakeful^'])).toBe(await remote.git(['rev-parse', 'main']));
    expect(readdirSync(join(records, 'drafts')).filter((name) => name.endsWith('.json'))).toEqual(['1.json']);
    const draft = JSON.parse(readFileSync(join(records, 'drafts/1.json'), 'utf8'));
    expect(draft).toMatchObject({ title: 'Add Wakeful', is_draft: false, base: 'main' });
    expect(draft.body).toMatch(
      /No ruleset guards `main`[\s\S]*~DEFAULT_BRANCH.* -X POST repos\/acme\/site\/rulesets/,
    );
    expect(out).not.toContain(ADMIN_TOKEN);
  });

  test('without a token the branch is there, and it says what is missing', async () => {
    const { folder, remote } = await cloned();
    const { code, err } = await init(folder, ['--yes', '--pr']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(
        /The branch add-wakeful was made, but no pull request was opened: .*GH_ENTERPRISE_TOKEN/,
      ),
    ]);
    expect(await remote.tip('add-wakeful')).toBeNull();
  });
});
