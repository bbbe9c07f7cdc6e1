/** The sample goals, through the real program, on repositories that other people keep. */
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  type ForeignRepository,
  makeEmpty,
  makeHandbook,
  makeLibrary,
  makePython,
} from '../../support/git/foreign-repositories.ts';
import { git, temporaryFolder } from '../../support/git/git-fixture.ts';
import { wakeful } from '../../support/processes/program.ts';
import { type Played, play, type Rehearsed, rehearsed } from '../../support/processes/rehearsed.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const SAMPLE_GOALS = join(import.meta.dirname, '../../../goals');
const AT = '2026-11-22T12:10Z';

interface Visit extends ForeignRepository {
  /** Where the program was started. */
  readonly home: string;
  readonly before: string;
  readonly played: Played;
  readonly seen: Rehearsed;
}

async function visit(make: (folder: string) => ForeignRepository): Promise<Visit> {
  const home = temporaryFolder();
  const { folder, facts } = make(join(temporaryFolder(), 'foreign'));
  const before = everyByte(folder);
  const played = await play(home, ['--repo', folder, '--goals', SAMPLE_GOALS, '--at', AT]);
  return { home, folder, facts, before, played, seen: rehearsed(join(home, played.remote, '..')) };
}

/** Also the names, links, modes and times of all files, `.git` included. */
function everyByte(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names
    .map((name) => {
      const path = join(folder, name);
      const facts = lstatSync(path);
      const link = facts.isSymbolicLink() ? readlinkSync(path) : '';
      const bytes = facts.isFile() ? readFileSync(path).toString('base64') : link;
      return `${name} ${facts.mode} ${facts.mtimeMs} ${bytes}`;
    })
    .join('\n');
}

/** Lines that a goal's draft adds; none: it has no draft. */
function added({ seen, facts }: Visit, goal: string): readonly string[] {
  const branch = seen.workBranches().find((name) => name.startsWith(`wakeful/${goal}/`));
  if (branch === undefined) return [];
  const patch = seen.git('diff', '--unified=0', `${facts.branch}...${branch}`);
  return patch.split('\n').flatMap((line) => (/^\+(?!\+\+ )/.test(line) ? [line.slice(1)] : []));
}

function removed({ seen, facts }: Visit, goal: string): readonly string[] {
  const branch = seen.workBranches().find((name) => name.startsWith(`wakeful/${goal}/`));
  const patch = branch === undefined ? '' : seen.git('diff', '--unified=0', `${facts.branch}...${branch}`);
  return patch.split('\n').flatMap((line) => (/^-(?!-- )/.test(line) ? [line.slice(1)] : []));
}

const ODD = 'a Python project with odd paths, CR LF, a binary, a submodule and an LFS pointer';

describe.each([
  ['a JavaScript library', makeLibrary],
  [ODD, makePython],
  ['a handbook', makeHandbook],
])('a rehearsal on %s', (name, make) => {
  let on: Visit;
  beforeAll(async () => {
    on = await visit(make);
  });

  test('ends well and leaves the repository byte for byte as it was', () => {
    // A link that only a person can mend needs one.
    const end = on.facts.hopeless.length === 0 ? [0, 'worked'] : [1, 'item_stuck'];
    expect([on.played.code, on.played.wake.ending]).toEqual(end);
    expect(everyByte(on.folder)).toBe(on.before);
    expect(git(on.folder, 'for-each-ref', '--format=%(refname)')).toBe(`refs/heads/${on.facts.branch}`);
  });

  test('offers its drafts to the default branch and changes only what each goal may write', () => {
    for (const { branch, base } of on.seen.drafts()) {
      expect(base).toBe(on.facts.branch);
      const changed = on.seen
        .git('diff', '-z', '--name-only', `${base}...${branch}`)
        .split('\0')
        .filter(Boolean);
      const [, goal] = branch.split('/');
      const allowed = {
        'docs-index': /^docs\/index\.md$/,
        'todo-digest': /^docs\/todo\.md$/,
        'changelog-draft': /^CHANGELOG\.md$/,
        'broken-links': /\.md$/,
      };
      for (const path of changed) expect(path).toMatch(allowed[goal as keyof typeof allowed]);
    }
  });

  test('indexes the pages that were planted', () => {
    const lines = added(on, 'docs-index');
    for (const { title, path, sentence } of on.facts.pages) {
      expect(lines.find((line) => line.includes(`[${title}](${path})`))).toContain(sentence);
    }
  });

  test('mends the links that have one answer, and leaves the others', () => {
    const now = added(on, 'broken-links').join('\n');
    const gone = removed(on, 'broken-links').join('\n');
    for (const { broken, mended } of on.facts.mendable) {
      expect(gone).toContain(broken);
      expect(now).toContain(mended);
    }
    const body =
      on.seen.drafts().find(({ branch }) => branch.startsWith('wakeful/broken-links/'))?.body ?? '';
    for (const { broken } of on.facts.hopeless) expect(body).toContain(broken);
    for (const { page, link } of on.facts.fine) {
      const branch = on.seen.workBranches().find((name) => name.startsWith('wakeful/broken-links/'));
      expect(on.seen.git('show', `${branch}:${page}`)).toContain(link);
    }
  });

  test('digests the comments that were planted, and no others', () => {
    const lines = added(on, 'todo-digest').filter((line) => line.startsWith('- [Line'));
    expect(lines).toHaveLength(on.facts.todos.length);
    for (const { line, text } of on.facts.todos) {
      expect(lines.find((one) => one.includes(text))).toContain(`[Line ${line}]`);
    }
  });

  test('drafts the changes of the window, and no others', () => {
    const lines = added(on, 'changelog-draft').filter((line) => line.startsWith('- '));
    expect(lines).toHaveLength(on.facts.changes.length);
    for (const { text } of on.facts.changes) expect(lines.join('\n')).toContain(text);
    for (const text of on.facts.unremarkable) expect(lines.join('\n')).not.toContain(text);
  });

  // What comes after the first run does not depend on whose repository it is; the odd one is the hardest.
  if (name !== ODD) return;

  test('goes on where it was: nothing is due, a draft waits, a stop is obeyed, and status tells', async () => {
    const again = (...args: string[]) =>
      play(on.home, ['--repo', on.folder, '--goals', SAMPLE_GOALS, '--at', '2026-11-22T12:20Z', ...args]);
    const refs = on.seen.refs();
    const idle = await again();
    expect([idle.wake.ending, idle.wake.nextDue?.at]).toEqual(['nothing_due', '2026-11-22T18:00:00Z']);
    expect((await again('--stop', 'On holiday')).wake.detail).toContain('On holiday');
    expect(on.seen.refs()).toBe(refs);
    const asked = await again('--goal', 'docs-index');
    expect([asked.code, asked.wake.ending]).toEqual([0, 'waiting_for_draft']);
    const status = await wakeful(on.home, ['status', '--repo', on.folder]);
    expect(status.out).toContain(on.played.remote.replace('/origin.git', ''));
    expect(everyByte(on.folder)).toBe(on.before);
  });

  test('starts over with --fresh and comes to the same drafts', async () => {
    const drafts = on.seen.drafts().map(({ branch, title }) => [branch, title]);
    await play(on.home, ['--repo', on.folder, '--goals', SAMPLE_GOALS, '--at', AT, '--fresh']);
    expect(on.seen.drafts().map(({ branch, title }) => [branch, title])).toEqual(drafts);
    expect(everyByte(on.folder)).toBe(on.before);
  });
});

test('a rehearsal on an almost empty repository changes nothing, opens no draft and says so', async () => {
  const on = await visit(makeEmpty);
  expect([on.played.code, on.played.wake.ending]).toEqual([0, 'no_change']);
  expect(on.played.wake.goals.map(({ ending }) => ending)).toEqual(Array(4).fill('no_change'));
  expect([on.seen.workBranches(), on.seen.drafts()]).toEqual([[], []]);
  expect(everyByte(on.folder)).toBe(on.before);
});
