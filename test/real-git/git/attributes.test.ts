import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fixed } from '../../../src/core/text/masked.ts';
import { attributeFolders, attributesOf } from '../../../src/tree/attributes.ts';
import { makeBareRemote, temporaryFolder } from '../../support/git/repositories.ts';
import { worldOn } from '../../support/git/world-on.ts';

const { signal } = new AbortController();
const AUTHOR = { name: fixed('a'), email: fixed('a@example.org'), time: 0 };

const FILES: Readonly<Record<string, string>> = {
  '.gitattributes': [
    '# a comment',
    '[attr]big filter=lfs diff=lfs merge=lfs -text',
    '* text=auto',
    '*.csv big',
    '/data/** filter=crypt',
    'data/plain/* !filter',
    '"with space.txt" eol=crlf',
    '*.bat eol=crlf',
    '*.png binary',
    'src/**/deep.txt -text',
    '[ab]?.dat filter=x',
    'folder/ filter=never',
    'docs/*.md text eol=lf',
  ].join('\n'),
  'docs/.gitattributes': '*.csv -filter text\nsub/*.txt filter=y\n',
};
const PATHS = [
  ...['a.csv', 'x/a.csv', 'docs/a.csv', 'docs/sub/a.csv', 'docs/sub/a.txt', 'docs/x/sub/a.txt'],
  ...['data/a', 'data/b/c.txt', 'data/plain/a.txt', 'data/plain/b/c.txt', 'other/data/a'],
  ...['with space.txt', 'x/with space.txt', 'run.bat', 'a.png', 'src/deep.txt', 'src/a/b/deep.txt'],
  ...['ab.dat', 'cb.dat', 'a/b.dat', 'folder/a', 'docs/a.md', 'docs/sub/a.md', 'README'],
];

test('attributes are read as git reads them', async () => {
  const folder = await temporaryFolder();
  spawnSync('git', ['init', '-q'], { cwd: folder });
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const asked = ['check-attr', 'filter', 'text', 'eol', '--', ...PATHS];
  const { stdout } = spawnSync('git', asked, { cwd: folder, encoding: 'utf8' });
  const said = new Map(
    stdout.split('\n').map((line) => {
      const [, path = '', name = '', value = ''] = /^"?(.*?)"?: (\w+): (.*)$/.exec(line) ?? [];
      return [`${path} ${name}`, value];
    }),
  );
  for (const path of PATHS) {
    const files = attributeFolders(path).flatMap((at) => {
      const text = FILES[`${at}.gitattributes`];
      return text === undefined ? [] : [{ folder: at, text }];
    });
    const [filter, text, eol] = ['filter', 'text', 'eol'].map((name) => said.get(`${path} ${name}`) ?? '');
    const isNone = ['unspecified', 'unset', 'set'].includes(filter ?? '');
    const isText = text === 'set' || text === 'auto' || (text === 'unspecified' && eol !== 'unspecified');
    const expected = { filter: isNone ? null : filter, isStoredWithLf: isText };
    expect(attributesOf(path, files), path).toEqual(expected);
  }
});

async function treeWith(files: Readonly<Record<string, string>>) {
  const remote = await makeBareRemote();
  const commit = await remote.commit({ branch: 'main', files });
  const { workspace, state, close } = await worldOn(remote);
  onTestFinished(close);
  await state.fetch(signal);
  const tree = await workspace.open({ commit, base: commit, untouched: commit }, signal);
  onTestFinished(() => tree.close());
  const made = async (path: string): Promise<string> => {
    const done = await tree.commit(fixed('a change'), AUTHOR, signal);
    const [file] = await state.read(done ?? '', [path], signal);
    return file?.[1].text ?? '';
  };
  return { remote, workspace, tree, commit, made };
}

test.each([
  ['a new file with eol', '*.md eol=lf\n', null, 'one\ntwo\n'],
  ['a new file that git tells by its content', '* text=auto\n', null, 'one\ntwo\n'],
  ['a new file for Windows: commits hold LF all the same', '*.md text eol=crlf\n', null, 'one\ntwo\n'],
  ['a file with LF', '*.md text\n', 'zero\n', 'one\ntwo\n'],
  ['a file that has CR LF already', '*.md text\n', 'zero\r\n', 'one\r\ntwo\r\n'],
  ['a file that is no text', '*.md -text\n', null, 'one\r\ntwo\r\n'],
  ['a file of which nothing is said', '*.txt text\n', null, 'one\r\ntwo\r\n'],
])(
  'line ends that a model writes are stored as attributes say: %s',
  async (_what, attributes, before, stored) => {
    const files = { '.gitattributes': attributes, ...(before === null ? {} : { 'a.md': before }) };
    const { tree, made } = await treeWith(files);
    await tree.write('a.md', 'one\r\ntwo\r\n');
    expect(await made('a.md')).toBe(stored);
  },
);

test('a path that is not UTF-8 is named with its bytes, and is no file of that name', async () => {
  const { remote, workspace } = await treeWith({ 'docs/a.md': 'a\n' });
  const blob = (await remote.git(['rev-parse', 'main:docs/a.md'])).trim();
  const rows = Buffer.concat([
    Buffer.from(`100644 blob ${blob}\tcaf`),
    Buffer.from([0xe9]),
    Buffer.from('.md\0'),
  ]);
  const cwd = remote.folder;
  const made = spawnSync('git', ['mktree', '-z'], { cwd, input: rows, encoding: 'utf8' }).stdout.trim();
  const who = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@b',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@b',
  };
  const env = { ...process.env, ...who };
  const commit = spawnSync('git', ['commit-tree', made, '-m', 'odd'], {
    cwd,
    env,
    encoding: 'utf8',
  }).stdout.trim();
  await remote.git(['update-ref', 'refs/heads/main', commit]);
  expect(await workspace.fetchCommit(commit, signal)).toBe(true);
  expect(await workspace.files(commit, signal)).toMatchObject([{ path: 'caf\\xE9.md', kind: 'unnameable' }]);
});
