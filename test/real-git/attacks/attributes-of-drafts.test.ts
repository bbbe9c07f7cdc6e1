import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeBareRemote } from '../../support/git/repositories.ts';
import { worldOn } from '../../support/git/world-on.ts';

const { signal } = new AbortController();
const DRAFT = 'wakeful/a-goal/1';
const TEXT = '$Id$ one\r\ntwo\n\u00e9\n';

/** Files of a draft that git reads as orders when it lays the draft over what `setup` left. */
const ATTEMPTS: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
  ['other ends of lines', { '.gitattributes': '* text eol=crlf\n' }],
  ['another encoding', { '.gitattributes': '* text working-tree-encoding=UTF-16\n' }],
  ['an encoding that is none', { '.gitattributes': '* text working-tree-encoding=UTF-7-EVIL\n' }],
  ['a filter', { '.gitattributes': '* filter=lfs diff=lfs merge=lfs -text\n' }],
  ['marks that git fills in', { '.gitattributes': '* ident\n' }],
  ['a macro', { '.gitattributes': '[attr]evil ident text eol=crlf filter=x\n* evil\n' }],
  ['attributes of a folder', { 'src/.gitattributes': '* ident text eol=crlf\n' }],
  [
    'submodules with a command',
    { '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = ext::sh\n\tupdate = !touch ran\n' },
  ],
  ['names of people', { '.mailmap': 'Wakeful <x@example.com> <evil@example.com>\n' }],
  ['what is ignored', { '.gitignore': '*\n', 'src/.gitignore': '!*\n' }],
];

test.each(ATTEMPTS)('a draft with %s lies in the folder byte by byte', async (_, files) => {
  const remote = await makeBareRemote();
  const main = await remote.commit({ branch: 'main', files: { 'src/a.js': 'old\n' } });
  await remote.git(['update-ref', `refs/heads/${DRAFT}`, main]);
  const all = { ...files, 'src/a.js': TEXT, 'src/b.js': TEXT };
  const commit = await remote.commit({ branch: DRAFT, files: all });
  const { workspace, state, close } = await worldOn(remote);
  onTestFinished(close);
  await state.fetch(signal);
  for (const each of [main, commit]) await workspace.fetchCommit(each, signal);
  const tree = await workspace.open({ commit, base: main, untouched: main }, signal);
  expect(await readFile(join(await tree.untouchedFolder(signal), 'src/a.js'), 'utf8')).toBe('old\n');
  const folder = await tree.folder(signal);
  for (const [path, text] of Object.entries(all))
    expect(await readFile(join(folder, path), 'utf8')).toBe(text);
  expect((await tree.diff(signal)).files.map(({ path }) => path).sort()).toEqual(Object.keys(all).sort());
});
