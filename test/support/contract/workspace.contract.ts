import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sha, Workspace, WorkTree } from '../../../src/ports.ts';
import { NOON, type RemoteFile } from '../../../src/simulation/world/remote-change.ts';
import { blobId } from '../../../src/tree/blob-id.ts';
import { asMasked } from '../as-masked.ts';
import { temporaryFolder } from '../git/repositories.ts';
import type { RemoteKind, RemoteUnderTest, View } from './remote-under-test.ts';

const HOUR = 3_600_000;
const AUTHOR = asMasked({ name: 'Wakeful', email: 'wakeful@example.org', time: NOON });
const POINTER = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';
const SUBMODULE = '1234567890123456789012345678901234567890';

const EVERY_KIND: Readonly<Record<string, RemoteFile>> = {
  'README.md': 'hello\n',
  'bin/run': { mode: '100755', content: '#!/bin/sh\n' },
  'crlf.txt': 'a\r\nb\r\n',
  'image.png': Buffer.from([0x89, 0x50, 0, 1]),
  'latin1.txt': Buffer.from([0x63, 0x61, 0x66, 0xe9]),
  link: { mode: '120000', content: '/etc/hostname' },
  'model.bin': POINTER,
  'odd/a "b"\n\\c ünï.md': 'odd\n',
  vendored: { mode: '160000', commit: SUBMODULE },
  '.gitattributes': '*.txt text eol=lf ident\n*.bin filter=lfs diff=lfs\n*.md working-tree-encoding=UTF-16\n',
};

function signal(): AbortSignal {
  return new AbortController().signal;
}

interface Setting extends View {
  readonly remote: RemoteUnderTest;
  readonly base: Sha;
}

async function withFiles(kind: RemoteKind, files: Readonly<Record<string, RemoteFile>>): Promise<Setting> {
  const remote = await kind.make();
  const base = await remote.commit({ branch: 'main', files });
  const view = await remote.open();
  await view.state.fetch(signal());
  return { ...view, remote, base };
}

function openAt(workspace: Workspace, commit: Sha, base: Sha = commit): Promise<WorkTree> {
  return workspace.open({ commit, base, untouched: base }, signal());
}

async function listing(workspace: Workspace, commit: Sha): Promise<Readonly<Record<string, string>>> {
  const entries = await workspace.files(commit, signal());
  return Object.fromEntries(entries.map((entry) => [entry.path, `${entry.kind} ${entry.blob}`]));
}

/** A commit of the tree, which must not be null. */
async function committed(tree: WorkTree, message = 'work'): Promise<Sha> {
  const commit = await tree.commit(asMasked(message), AUTHOR, signal());
  if (commit === null) throw new Error('Nothing to commit.');
  return commit;
}

export function describeWorkspace(kind: RemoteKind): void {
  describe(`the workspace on ${kind.name}`, () => {
    describeCommits(kind);
    describeHistory(kind);
    describeMerge(kind);
    describeWorkTree(kind);
    describeDrafts(kind);
  });
  if (kind.onDisk) describe(`the folder of a work tree on ${kind.name}`, () => describeFolder(kind));
}

function describeCommits(kind: RemoteKind): void {
  test('a branch is fetched by name, and null says that there is none', async () => {
    const { remote, workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    await remote.moveBranch('wakeful/docs/x-1', base);
    expect(await workspace.fetchBranch('wakeful/docs/x-1', signal())).toBe(base);
    const moved = await remote.commit({ branch: 'wakeful/docs/x-1', files: { 'b.txt': 'b' } });
    expect(await workspace.fetchBranch('wakeful/docs/x-1', signal())).toBe(moved);
    await remote.moveBranch('wakeful/docs/x-1', null);
    expect(await workspace.fetchBranch('wakeful/docs/x-1', signal())).toBeNull();
    expect(await workspace.fetchBranch('wakeful/docs/x', signal())).toBeNull();
  });

  test('an older commit is fetched by its id, and one that never was is not', async () => {
    const remote = await kind.make();
    const old = await remote.commit({ branch: 'main', files: { 'a.txt': 'old' } });
    await remote.commit({ branch: 'main', files: { 'a.txt': 'new' } });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    expect(await workspace.fetchCommit(old, signal())).toBe(true);
    expect(await listing(workspace, old)).toHaveProperty(['a.txt']);
    expect(await workspace.fetchCommit('1'.repeat(40), signal())).toBe(false);
  });

  test('several commits are fetched in one go, and one that never was keeps none of them from being fetched', async () => {
    const remote = await kind.make();
    const commits: Sha[] = [];
    for (const text of ['first', 'second', 'newest'])
      commits.push(await remote.commit({ branch: 'main', files: { 'a.txt': text } }));
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    expect(await workspace.fetchCommits(commits, signal())).toBe(true);
    for (const commit of commits) expect(await listing(workspace, commit)).toHaveProperty(['a.txt']);
    const other = await remote.open();
    await other.state.fetch(signal());
    const [first = ''] = commits;
    expect(await other.workspace.fetchCommits([first, '1'.repeat(40)], signal())).toBe(false);
    expect(await other.workspace.fetchCommit(first, signal())).toBe(true);
    expect(await other.workspace.fetchCommit('1'.repeat(40), signal())).toBe(false);
    expect(await other.workspace.fetchCommits([], signal())).toBe(true);
  });

  test('files are listed with kind, size and blob, sorted by path, whatever their names', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const entries = await workspace.files(base, signal());
    expect(entries.map((entry) => entry.path)).toEqual(Object.keys(EVERY_KIND).sort());
    const by = new Map(entries.map((entry) => [entry.path, entry]));
    expect(by.get('README.md')).toEqual({
      path: 'README.md',
      kind: 'file',
      size: kind.tellsSizes ? 6 : null,
      blob: 'ce013625030ba8dba906f756967f9e9ca394464a',
    });
    expect(by.get('bin/run')?.kind).toBe('executable');
    expect(by.get('link')?.kind).toBe('symlink');
    expect(by.get('vendored')).toEqual({ path: 'vendored', kind: 'submodule', size: 0, blob: SUBMODULE });
  });

  test('changed paths are those that differ and still exist', async () => {
    const remote = await kind.make();
    const files = {
      'same.txt': 's',
      'edited.txt': '1',
      'deleted.txt': 'd',
      'mode.sh': 'm',
      'was/here.txt': 'moved',
    };
    const from = await remote.commit({ branch: 'main', files });
    await remote.commit({ branch: 'main', files: { 'between.txt': 'b' } });
    const changes = {
      'edited.txt': '2',
      'deleted.txt': null,
      'mode.sh': { mode: '100755', content: 'm' },
      'was/here.txt': null,
      'is "now"/\nhere.txt': 'moved',
    } as const;
    const to = await remote.commit({ branch: 'main', files: changes });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    const expected = ['between.txt', 'edited.txt', 'is "now"/\nhere.txt', 'mode.sh'];
    expect(await workspace.changedPaths(from, to, signal())).toEqual(expected);
    expect(await workspace.changedPaths(to, to, signal())).toEqual([]);
  });

  test('everything counts as changed since a commit that the remote has lost', async () => {
    const remote = await kind.make();
    const lost = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' } });
    await remote.moveBranch('main', null);
    const to = await remote.commit({ branch: 'main', files: { 'b.txt': 'b', 'c.txt': 'c' }, parents: [] });
    await remote.forgetCommit(lost);
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    expect(await workspace.fetchCommit(lost, signal())).toBe(false);
    expect(await workspace.changedPaths(lost, to, signal())).toEqual(['b.txt', 'c.txt']);
    expect(await workspace.commitAt(lost, NOON, signal())).toBeNull();
  });
}

/** Commits on `main` at 1, 2, … hours after noon. */
async function withHistory(kind: RemoteKind, count: number) {
  const remote = await kind.make();
  const commits: Sha[] = [];
  for (let hour = 1; hour <= count; hour += 1) {
    const message = `change ${hour}\n\nBecause of ${hour}.\n\nAnd more.\n`;
    commits.push(
      await remote.commit({
        branch: 'main',
        files: { 'a.txt': `${hour}\n` },
        time: NOON + hour * HOUR,
        message,
      }),
    );
  }
  const { state, workspace } = await remote.open();
  await state.fetch(signal());
  return { remote, workspace, commits, tip: commits.at(-1) ?? '' };
}

function describeHistory(kind: RemoteKind): void {
  test('the newest commit at a time is found, its own second included', async () => {
    const { workspace, commits, tip } = await withHistory(kind, 5);
    const at = (hours: number) => workspace.commitAt(tip, NOON + hours * HOUR, signal());
    expect(await at(9)).toBe(commits[4]);
    expect(await at(5)).toBe(commits[4]);
    expect(await at(4.5)).toBe(commits[3]);
    expect(await at(2)).toBe(commits[1]);
    expect(await at(2 - 1 / 3600)).toBe(commits[0]);
    expect(await at(1)).toBe(commits[0]);
    expect(await at(0.5)).toBeNull();
  });

  test('history gives what is newer than a time, oldest first, with the words of the commits', async () => {
    const { workspace, commits, tip } = await withHistory(kind, 5);
    const history = await workspace.history(
      { tip, from: null, since: NOON + 3 * HOUR, limit: 100 },
      signal(),
    );
    expect(history.map((commit) => commit.commit)).toEqual([commits[3], commits[4]]);
    const expected = {
      parents: 1,
      parentIds: [commits[2]],
      time: NOON + 4 * HOUR,
      author: 'Ann Author',
      isAsMade: true,
      subject: 'change 4',
      body: 'Because of 4.\n\nAnd more.',
    };
    expect(history[0]).toMatchObject({ commit: commits[3], ...expected });
  });

  test('newest gives the newest commits, newest first, with their words', async () => {
    const { workspace, commits, tip } = await withHistory(kind, 5);
    const newest = await workspace.newest(tip, signal());
    expect(newest.map((commit) => commit.commit)).toEqual(commits.toReversed());
    expect(newest[0]).toMatchObject({ subject: 'change 5', body: 'Because of 5.\n\nAnd more.', parents: 1 });
    expect(await workspace.newest('f'.repeat(40), signal())).toEqual([]);
  });

  test('history leaves out what was reachable before, and keeps to its limit', async () => {
    const { workspace, commits, tip } = await withHistory(kind, 5);
    const ids = async (from: Sha | null, limit: number) =>
      (await workspace.history({ tip, from, since: NOON, limit }, signal())).map((commit) => commit.commit);
    expect(await ids(commits[1] ?? '', 100)).toEqual(commits.slice(2));
    expect(await ids(commits[1] ?? '', 2)).toEqual(commits.slice(2, 4));
    expect(await ids(null, 100)).toEqual(commits);
    expect(await ids(tip, 100)).toEqual([]);
    expect((await workspace.history({ tip, from: null, since: 0, limit: 100 }, signal())).length).toBe(5);
    expect(await workspace.history({ tip, from: null, since: NOON + 9 * HOUR, limit: 5 }, signal())).toEqual(
      [],
    );
  });

  test('looking back less far afterwards does not shorten what is known', async () => {
    const { workspace, remote, commits, tip } = await withHistory(kind, 5);
    const newer = await remote.commit({ branch: 'main', files: { 'b.txt': 'b' }, time: NOON + 6 * HOUR });
    await workspace.fetchBranch('main', signal());
    const ids = async (from: Sha, hours: number) => {
      const range = { tip: from, from: null, since: NOON + hours * HOUR, limit: 9 };
      return (await workspace.history(range, signal())).map((commit) => commit.commit);
    };
    expect(await ids(tip, 1)).toEqual(commits.slice(1));
    expect(await ids(newer, 4)).toEqual([commits[4], newer]);
    expect(await workspace.commitAt(newer, NOON + 4 * HOUR, signal())).toBe(commits[3]);
    expect(await ids(tip, 0)).toEqual(commits);
    expect(await ids(tip, 1)).toEqual(commits.slice(1));
  });

  test('history counts the parents of merges and keeps commits of both sides', async () => {
    const remote = await kind.make();
    const root = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' }, time: NOON });
    const left = await remote.commit({ branch: 'main', files: { 'l.txt': 'l' }, time: NOON + HOUR });
    const right = await remote.commit({
      branch: 'side',
      parents: [root],
      files: { 'r.txt': 'r' },
      time: NOON + 2 * HOUR,
    });
    const tip = await remote.commit({
      branch: 'main',
      parents: [left, right],
      files: { 'r.txt': 'r' },
      time: NOON + 3 * HOUR,
    });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    const history = await workspace.history({ tip, from: root, since: NOON - HOUR, limit: 9 }, signal());
    expect(history.map(({ commit, parents }) => [commit, parents])).toEqual([
      [left, 1],
      [right, 1],
      [tip, 2],
    ]);
    const sinceLeft = await workspace.history({ tip, from: left, since: NOON - HOUR, limit: 9 }, signal());
    expect(sinceLeft.map(({ commit }) => commit)).toEqual([right, tip]);
  });

  test('history between two commits holds what a merge brought in, however old that is', async () => {
    const remote = await kind.make();
    const root = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' }, time: NOON });
    const old = await remote.commit({
      branch: 'side',
      parents: [root],
      files: { 'r.txt': 'r' },
      time: NOON + HOUR,
    });
    const from = await remote.commit({ branch: 'main', files: { 'l.txt': 'l' }, time: NOON + 8 * HOUR });
    const tip = await remote.commit({
      branch: 'main',
      parents: [from, old],
      files: { 'r.txt': 'r' },
      time: NOON + 9 * HOUR,
    });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    const history = await workspace.history({ tip, from, since: NOON + 8 * HOUR, limit: 9 }, signal());
    expect(history.map(({ commit }) => commit)).toEqual([old, tip]);
  });

  test('a rewritten history leaves out what the old one had in common with it', async () => {
    const remote = await kind.make();
    const root = await remote.commit({ branch: 'main', files: { 'a.txt': 'a' }, time: NOON });
    const common = await remote.commit({ branch: 'main', files: { 'b.txt': 'b' }, time: NOON + HOUR });
    const replaced = await remote.commit({
      branch: 'main',
      files: { 'old.txt': 'o' },
      time: NOON + 2 * HOUR,
    });
    const tip = await remote.commit({
      branch: 'main',
      parents: [common],
      files: { 'new.txt': 'n' },
      time: NOON + 3 * HOUR,
    });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    const history = await workspace.history({ tip, from: replaced, since: NOON, limit: 9 }, signal());
    expect(history.map(({ commit }) => commit)).toEqual([tip]);
    expect(await workspace.commitAt(tip, NOON, signal())).toBe(root);
  });
}

function describeMerge(kind: RemoteKind): void {
  const FILES = { 'a.txt': 'a\n', 'b.txt': 'b\n', 'gone.txt': 'g\n' };
  const message = 'Merge main into work';

  /** A work branch and a default branch that went on from the same commit, and a wake that has fetched no history. */
  async function sides(ours: Readonly<Record<string, RemoteFile | null>>, theirs: typeof ours) {
    const remote = await kind.make();
    await remote.commit({ branch: 'main', files: { ...FILES, 'old.txt': 'o\n' } });
    const base = await remote.commit({ branch: 'main', files: { 'old.txt': null } });
    await remote.moveBranch('wakeful/x', base);
    const tip = await remote.commit({ branch: 'wakeful/x', files: ours });
    const main = await remote.commit({ branch: 'main', files: theirs });
    const { state, workspace } = await remote.open();
    await state.fetch(signal());
    await workspace.fetchBranch('wakeful/x', signal());
    await workspace.fetchCommit(base, signal());
    const merged = await workspace.merge(
      { base, ours: tip, theirs: main, message: asMasked(message), author: AUTHOR },
      signal(),
    );
    return { remote, state, workspace, tip, main, merged };
  }

  test('brings two sides together, on top of which work is compared, committed and pushed as ever', async () => {
    const { remote, state, workspace, tip, main, merged } = await sides(
      { 'a.txt': 'ours\n', 'new.txt': 'n\n' },
      { 'b.txt': 'theirs\n', 'gone.txt': null },
    );
    expect(Object.keys(await listing(workspace, merged ?? ''))).toEqual(['a.txt', 'b.txt', 'new.txt']);
    const tree = await openAt(workspace, merged ?? '', main);
    expect(await tree.read('b.txt')).toEqual({ kind: 'text', text: 'theirs\n' });
    await tree.write('more.txt', 'm\n');
    const paths = (await tree.diff(signal())).files.map(({ path }) => path);
    expect(paths, 'nothing of the other side').toEqual(['a.txt', 'more.txt', 'new.txt']);
    const commit = await committed(tree);
    const outcome = await state.push([{ branch: 'wakeful/x', commit, expect: tip }], signal());
    expect(outcome).toEqual({ kind: 'landed' });
    expect([await remote.text('wakeful/x', 'a.txt'), await remote.text('wakeful/x', 'b.txt')]).toEqual([
      'ours\n',
      'theirs\n',
    ]);
    const later = await remote.open();
    await later.state.fetch(signal());
    await later.workspace.fetchBranch('wakeful/x', signal());
    const commits = await later.workspace.history({ tip: commit, from: main, since: 0, limit: 9 }, signal());
    expect(commits.map(({ subject, parents }) => [subject, parents]).slice(-2)).toEqual([
      [message, 2],
      ['work', 1],
    ]);
  });

  test('is null where both have changed the same lines, or one has deleted what the other has changed', async () => {
    expect((await sides({ 'a.txt': 'ours\n' }, { 'a.txt': 'theirs\n' })).merged).toBeNull();
    expect((await sides({ 'a.txt': null }, { 'a.txt': 'theirs\n' })).merged).toBeNull();
  });

  test('of the same change on both sides is that change', async () => {
    const { workspace, merged } = await sides({ 'a.txt': 'same\n' }, { 'a.txt': 'same\n' });
    const tree = await openAt(workspace, merged ?? '');
    expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'same\n' });
  });
}

function describeWorkTree(kind: RemoteKind): void {
  test('reading tells text, binary, pointers, links, submodules and what is missing apart', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const tree = await openAt(workspace, base);
    expect(await tree.read('README.md')).toEqual({ kind: 'text', text: 'hello\n' });
    expect(await tree.read('crlf.txt')).toEqual({ kind: 'text', text: 'a\r\nb\r\n' });
    expect(await tree.read('odd/a "b"\n\\c ünï.md')).toEqual({ kind: 'text', text: 'odd\n' });
    expect(await tree.read('image.png')).toEqual({ kind: 'binary', bytes: 4 });
    expect(await tree.read('latin1.txt')).toEqual({ kind: 'text', text: 'café', encoding: 'windows-1252' });
    expect(await tree.read('model.bin')).toEqual({ kind: 'lfs_pointer' });
    expect(await tree.read('link')).toEqual({ kind: 'symlink' });
    expect(await tree.read('vendored')).toEqual({ kind: 'submodule' });
    for (const path of [
      'none.txt',
      'odd',
      'README.md/x',
      '../remote.git/HEAD',
      '/etc/hostname',
      '.git',
      '.git/HEAD',
      '',
    ]) {
      expect([path, await tree.read(path)]).toEqual([path, { kind: 'missing' }]);
    }
  });

  test('a commit holds the start commit and exactly what was touched', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const before = await listing(workspace, base);
    const tree = await openAt(workspace, base);
    await tree.write('bin/run', '#!/bin/sh\r\necho ünï\r\n');
    await tree.write('new "dir"/x\ny.txt', 'no newline');
    await tree.remove('README.md');
    const now = await tree.list();
    const after = await listing(workspace, await committed(tree));
    const { 'README.md': _, ...kept } = before;
    expect(Object.keys(after).sort()).toEqual([...Object.keys(kept), 'new "dir"/x\ny.txt'].sort());
    for (const path of Object.keys(kept)) if (path !== 'bin/run') expect(after[path]).toBe(before[path]);
    expect(after['bin/run']).toMatch(/^executable /);
    expect(Object.fromEntries(now.map((entry) => [entry.path, `${entry.kind} ${entry.blob}`]))).toEqual(
      after,
    );
    expect(now.map((entry) => entry.path)).toEqual(Object.keys(after).sort());
  });

  test('text comes back byte for byte, carriage returns and byte order marks included', async () => {
    const { workspace, base } = await withFiles(kind, {
      'a.txt': 'a',
      '.gitattributes': '* -text ident\n',
    });
    const texts = {
      'crlf.txt': 'a\r\nb\n$Id$\r\n',
      'bom.txt': '\uFEFFx',
      'empty.txt': '',
      'emoji 🎈.txt': '🎈',
    };
    const tree = await openAt(workspace, base);
    for (const [path, text] of Object.entries(texts)) await tree.write(path, text);
    const commit = await committed(tree);
    await tree.close();
    const again = await openAt(workspace, commit);
    for (const [path, text] of Object.entries(texts))
      expect(await again.read(path)).toEqual({ kind: 'text', text });
  });

  test('text of another encoding comes back byte for byte, and a file of an odd name by exactly that name', async () => {
    const latin = Buffer.from('caf\xe9 \x80\n', 'latin1');
    const wide = Buffer.from('\uFEFFcafé\r\n', 'utf16le');
    const odd = 're\u0301:1/a b\u00a0.md';
    const { workspace, base } = await withFiles(kind, { 'latin.md': latin, 'wide.md': wide, [odd]: 'one\n' });
    const tree = await openAt(workspace, base);
    expect(await tree.read('latin.md')).toEqual({ kind: 'text', text: 'café €\n', encoding: 'windows-1252' });
    expect(await tree.read('wide.md')).toEqual({
      kind: 'text',
      text: '\uFEFFcafé\r\n',
      encoding: 'utf-16le',
    });
    await tree.write('latin.md', 'thé €\n', 'windows-1252');
    await tree.write('wide.md', '\uFEFFthé\r\n', 'utf-16le');
    await tree.write(odd, 'two\n');
    const commit = await committed(tree);
    const again = await openAt(workspace, commit, base);
    expect(await again.read('latin.md')).toEqual({ kind: 'text', text: 'thé €\n', encoding: 'windows-1252' });
    expect((await workspace.files(commit, signal())).map(({ path, blob }) => [path, blob])).toEqual([
      ['latin.md', blobId(Buffer.from('th\xe9 \x80\n', 'latin1'), 'sha1')],
      [odd, blobId(Buffer.from('two\n'), 'sha1')],
      ['wide.md', blobId(Buffer.from('\uFEFFthé\r\n', 'utf16le'), 'sha1')],
    ]);
    expect((await again.diff(signal())).files.map(({ path }) => path)).toEqual(['latin.md', odd, 'wide.md']);
  });

  test('nothing is committed where nothing differs from the start', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a', 'b.txt': 'b' });
    const tree = await openAt(workspace, base);
    expect(await tree.commit(asMasked('nothing'), AUTHOR, signal())).toBeNull();
    await tree.write('a.txt', 'changed');
    await tree.write('a.txt', 'a');
    await tree.write('new.txt', 'n');
    await tree.remove('new.txt');
    await tree.remove('never there.txt');
    expect(await tree.commit(asMasked('nothing'), AUTHOR, signal())).toBeNull();
    expect(await tree.diff(signal())).toEqual({ files: [], patch: '', isCut: false });
  });

  test('what is fetched ahead reads as it does without, and what is no file costs nothing', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const paths = [...Object.keys(EVERY_KIND), 'never there.txt', '../out'];
    const one = await openAt(workspace, base);
    const alone = await Promise.all(paths.map((path) => one.read(path)));
    const other = await openAt(workspace, base);
    await other.fetchContents(paths, signal());
    expect(await Promise.all(paths.map((path) => other.read(path)))).toEqual(alone);
  });

  test('what was written and removed is seen by reading and listing', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a', 'b.txt': 'b' });
    const tree = await openAt(workspace, base);
    await tree.remove('a.txt');
    await tree.write('c/d.txt', 'd');
    expect(await tree.read('a.txt')).toEqual({ kind: 'missing' });
    expect(await tree.read('c/d.txt')).toEqual({ kind: 'text', text: 'd' });
    expect((await tree.list()).map((entry) => entry.path)).toEqual(['b.txt', 'c/d.txt']);
    await tree.write('a.txt', 'back');
    expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'back' });
  });

  test('a file cannot take the place of a folder with files, nor lie below a file', async () => {
    const { workspace, base } = await withFiles(kind, {
      'a.txt': 'a',
      'dir/b.txt': 'b',
      link: { mode: '120000', content: '/tmp' },
    });
    const tree = await openAt(workspace, base);
    await expect(tree.write('a.txt/x', 'x')).rejects.toThrow('Cannot write a.txt/x: a.txt is a file');
    await expect(tree.write('link/x', 'x')).rejects.toThrow('Cannot write link/x: link is a file');
    await expect(tree.write('dir', 'x')).rejects.toThrow(
      'Cannot write dir: it is a folder that holds dir/b.txt',
    );
    await expect(tree.write('../x', 'x')).rejects.toThrow('Not a path inside the repository');
    await expect(tree.write('dir/.GIT/config', 'x')).rejects.toThrow('Not a path inside the repository');
    await tree.remove('dir/b.txt');
    await tree.write('dir', 'now a file');
    expect(Object.keys(await listing(workspace, await committed(tree)))).toEqual(['a.txt', 'dir', 'link']);
  });
}

function describeDrafts(kind: RemoteKind): void {
  test('a difference gives lines, blobs and a patch', async () => {
    const { workspace, base } = await withFiles(kind, {
      'a.txt': '1\n2\n3\n',
      'gone.txt': 'x\ny\n',
      'same.txt': 's\n',
    });
    const tree = await openAt(workspace, base);
    await tree.write('a.txt', '1\ntwo\n3\n4\n');
    await tree.write('sub/hello.txt', 'hello\n');
    await tree.remove('gone.txt');
    const diff = await tree.diff(signal());
    expect(diff.files).toEqual([
      { path: 'a.txt', added: 2, removed: 1, blob: expect.stringMatching(/^[0-9a-f]{40}$/) },
      { path: 'gone.txt', added: 0, removed: 2, blob: null },
      { path: 'sub/hello.txt', added: 1, removed: 0, blob: 'ce013625030ba8dba906f756967f9e9ca394464a' },
    ]);
    expect(diff.patch).toContain('-2\n+two\n');
    expect(diff.patch).toContain('+++ b/sub/hello.txt');
  });

  test('a line counts once for every 500 bytes', async () => {
    const files = { 'a.txt': `${'a'.repeat(1_200)}\nb\n`, 'b.bin': Buffer.alloc(10_001) };
    const { workspace, base } = await withFiles(kind, files);
    const tree = await openAt(workspace, base);
    await tree.write('a.txt', `b\n${'c'.repeat(500)}\n${'d'.repeat(501)}`);
    await tree.remove('b.bin');
    const counted = (await tree.diff(signal())).files.map(({ path, added, removed }) => [
      path,
      added,
      removed,
    ]);
    expect(counted).toEqual([
      ['a.txt', 3, 3],
      ['b.bin', 0, expect.toSatisfy((lines) => lines > 20 && lines < 24)],
    ]);
  });

  test('a patch is cut at 200 kB, and says so', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    const tree = await openAt(workspace, base);
    expect((await tree.diff(signal())).isCut).toBe(false);
    await tree.write('whole.txt', 'x'.repeat(199_000));
    expect((await tree.diff(signal())).isCut).toBe(false);
    await tree.write('long.txt', 'ünï line\n'.repeat(40_000));
    await tree.remove('whole.txt');
    const { files, patch, isCut } = await tree.diff(signal());
    expect(isCut).toBe(true);
    expect(files).toMatchObject([{ path: 'long.txt', added: 40_000 }]);
    expect(Buffer.byteLength(patch)).toBeLessThanOrEqual(200_000);
    expect(patch).not.toContain('\uFFFD');
    expect(patch.length).toBeGreaterThan(150_000);
  });

  test('work goes on from the tip of a branch and is compared with the base of it', async () => {
    const { remote, state, workspace, base } = await withFiles(kind, { 'a.txt': 'a\n' });
    const first = await openAt(workspace, base);
    await first.write('one.txt', '1\n');
    const one = await committed(first, 'one');
    await first.close();
    expect(await state.push([{ branch: 'wakeful/x', commit: one, expect: null }], signal())).toEqual({
      kind: 'landed',
    });
    const other = await remote.open();
    await other.state.fetch(signal());
    expect(await other.workspace.fetchBranch('wakeful/x', signal())).toBe(one);
    const second = await openAt(other.workspace, one, base);
    expect((await second.diff(signal())).files.map((file) => file.path)).toEqual(['one.txt']);
    await second.write('two.txt', '2\n');
    expect((await second.diff(signal())).files.map((file) => file.path)).toEqual(['one.txt', 'two.txt']);
    const two = await committed(second, 'two');
    expect(await other.state.push([{ branch: 'wakeful/x', commit: two, expect: one }], signal())).toEqual({
      kind: 'landed',
    });
    expect([await remote.text('wakeful/x', 'one.txt'), await remote.text('wakeful/x', 'two.txt')]).toEqual([
      '1\n',
      '2\n',
    ]);
    expect(await remote.text('wakeful/x', 'a.txt')).toBe('a\n');
  });

  test('two work trees that are open at once do not see each other', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    const [one, two] = [await openAt(workspace, base), await openAt(workspace, base)];
    await one.write('a.txt', 'one');
    expect(await two.read('a.txt')).toEqual({ kind: 'text', text: 'a' });
    await one.close();
    const three = await openAt(workspace, base);
    expect(await three.read('a.txt')).toEqual({ kind: 'text', text: 'a' });
  });
}

function describeFolder(kind: RemoteKind): void {
  test('files lie on the disk byte for byte and links as plain files', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const folder = await (await openAt(workspace, base)).folder(signal());
    expect(await readFile(join(folder, 'crlf.txt'), 'utf8')).toBe('a\r\nb\r\n');
    expect(await readFile(join(folder, 'model.bin'), 'utf8')).toBe(POINTER);
    expect(await readFile(join(folder, 'odd/a "b"\n\\c ünï.md'), 'utf8')).toBe('odd\n');
    expect((await stat(join(folder, 'bin/run'))).mode & 0o111).not.toBe(0);
    expect(await readFile(join(folder, 'link'), 'utf8')).toBe('/etc/hostname');
  });

  test('a written file is there for commands and keeps its executable bit', async () => {
    const { workspace, base } = await withFiles(kind, EVERY_KIND);
    const tree = await openAt(workspace, base);
    await tree.write('bin/run', 'echo\n');
    await tree.write('x/y.txt', 'y');
    await tree.remove('README.md');
    const folder = await tree.folder(signal());
    expect((await stat(join(folder, 'bin/run'))).mode & 0o111).not.toBe(0);
    expect(await readFile(join(folder, 'x/y.txt'), 'utf8')).toBe('y');
    expect(existsSync(join(folder, 'README.md'))).toBe(false);
    await tree.write('bin/run', 'echo again\n');
    await tree.write('README.md', 'back\n');
    await tree.remove('x/y.txt');
    expect((await stat(join(folder, 'bin/run'))).mode & 0o111).not.toBe(0);
    expect(await readFile(join(folder, 'bin/run'), 'utf8')).toBe('echo again\n');
    expect(await readFile(join(folder, 'README.md'), 'utf8')).toBe('back\n');
    expect(existsSync(join(folder, 'x/y.txt'))).toBe(false);
  });

  test('what took the place of a folder or of a file before the folder was made is there for commands', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a', 'dir/b.txt': 'b' });
    const tree = await openAt(workspace, base);
    await tree.remove('a.txt');
    await tree.write('a.txt/x', 'x');
    await tree.remove('dir/b.txt');
    await tree.write('dir', 'now a file');
    const folder = await tree.folder(signal());
    expect(await readFile(join(folder, 'a.txt/x'), 'utf8')).toBe('x');
    expect(await readFile(join(folder, 'dir'), 'utf8')).toBe('now a file');
  });

  test('a folder that could not be made is made when it is asked for again', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    const tree = await openAt(workspace, base);
    await expect(tree.folder(AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
    await tree.write('b.txt', 'b');
    const folders = await Promise.all([tree.folder(signal()), tree.folder(signal())]);
    expect(new Set(folders).size).toBe(1);
    expect(await readFile(join(folders[0] ?? '', 'b.txt'), 'utf8')).toBe('b');
  });

  test('a link that a command planted is neither read nor written through', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a', 'dir/b.txt': 'b' });
    const outside = await temporaryFolder();
    await writeFile(join(outside, 'b.txt'), 'secret');
    const tree = await openAt(workspace, base);
    const folder = await tree.folder(signal());
    await rm(join(folder, 'a.txt'));
    await symlink(join(outside, 'b.txt'), join(folder, 'a.txt'));
    await rm(join(folder, 'dir'), { recursive: true });
    await symlink(outside, join(folder, 'dir'));
    expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'a' });
    expect(await tree.read('dir/b.txt')).toEqual({ kind: 'text', text: 'b' });
    await tree.write('a.txt', 'new a');
    await tree.remove('dir/b.txt');
    await tree.write('dir/c.txt', 'c');
    expect(await readFile(join(outside, 'b.txt'), 'utf8')).toBe('secret');
    expect(existsSync(join(outside, 'c.txt'))).toBe(false);
    expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'new a' });
    expect(Object.keys(await listing(workspace, await committed(tree)))).toEqual(['a.txt', 'dir/c.txt']);
  });

  test('a hard link that a command planted is not written through', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    const tree = await openAt(workspace, base);
    const folder = await tree.folder(signal());
    const outside = join(folder, '..', 'outside.txt');
    await writeFile(outside, 'mine');
    await rm(join(folder, 'a.txt'));
    await link(outside, join(folder, 'a.txt'));
    await tree.write('a.txt', 'new');
    expect(await readFile(outside, 'utf8')).toBe('mine');
  });

  test('what a command did to files is neither read nor committed', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a', 'b.txt': 'b' });
    const tree = await openAt(workspace, base);
    const folder = await tree.folder(signal());
    await tree.write('a.txt', 'written');
    await writeFile(join(folder, 'a.txt'), 'by a command');
    await writeFile(join(folder, 'b.txt'), 'by a command');
    await writeFile(join(folder, 'generated.txt'), 'by a command');
    expect(await tree.read('a.txt')).toEqual({ kind: 'text', text: 'written' });
    expect(await tree.read('b.txt')).toEqual({ kind: 'text', text: 'b' });
    expect(await tree.read('generated.txt')).toEqual({ kind: 'missing' });
    expect((await tree.diff(signal())).files.map((file) => file.path)).toEqual(['a.txt']);
    const commit = await committed(tree);
    await tree.close();
    const next = await openAt(workspace, commit);
    expect(await next.read('a.txt')).toEqual({ kind: 'text', text: 'written' });
    expect(await next.read('b.txt')).toEqual({ kind: 'text', text: 'b' });
    expect((await next.list()).map((entry) => entry.path)).toEqual(['a.txt', 'b.txt']);
  });

  test('the next item finds the folder as the commit has it, whatever was left there', async () => {
    const { remote, workspace, state, base } = await withFiles(kind, {
      'a.txt': 'a',
      '.gitignore': 'cache\n',
      'x/y.txt': 'y',
    });
    const tree = await openAt(workspace, base);
    const folder = await tree.folder(signal());
    await mkdir(join(folder, 'cache'));
    await writeFile(join(folder, 'cache/big'), 'ignored');
    await mkdir(join(folder, 'nested/.git'), { recursive: true });
    await writeFile(join(folder, 'nested/.git/HEAD'), 'ref: refs/heads/x\n');
    await rm(join(folder, 'x'), { recursive: true });
    await symlink('/', join(folder, 'x'));
    await chmod(join(folder, 'a.txt'), 0o755);
    await tree.close();
    await remote.commit({ branch: 'main', files: { 'new.txt': 'n' } });
    const { base: next } = await state.fetch(signal());
    const again = await openAt(workspace, next.commit);
    expect(await again.folder(signal())).toBe(folder);
    expect(await readFile(join(folder, 'x/y.txt'), 'utf8')).toBe('y');
    expect(await readFile(join(folder, 'new.txt'), 'utf8')).toBe('n');
    expect((await stat(join(folder, 'a.txt'))).mode & 0o111).toBe(0);
    for (const left of ['cache', 'nested']) expect(existsSync(join(folder, left))).toBe(false);
  });

  test('a repository that a command planted in the folder is never asked', async () => {
    const { workspace, base } = await withFiles(kind, { 'a.txt': 'a' });
    const tree = await openAt(workspace, base);
    const folder = await tree.folder(signal());
    const proof = join(await temporaryFolder(), 'ran');
    const planted = join(folder, 'planted');
    await mkdir(join(planted, 'objects'), { recursive: true });
    await mkdir(join(planted, 'refs'));
    await writeFile(join(planted, 'HEAD'), 'ref: refs/heads/x\n');
    await writeFile(
      join(planted, 'config'),
      `[core]\n\tfsmonitor = "touch ${proof}; false"\n\tworktree = ..\n`,
    );
    await writeFile(join(folder, '.git'), `gitdir: ${planted}\n`);
    await writeFile(join(folder, '.gitattributes'), '* filter=evil\n');
    await tree.write('a.txt', 'new');
    await tree.diff(signal());
    await committed(tree);
    await tree.close();
    await (await openAt(workspace, base)).folder(signal());
    expect(existsSync(proof)).toBe(false);
  });
}
