/** Updates of a copy of the template over real clones: nothing that its owner has made of it is lost. */
import { describe, expect, test, vi } from 'vitest';
import { openClone } from '../../../src/adapters/git/clone.ts';
import { gitRunner } from '../../../src/adapters/git/run-git.ts';
import { RECORD_FILE, readRecord } from '../../../src/config/install/record-file.ts';
import { copyUpdateOf } from '../../../src/install/copy-update.ts';
import type { BranchFile } from '../../../src/ports.ts';
import { git, repository, write } from '../../support/git/git-fixture.ts';
import { repositoryText } from '../../support/workflows/workflow-files.ts';

vi.setConfig({ testTimeout: 60_000 });

const { signal } = new AbortController();
const WAKE = '.github/workflows/wake.yml';
const WHOLE = '.github/wakeful/wake.yml';
const PERSON = {
  GIT_AUTHOR_NAME: 'Ann',
  GIT_AUTHOR_EMAIL: 'ann@example.org',
  GIT_COMMITTER_NAME: 'Ann',
  GIT_COMMITTER_EMAIL: 'ann@example.org',
};
const LINES = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join('');
const HOME = {
  'action.yml': 'name: Wakeful\n',
  'dist/action.mjs': 'old bundle\n',
  'README.md': LINES,
  'docs/a.md': '# A\n',
  'docs/gone.md': '# Gone\n',
  'src/a.ts': LINES,
  'package.json': '{"version": "0.1.0"}\n',
  'bench/run.ts': 'old\n',
  'test/a.test.ts': 'old\n',
  'AGENTS.md': 'old\n',
  '.ci/run': '#!/bin/sh\n',
  '.github/workflows/ci.yml': 'on: push\n',
  '.github/workflows/release.yml': 'on: push\n',
  [WAKE]: repositoryText(WAKE).text,
  [WHOLE]: repositoryText(WHOLE).text,
  '.github/wakeful.yml': 'models:\n  default:\n    model: gpt-5-mini\nlog_days: 90\n',
  'goals/sample.yml': 'title: Old\n',
};

type Files = Readonly<Record<string, string | null>>;

function commit(folder: string, files: Files): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) git(folder, 'rm', '-q', '-r', path);
    else write(folder, { [path]: text });
  }
  git(folder, 'add', '-A', '-f');
  git(folder, 'commit', '-q', '--allow-empty', '-m', 'A change');
  return git(folder, 'rev-parse', 'HEAD');
}

interface CopiedOptions {
  readonly owner?: Files;
  readonly release?: Files;
  /** What both begin with. */
  readonly start?: Readonly<Record<string, string>>;
}

/** A repository that the copy is made from, its next release, and the copy with what its owner has changed. */
async function copied({ owner = {}, release = {}, start = HOME }: CopiedOptions) {
  const home = repository(start);
  git(home, 'commit', '-q', '--allow-empty', '-m', 'Nothing');
  const from = git(home, 'rev-parse', 'HEAD');
  const to = commit(home, release);
  const folder = repository(start);
  // As in a copy of a template: the same files, and no commit in common.
  git(folder, 'commit', '-q', '--amend', '-m', 'Initial commit');
  let at = commit(folder, owner);
  const clone = await openClone(gitRunner({ PATH: process.env['PATH'], ...PERSON }), folder, signal);
  if (!(await clone.fetchFrom(home, to, signal))) throw new Error('not fetched');
  const place = { repository: 'acme/wakeful', version: 'v2.0.0', remote: 'origin' };
  const update = async (more: { keepsAll?: boolean; goals?: ReadonlyMap<string, string> } = {}) => {
    const record = readRecord((await clone.text(at, RECORD_FILE, signal)) ?? '');
    const base = record?.commit ?? (await clone.beginning(at, to, signal));
    const { keepsAll = false, goals = new Map() } = more;
    const order = { record, to: { ...place, commit: to }, from: base ?? '', commit: at, goals };
    return copyUpdateOf({ ...order, remote: 'origin', keepsAll }, clone, signal);
  };
  /** As if the pull request had been merged. */
  const land = async (changed: ReadonlyMap<string, BranchFile | null>): Promise<void> => {
    const branch = { branch: 'update', parent: at, files: changed, message: 'Update\n', expected: null };
    at = await clone.commit(branch, signal);
    git(folder, 'branch', '-m', 'update', `landed-${at.slice(0, 8)}`);
  };
  const shown = async (path: string) => clone.text(at, path, signal);
  return {
    home,
    from,
    to,
    folder,
    clone,
    update,
    land,
    shown,
    paths: () => git(folder, 'ls-tree', '-r', '--name-only', at),
  };
}

const kinds = (files: readonly { readonly path: string; readonly kind: string }[]) =>
  Object.fromEntries(files.map(({ path, kind }) => [path, kind]));

describe('the commit that a copy was made from', () => {
  test('is the newest one there with the files of the first commit here', async () => {
    const { clone, from, to, folder } = await copied({
      owner: { 'README.md': 'Mine.\n' },
      release: { 'README.md': 'New.\n' },
    });
    expect(await clone.beginning(git(folder, 'rev-parse', 'HEAD'), to, signal)).toBe(from);
  });

  test('is the newest common one in a fork, and none in a repository of something else', async () => {
    const { clone, from, to, folder } = await copied({});
    git(folder, 'checkout', '-q', '-b', 'fork', from);
    const own = commit(folder, { 'mine.md': 'Mine.\n' });
    expect(await clone.beginning(own, to, signal)).toBe(from);
    git(folder, 'checkout', '-q', '--orphan', 'other');
    expect(await clone.beginning(commit(folder, { 'mine.md': 'Other.\n' }), to, signal)).toBeNull();
  });

  test('that cannot be fetched is told', async () => {
    const { clone, home } = await copied({});
    expect(await clone.fetchFrom(home, 'f'.repeat(40), signal)).toBe(false);
  });
});

describe('an update of a copy', () => {
  test('brings what the release has changed, added and removed, with the bits of programs', async () => {
    const copy = await copied({
      release: { 'dist/action.mjs': 'new bundle\n', 'docs/new.md': '# New\n', 'docs/gone.md': null },
    });
    git(copy.home, 'update-index', '--chmod=+x', 'action.yml');
    const { files, changed } = await copy.update();
    expect(kinds(files)).toMatchObject({
      'dist/action.mjs': 'taken',
      'docs/new.md': 'taken',
      'docs/gone.md': 'removed',
    });
    await copy.land(changed);
    expect([await copy.shown('dist/action.mjs'), await copy.shown('docs/gone.md')]).toEqual([
      'new bundle\n',
      null,
    ]);
    expect((await copy.update()).changed.size).toBe(0);
  });

  test('keeps what the owner has changed beside it, and the owner’s lines where both have changed them', async () => {
    const copy = await copied({
      owner: {
        'README.md': LINES.replace('line 3\n', 'mine\n'),
        'docs/a.md': '# Mine\n',
        'docs/own.md': 'Own.\n',
      },
      release: {
        'README.md': LINES.replace('line 20\n', 'theirs\n'),
        'docs/a.md': '# Theirs\n',
        'docs/own.md': 'Theirs.\n',
      },
    });
    const { files, changed } = await copy.update();
    expect(files).toEqual(
      expect.arrayContaining([
        { path: 'README.md', kind: 'merged', conflicts: 0 },
        { path: 'docs/a.md', kind: 'merged', conflicts: 1 },
        { path: 'docs/own.md', kind: 'kept', isGone: false },
      ]),
    );
    await copy.land(changed);
    expect(await copy.shown('README.md')).toBe(
      LINES.replace('line 3\n', 'mine\n').replace('line 20\n', 'theirs\n'),
    );
    expect([await copy.shown('docs/a.md'), await copy.shown('docs/own.md')]).toEqual(['# Mine\n', 'Own.\n']);
  });

  test('leaves away what the owner has removed, also new files of a folder that is gone, and touches no goal', async () => {
    const copy = await copied({
      owner: {
        'docs/a.md': null,
        'docs/gone.md': null,
        'README.md': null,
        'goals/sample.yml': 'title: Mine\n',
      },
      release: {
        'docs/a.md': '# New\n',
        'docs/deep/new.md': '# New\n',
        'README.md': 'New.\n',
        'goals/sample.yml': 'title: New\n',
        'goals/other.yml': 'title: Other\n',
      },
    });
    const { files, changed } = await copy.update({ keepsAll: true });
    expect([...changed.keys()]).toEqual([RECORD_FILE]);
    expect(files).toEqual([]);
  });

  test('never merges a bundle by lines, and says where it has to be built anew', async () => {
    const bundle = { 'dist/action.mjs': 'new bundle\n' };
    const untouched = await copied({ release: bundle });
    expect((await untouched.update()).hasOwnSources).toBe(false);
    const copy = await copied({
      owner: { 'src/a.ts': 'mine\n', 'dist/action.mjs': 'my bundle\n' },
      release: bundle,
    });
    const { files, hasOwnSources } = await copy.update();
    expect([kinds(files)['dist/action.mjs'], hasOwnSources]).toEqual(['kept', true]);
  });
});

describe('the first update of a copy', () => {
  const UNNEEDED = [
    '.ci/run',
    '.github/workflows/ci.yml',
    '.github/workflows/release.yml',
    'AGENTS.md',
    'bench/run.ts',
    'test/a.test.ts',
  ];

  test('takes away what only serves to change Wakeful, and it does not come back', async () => {
    const copy = await copied({ release: { 'test/b.test.ts': 'new\n', 'AGENTS.md': 'new\n' } });
    const { files, changed } = await copy.update();
    expect(files.filter(({ kind }) => kind === 'unneeded').map(({ path }) => path)).toEqual(UNNEEDED);
    await copy.land(changed);
    expect(copy.paths()).not.toMatch(/test\/|bench\/|AGENTS|ci\.yml/);
    expect((await copy.update()).changed.size).toBe(0);
  });

  test.each([
    ['has changed its code', { 'src/a.ts': 'mine\n' }, false],
    ['has a test of their own', { 'test/mine.test.ts': 'mine\n' }, false],
    ['asks for all of it', {}, true],
  ] as const)('takes nothing away where the owner %s', async (_, owner, keepsAll) => {
    const { update } = await copied({ owner });
    expect((await update({ keepsAll })).files.filter(({ kind }) => kind === 'unneeded')).toEqual([]);
  });

  test('leaves a file that the owner has changed, of those that are not needed', async () => {
    const { update } = await copied({ owner: { 'AGENTS.md': 'mine\n' } });
    expect((await update()).changed.has('AGENTS.md')).toBe(false);
  });

  const GOAL = 'title: X\nobjective: Y\non: [push]\npermissions: {write: ["a.md"]}\nschedule: {every: 24h}\n';
  const goals = new Map([['goals/x.yml', GOAL]]);

  test('brings the events into wake.yml that goals name, with the condition that keeps strangers out', async () => {
    const copy = await copied({});
    const first = await copy.update({ goals });
    expect(first.changed.get(WAKE)).toMatch(/^ {2}push:$/m);
    expect(first.changed.get(WAKE)).toContain('author_association');
    await copy.land(first.changed);
    expect((await copy.update({ goals })).changed.size).toBe(0);
    const later = await copy.update();
    expect(later.changed.get(WAKE)).toBe(HOME[WAKE]);
  });

  test('takes the events out of an older wake.yml that no goal names, and leaves what its owner has changed there', async () => {
    const { [WHOLE]: full, ...rest } = HOME;
    const mine = full.replace('"17,47 * * * *"', '"7 3 * * *"');
    const copy = await copied({
      start: { ...rest, [WAKE]: full },
      owner: { [WAKE]: mine },
      release: { [WAKE]: HOME[WAKE], [WHOLE]: full },
    });
    const { changed } = await copy.update();
    await copy.land(changed);
    const text = (await copy.shown(WAKE)) ?? '';
    expect(text).toContain('"7 3 * * *"');
    expect(text).toBe(HOME[WAKE].replace('"17,47 * * * *"', '"7 3 * * *"'));
    expect((await copy.update()).changed.size).toBe(0);
  });
});
