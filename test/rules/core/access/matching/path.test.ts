import { expect, test } from 'vitest';
import { PATH_PROBLEMS } from '../../../../../src/agent/denial-texts.ts';
import { foldPath, normalisePath } from '../../../../../src/core/access/matching/path.ts';

test.each([
  ['./docs/a.md', 'docs/a.md'],
  ['././a', 'a'],
  ['docs/.gitkeep', 'docs/.gitkeep'],
  ['docs/git', 'docs/git'],
  ['docs/consent.md', 'docs/consent.md'],
  ['com10/x', 'com10/x'],
  ['a.b/c', 'a.b/c'],
  [`${'x'.repeat(255)}/y`, `${'x'.repeat(255)}/y`],
])('%j is the path %j', (raw, path) => {
  expect(normalisePath(raw)).toEqual({ kind: 'path', path });
});

test.each([
  ['', 'empty'],
  ['./', 'empty'],
  ['a'.repeat(1_025), '1024'],
  ['a\uD800', 'Unicode'],
  ['a\tb', 'control'],
  ['a\u200Bb', 'invisible'],
  ['a\u2028b', 'invisible'],
  ['docs/u\u0308.md', 'form C'],
  ['docs\\a', 'backslash'],
  ['/etc', 'absolute'],
  ['D:/x', 'absolute'],
  ['~/x', '~'],
  ['a//b', 'empty segment'],
  ['a/', 'empty segment'],
  ['a/../b', '..'],
  ['a/./b', '. segment'],
  ['a./b', 'dot or a space'],
  ['a /b', 'dot or a space'],
  ['a\u00A0/b', 'dot or a space'],
  ['.git/config', '.git'],
  ['a/.GIT/x', '.git'],
  ['.git:x/y', '.git'],
  ['git~1/x', '.git'],
  ['\uFF0Egit/x', '.git'],
  ['ab:c', 'colon'],
  ['progra~1', 'short form'],
  ['aux', 'device'],
  ['docs/NUL.txt', 'device'],
  ['com1.md', 'device'],
  [`${'x'.repeat(256)}/y`, '255'],
  ['é'.repeat(128), '255'],
])('%j is refused because of %j', (raw, word) => {
  const path = normalisePath(raw);
  expect(path.kind === 'refused' ? PATH_PROBLEMS[path.problem] : path).toContain(word);
});

test.each([
  ['Docs/README.md', 'docs/readme.md'],
  ['\uFF21.md', 'a.md'],
  ['\u0130x', 'ix'],
  ['stra\u00DFe', 'strasse'],
  ['\uFB01x', 'fix'],
])('%j is compared as %j', (path, folded) => {
  expect(foldPath(path)).toBe(folded);
});
