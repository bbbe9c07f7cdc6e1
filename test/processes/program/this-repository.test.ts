/** The first rehearsal that a newcomer sees: the real program on this repository's own files. */
import { cpSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { fingerprint, git, temporaryFolder } from '../../support/git/git-fixture.ts';
import { type ProgramRun, wakeful, wakefulFromSources } from '../../support/processes/program.ts';
import { play, type Rehearsed, rehearsed } from '../../support/processes/rehearsed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const ROOT = join(import.meta.dirname, '../../..');
const LEFT_OUT = new Set(['.git', '.program', '.wakeful', 'node_modules', 'test', 'coverage']);
const GOALS = ['broken-links', 'changelog-draft', 'docs-index', 'todo-digest'];
const AT = '2026-11-22T03:10Z';

let folder: string;
let before: string;
let first: ProgramRun;
let seen: Rehearsed;

beforeAll(async () => {
  folder = copyOfThisRepository();
  before = fingerprint(folder);
  first = await wakefulFromSources(folder, ['--at', AT]);
  seen = rehearsed(join(folder, '.wakeful'));
});

/** The files as they stand, with a history of two commits: of any checkout, at any time. */
function copyOfThisRepository(): string {
  const copy = temporaryFolder();
  cpSync(ROOT, copy, {
    recursive: true,
    filter: (path) => !LEFT_OUT.has(relative(ROOT, path).split('/')[0] ?? ''),
  });
  git(copy, 'init', '--quiet', '--initial-branch=main');
  git(copy, 'add', '--all');
  git(copy, 'commit', '--quiet', '--message', 'Lay the foundation');
  git(copy, 'commit', '--quiet', '--allow-empty', '--message', 'feat: rehearse a whole wake (#7)');
  return copy;
}

/** What a goal's draft holds of a file. */
function drafted(goal: string, path: string): string {
  const branch = seen.workBranches().find((name) => name.startsWith(`wakeful/${goal}/`));
  return seen.git('show', `${branch}:${path}`);
}

describe('the first rehearsal on this repository', () => {
  test('ends all goals with a draft, says so in plain words, and touches nothing outside .wakeful', () => {
    expect([first.code, first.err]).toEqual([0, '']);
    for (const goal of GOALS) expect(first.out).toMatch(new RegExp(`^${goal} .* done `, 'm'));
    for (const number of [1, 2, 3, 4]) expect(first.out).toContain(`.wakeful/github/drafts/${number}.md`);
    expect(fingerprint(folder)).toBe(before);
  });

  test('mends the link in the tour that is broken on purpose, and nothing else', () => {
    const tour = drafted('broken-links', 'docs/tour.md');
    expect(tour).toContain('[the design](design.md)');
    expect(tour).not.toContain('../design.md');
    const [branch = ''] = seen.workBranches().filter((name) => name.startsWith('wakeful/broken-links/'));
    expect(seen.git('diff', '--numstat', `main...${branch}`)).toBe('1\t1\tdocs/tour.md');
  });

  test('lists every page in the docs index', () => {
    const files = seen.git('ls-tree', '-r', '--name-only', 'main', 'docs').split('\n');
    const pages = files.filter((path) => path.endsWith('.md'));
    const index = drafted('docs-index', 'docs/index.md');
    expect(pages.length).toBeGreaterThan(5);
    for (const page of pages) expect(index).toContain(`](${page.slice('docs/'.length)})`);
  });

  test('digests the comments and drafts the changelog', () => {
    expect(drafted('todo-digest', 'docs/todo.md')).toMatch(/^- \[Line \d+\]\(\.\.\/src\/.*#L\d+\)/m);
    const changelog = drafted('changelog-draft', 'CHANGELOG.md');
    expect(changelog).toContain('- Rehearse a whole wake (#7)');
    expect(changelog.indexOf('Rehearse a whole wake')).toBeGreaterThan(changelog.indexOf('## [Unreleased]'));
  });

  test('leaves drafts that read the same as JSON and as Markdown', () => {
    const drafts = seen.drafts();
    expect(drafts.map(({ number, state, base }) => [number, state, base])).toEqual(
      [1, 2, 3, 4].map((number) => [number, 'open', 'main']),
    );
    for (const draft of drafts) {
      const page = seen.page('drafts', draft.number);
      expect(page).toContain(`# ${draft.title}\n`);
      expect(page).toContain(draft.body.trim());
      expect(page).toContain('```diff\ndiff --git ');
      expect(seen.workBranches()).toContain(draft.branch);
    }
  });

  test('makes one push per item and two more, less the hand-overs, each a commit of its own that tells the story', () => {
    const items = Object.values(seen.state().checkpoints).flatMap(({ items }) => Object.keys(items));
    const commits = seen.git(
      'log',
      '--format=%s%x00%(trailers:key=Wakeful-Nonce,valueonly,separator=%x2C)%x00%B%x01',
      'wakeful-state',
    );
    const told = commits
      .split('\u0001')
      .map((text) => text.trim())
      .filter(Boolean);
    expect(told).toHaveLength(items.length + GOALS.length + 1);
    expect(new Set(told.map((text) => text.split('\0')[1])).size).toBe(told.length);
    for (const text of told) expect(text).toMatch(/^[a-z-]+: .*\[skip ci\]/s);
  });

  test('leaves a state branch that holds no lease, and a log that ends with the end', () => {
    const state = seen.state();
    expect(state.lock.leases).toEqual({});
    expect(Object.keys(state.checkpoints).toSorted()).toEqual(GOALS);
    const log = seen.log();
    expect([log[0]?.event, log.at(-1)?.event]).toEqual(['wake_started', 'wake_ended']);
    expect(log.filter(({ level }) => level !== 'info' && level !== 'debug')).toEqual([]);
    expect(seen.git('show', 'wakeful-state:README.md')).toContain('docs-index');
  });
});

describe('the second start', () => {
  test('finds nothing due, names the next slot, and pushes nothing', async () => {
    const refs = seen.refs();
    const { code, out, err } = await wakeful(folder, ['--at', '2026-11-22T03:20Z']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('Nothing was due.');
    expect(out).toContain('docs-index is due next: 22 Nov 2026 06:00 UTC, in 2 h');
    expect(seen.refs()).toBe(refs);
  });

  test('waits for the draft when a person asks for the goal, without asking the model', async () => {
    const { code, wake } = await play(folder, ['--at', '2026-11-22T03:25Z', '--goal', 'docs-index']);
    expect([code, wake.ending]).toEqual([0, 'waiting_for_draft']);
    expect(wake.goals.map(({ goal, spent }) => [goal, spent.calls])).toEqual([['docs-index', 0]]);
    expect(seen.drafts()).toHaveLength(4);
  });

  test('names the goals there are when one is asked for that is not there', async () => {
    const refs = seen.refs();
    const { code, wake } = await play(folder, ['--at', '2026-11-22T03:25Z', '--goal', 'docs-indx']);
    expect([code, wake.ending]).toEqual([1, 'bad_goal']);
    expect(wake.detail).toContain(GOALS.join(', '));
    expect(seen.refs()).toBe(refs);
  });

  test('starts nothing and writes nothing under --stop, and shows the reason', async () => {
    const refs = seen.refs();
    const { code, wake } = await play(folder, ['--at', '2026-11-23T03:25Z', '--stop', 'On holiday']);
    expect([code, wake.ending]).toEqual([0, 'stopped']);
    expect(wake.detail).toContain('On holiday');
    expect(seen.refs()).toBe(refs);
  });
});
