/**
 * docs/security.md says only what a test holds. Behind each of its sentences stands the test, as a comment that GitHub does not show:
 * `<!-- held by in-memory/attacks/x.test.ts: the test's title -->`. A block that promises nothing begins with `<!-- explains -->`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const PAGE = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');

const HELD = /<!-- held by ([\w./-]+): (.+?) -->/g;
const EXPLAINS = '<!-- explains -->';

interface Reference {
  readonly file: string;
  readonly title: string;
}

/** Paragraphs and list items, each on one line. */
function blocksOf(page: string): readonly string[] {
  return page
    .split(/\n(?:\s*\n|(?=- ))/)
    .map((block) => block.replaceAll(/\s+/g, ' ').trim())
    .filter((block) => block !== '' && !block.startsWith('#'));
}

/** Sentences of a block behind which no test is named. */
function unheldSentences(block: string): readonly string[] {
  if (block.replace(/^- /, '').startsWith(EXPLAINS)) return [];
  return block
    .replace(/^- /, '')
    .replaceAll(HELD, '§')
    .split(/(?<=[.:!?]\)?)\s+(?=[A-Z`])|(?<=§)\s*(?=[^\s§])/)
    .filter((sentence) => !sentence.includes('§'));
}

function referencesOf(page: string): readonly Reference[] {
  return [...page.replaceAll(/\s+/g, ' ').matchAll(HELD)].map(([, file = '', title = '']) => ({
    file,
    title,
  }));
}

/** Null: the test is there. */
function reasonNotHeld({ file, title }: Reference): string | null {
  const path = join(ROOT, 'test', file);
  if (!existsSync(path)) return `there is no test/${file}`;
  return readFileSync(path, 'utf8').includes(title) ? null : `test/${file} has no test "${title}"`;
}

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
  expect(new Set(referencesOf(PAGE).map(({ file, title }) => `${file} ${title}`)).size).toBeGreaterThan(30);
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
