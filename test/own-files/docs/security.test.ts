/** docs/security.md says only what a test holds, sentence by sentence. A block that promises nothing begins with `<!-- explains -->`. */
import { expect, test } from 'vitest';
import {
  blocksOf,
  readPage,
  reasonNotHeld,
  referencesOf,
  testsBehind,
  unheldSentences,
} from '../../support/docs/held-by.ts';

const PAGE = readPage('docs/security.md');

test('docs/security.md names a test behind each sentence that promises something', () => {
  expect(
    blocksOf(PAGE).flatMap(unheldSentences),
    'name the test behind each, take the sentence away, or begin a block that promises nothing with <!-- explains -->',
  ).toEqual([]);
});

test('each test that docs/security.md names is there', () => {
  expect(referencesOf(PAGE).flatMap((reference) => reasonNotHeld(reference) ?? [])).toEqual([]);
});

test('docs/security.md rests on many tests', () => {
  expect(testsBehind(PAGE)).toBeGreaterThan(30);
});

test.each([
  ['Nothing is held here.', 1],
  ['- A point without a test.', 1],
  ['One is held. <!-- held by a.test.ts: b --> One is not.', 1],
  ['One is held. <!-- held by a.test.ts: b -->', 0],
  ['One is not. One is held. <!-- held by a.test.ts: b -->', 1],
  ['`setup` is held. <!-- held by a.test.ts: b --> `checks` are not.', 1],
  ['<!-- explains --> Nothing is promised. Nor here.', 0],
])('a sentence without a test is found: %s', (block, found) => {
  expect(unheldSentences(block)).toHaveLength(found);
});

test.each([
  { file: 'own-files/docs/no-such.test.ts', title: 'x' },
  { file: 'own-files/docs/security.test.ts', title: `a title that ${'nobody'} wrote` },
])('a test that is not there is found: $file', (reference) => {
  expect(reasonNotHeld(reference)).not.toBeNull();
});
