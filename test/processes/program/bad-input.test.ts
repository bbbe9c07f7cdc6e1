/** Whatever is wrong with what the program is given: it says what, where and what would be right, and loses nothing. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { WakeResult } from '../../../src/core/wake-result.ts';
import { fingerprint, git, repository, temporaryFolder, write } from '../../support/git/git-fixture.ts';
import { serveGitHub } from '../../support/git/stand-in.ts';
import { wakeful } from '../../support/processes/program.ts';
import { play, type Rehearsed, rehearsed } from '../../support/processes/rehearsed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const DOCS_INDEX = readFileSync(join(import.meta.dirname, '../../../goals/docs-index.yml'), 'utf8');
const GOAL = 'title: Note\nobjective: Keep notes.\nschedule: {every: 6h}\n';
const WORKED_AT = '2026-11-22T03:10Z';
const LATER = '2026-11-22T09:10Z';

describe('goal files', () => {
  const BAD: Readonly<Record<string, { readonly text: string; readonly told: readonly string[] }>> = {
    'typo.yml': {
      text: `${GOAL}permisions: {}\n`,
      told: ['goals/typo.yml:4:1: the field "permisions" is not known; did you mean `permissions`?'],
    },
    'wrong-type.yml': {
      text: GOAL.replace('Note', '[1]'),
      told: ['goals/wrong-type.yml:1:8: `title` must be text, but is a list'],
    },
    'bad-cron.yml': {
      text: GOAL.replace('{every: 6h}', '{cron: "61 * * * *", timezone: Mars/Base}'),
      told: [
        'goals/bad-cron.yml:3:18: `schedule.cron` is "61 * * * *"',
        'goals/bad-cron.yml:3:42: `schedule.timezone` is "Mars/Base"',
      ],
    },
    'over-bound.yml': {
      text: `${GOAL}limits: {minutes: 9999}\n`,
      told: ['goals/over-bound.yml:4:19: `limits.minutes` must be at most 30, but is 9999'],
    },
    'twice.yml': { text: GOAL, told: ['goals/twice.ya'] },
    'twice.yaml': { text: GOAL, told: [] },
    'bomb.yml': {
      text: `a: &a [x, x]\nb: &b [${'*a, '.repeat(99)}*a]\nc: [${'*b, '.repeat(99)}*b]\n`,
      told: [
        'goals/bomb.yml:1:7: an anchor (&a) is not allowed',
        'more problems; fix the problems above first',
      ],
    },
    'empty.yml': { text: '', told: ['goals/empty.yml:1:1: the file is empty'] },
    'huge.yml': {
      text: 'x'.repeat(1_000_000),
      told: ['goals/huge.yml:1:1: the file is too large: 1000000 bytes'],
    },
    'odd name.yml': { text: GOAL, told: ['the name "odd name.yml" is not kebab-case'] },
    'broken.yml': { text: 'title: "never closed\n', told: ['goals/broken.yml:'] },
  };

  test('every problem of every file is told with its place, and the good goal is worked on all the same', async () => {
    const files = Object.entries(BAD).map(([name, { text }]) => [`goals/${name}`, text]);
    const folder = repository({ 'goals/good.yml': GOAL, ...Object.fromEntries(files) });
    const checked = await wakeful(folder, ['validate']);
    const { code, wake } = await play(folder, ['--at', WORKED_AT]);
    expect([checked.code, code, wake.ending]).toEqual([1, 1, 'bad_goal']);
    for (const { told } of Object.values(BAD)) {
      for (const words of told) {
        expect(problemLines(wake)).toContain(words);
        expect(checked.out).toContain(words);
      }
    }
    expect(wake.goals.map(({ goal }) => goal)).toEqual(['good']);
    expect(rehearsed(join(folder, '.wakeful')).issues().length).toBeGreaterThan(0);
  });

  test('no goal at all is told with the folder that was looked at', async () => {
    const folder = repository({ '.github/wakeful.yml': 'goals_folder: aims\n', 'goals/other.yml': GOAL });
    const { code, wake } = await play(folder, []);
    expect([code, wake.ending]).toEqual([0, 'nothing_due']);
    expect(wake.detail).toBe('There is no goal file in aims/ yet. Write aims/<id>.yml to begin.');
  });

  test('bad settings end the wake, with every problem', async () => {
    const folder = repository({ 'goals/good.yml': GOAL, '.github/wakeful.yml': 'open_draft: 2\n' });
    const { code, wake } = await play(folder, []);
    expect([code, wake.ending, wake.goals]).toEqual([1, 'bad_settings', []]);
    expect(problemLines(wake)).toContain('.github/wakeful.yml:1:1: the field "open_draft" is not known');
  });
});

describe('state files', () => {
  let folder: string;
  let seen: Rehearsed;
  let good: string;
  beforeAll(async () => {
    folder = repository({ 'goals/note.yml': GOAL, 'goals/docs-index.yml': GOAL });
    await play(folder, ['--at', WORKED_AT]);
    seen = rehearsed(join(folder, '.wakeful'));
    good = seen.git('rev-parse', 'wakeful-state');
  });

  test.each([
    [
      'truncated',
      'state/lock.json',
      (text: string) => text.slice(0, 40),
      'state/lock.json: it is not valid JSON',
    ],
    ['missing', 'state/lock.json', () => null, 'state/lock.json'],
    ['not JSON', 'state/budget.json', () => 'spent: 3\n', 'state/budget.json: it is not valid JSON'],
    ['empty', 'state/status.json', () => '', 'state/status.json: the file is empty'],
    [
      'from a newer program',
      'state/checkpoints/note.json',
      (text: string) => text.replace('"version": 1', '"version": 7'),
      'state/checkpoints/note.json',
    ],
    [
      'of another repository',
      'state/lock.json',
      (text: string) => text.replace(/"repository": "[^"]*"/, '"repository": "other/one"'),
      'belongs to other/one',
    ],
  ])('%s: %s is told, and nothing is written', async (_, path, harm, told) => {
    seen.git('update-ref', 'refs/heads/wakeful-state', good);
    seen.hurt(path, harm(`${seen.git('show', `${good}:${path}`)}\n`));
    const refs = seen.refs();
    const { code, wake } = await play(folder, ['--at', LATER]);
    expect([code, wake.ending]).toEqual([1, 'bad_state_file']);
    expect(wake.detail).toContain(told);
    expect(seen.refs()).toBe(refs);
  });

  test('a deleted state branch is told while work branches stand, and nothing is made in its place', async () => {
    seen.git('update-ref', '-d', 'refs/heads/wakeful-state');
    seen.git('update-ref', 'refs/heads/wakeful/note/window-1', 'refs/heads/main');
    const refs = seen.refs();
    const { code, wake } = await play(folder, ['--at', LATER]);
    expect([code, wake.ending]).toEqual([1, 'bad_state_file']);
    expect(wake.detail).toContain(
      'The branch wakeful-state is missing, but work branches exist (wakeful/note/window-1)',
    );
    expect(seen.refs()).toBe(refs);
    seen.git('update-ref', '-d', 'refs/heads/wakeful/note/window-1');
  });
});

describe('a repository that cannot be rehearsed on', () => {
  test.each([
    [
      'without commits',
      emptyRepository,
      /^wakeful: .* has no commits yet\. Make a first commit, then start again\.\n$/,
    ],
    [
      'that is none',
      temporaryFolder,
      /^wakeful: .* is not a git repository\. Start inside a clone, or name a repository with --repo <path or URL>\.\n$/,
    ],
    ['that is damaged', damagedRepository, /^wakeful: .* cannot be fetched\. git says: .*bad tree object/],
  ])('%s', async (_, make, told) => {
    const folder = make();
    const before = fingerprint(folder);
    const { code, out, err } = await wakeful(folder, ['--json']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(told);
    expect(fingerprint(folder)).toBe(before);
  });

  test('behind a URL that wants a login: nobody is asked, and no password is shown', async () => {
    const { gitUrl } = (await serveGitHub()).standIn;
    const home = temporaryFolder();
    const url = gitUrl.replace('http://', 'http://ada:hunter2@');
    for (const place of [gitUrl, url]) {
      const { code, out, err } = await wakeful(home, ['--repo', place]);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(`${gitUrl} cannot be read. git says: `);
      expect(err).toContain('set up credentials that git can use without asking');
      expect(err).not.toContain('hunter2');
    }
    const status = await wakeful(home, ['status', '--remote', url]);
    expect([status.code, status.err]).toEqual([1, expect.stringContaining('refuses access')]);
    expect(status.err).not.toContain('hunter2');
    expect(readdirSync(home)).toEqual([]);
  });

  test('behind a URL where nobody answers', async () => {
    const { code, out, err } = await wakeful(temporaryFolder(), ['--repo', 'http://127.0.0.1:1/a.git']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('http://127.0.0.1:1/a.git cannot be read.');
    expect(err).toContain('Check the address and the network');
  });
});

function emptyRepository(): string {
  const folder = temporaryFolder();
  git(folder, 'init', '--quiet');
  return folder;
}

function damagedRepository(): string {
  const folder = repository({ 'goals/note.yml': GOAL });
  const tree = git(folder, 'rev-parse', 'HEAD^{tree}');
  rmSync(join(folder, '.git/objects', tree.slice(0, 2), tree.slice(2)));
  return folder;
}

describe('an odd repository that can be rehearsed on', () => {
  const FILES = {
    'goals/docs-index.yml': DOCS_INDEX,
    'docs/a "quoted"\npage.md': '# Odd\r\n\r\nA page with an odd name.\r\n',
    'docs/größe.md': '# Größe\n\nWie groß?\n',
  };

  test.each([
    [
      'with a default branch called trunk',
      (folder: string) => git(folder, 'branch', '--move', 'trunk'),
      'trunk',
    ],
    ['with a detached head', (folder: string) => git(folder, 'checkout', '--quiet', '--detach'), 'main'],
    ['at a path with spaces, quotes and letters beyond ASCII', () => '', 'main'],
  ])('%s', async (_, change, branch) => {
    const folder = join(temporaryFolder(), 'it\'s "my" größe');
    git(temporaryFolder(), 'clone', '--quiet', repository(FILES), folder);
    git(folder, 'remote', 'remove', 'origin');
    change(folder);
    const before = fingerprint(folder);
    const { code, wake } = await play(folder, ['--at', WORKED_AT]);
    expect([code, wake.ending]).toEqual([0, 'worked']);
    const seen = rehearsed(join(folder, '.wakeful'));
    expect(seen.git('symbolic-ref', 'HEAD')).toBe(`refs/heads/${branch}`);
    expect(seen.git('show', `${seen.workBranches()[0]}:docs/index.md`)).toContain(
      '[Größe](gr%C3%B6%C3%9Fe.md)',
    );
    expect(fingerprint(folder)).toBe(before);
  });

  test('that is a shallow clone', async () => {
    const upstream = repository(FILES);
    write(upstream, { 'docs/second.md': '# Second\n\nThe newest page.\n' });
    git(upstream, 'add', '--all');
    git(upstream, 'commit', '--quiet', '--message', 'Second');
    const folder = join(temporaryFolder(), 'shallow');
    git(temporaryFolder(), 'clone', '--quiet', '--depth=1', `file://${upstream}`, folder);
    const { code, wake } = await play(folder, ['--at', WORKED_AT]);
    expect([code, wake.ending]).toEqual([0, 'worked']);
    const seen = rehearsed(join(folder, '.wakeful'));
    expect(seen.git('show', `${seen.workBranches()[0]}:docs/index.md`)).toContain('[Second](second.md)');
  });
});

describe('a file of the stand-in that a person broke', () => {
  test('is named with what it should hold, and the wake after it was mended goes on', async () => {
    const folder = repository({ 'goals/docs-index.yml': DOCS_INDEX, 'docs/one.md': '# One\n\nA page.\n' });
    await play(folder, ['--at', WORKED_AT]);
    const file = join(folder, '.wakeful/github/drafts/1.json');
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, '{"number": 1');
    const broken = await wakeful(folder, ['--at', LATER]);
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain('.wakeful/github/drafts/1.json: it is not JSON');
    writeFileSync(file, good);
    const { wake } = await play(folder, ['--at', '2026-11-22T09:40Z']);
    expect(['waiting_for_draft', 'nothing_due']).toContain(wake.ending);
    expect(rehearsed(join(folder, '.wakeful')).drafts()).toHaveLength(1);
  });
});

function problemLines({ problems }: WakeResult): string {
  return problems
    .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`)
    .join('\n');
}
