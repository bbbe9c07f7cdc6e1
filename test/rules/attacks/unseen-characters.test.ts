import { expect, test } from 'vitest';
import { normalisePath } from '../../../src/core/access/permission.ts';
import { unseenInFile, unseenInPatch } from '../../../src/core/progress/unseen-characters.ts';
import { type Steps, withoutRest } from '../../../src/core/text/steps.ts';
import { changeBoxes } from '../../../src/report/on-github/change-notes.ts';
import { asMasked } from '../../support/as-masked.ts';

/** A character by its number, so that these sources have none that nobody sees. */
const c = (...points: readonly number[]) => String.fromCodePoint(...points);

const inPatch = (patch: string) => withoutRest(unseenInPatch(patch, 100));
const inFile = (path: string, text: string) => withoutRest(unseenInFile(path, text, 1_000));

const ATTEMPTS: readonly (readonly [name: string, text: string, named: string])[] = [
  ['turns a comment into code', `/*${c(0x202e)} } ${c(0x2066)}if (isAdmin)${c(0x2069)} */`, 'U+202E'],
  ['isolates a part of a line', `"user${c(0x2067)} // check"`, 'U+2067'],
  ['an Arabic mark of direction', `a${c(0x061c)}b`, 'U+061C'],
  ['a mark from right to left', `a${c(0x200f)}b`, 'U+200F'],
  ['a name with a blank of no width', `pay${c(0x200b)}load()`, 'U+200B'],
  ['a word joiner', `pay${c(0x2060)}load()`, 'U+2060'],
  ['a byte order mark inside', `a${c(0xfeff)}b`, 'U+FEFF'],
  ['a soft hyphen', `ad${c(0xad)}min`, 'U+00AD'],
  ['words in tag characters', `Fine.${c(0xe0049, 0xe0067, 0xe006e)}`, 'U+E0049'],
  ['bytes in variation selectors', `a${c(0xfe01, 0xfe02, 0xe0101)}`, 'U+FE01'],
  ['a second selector behind a picture', `${c(0x2764, 0xfe0f, 0xfe0f)}`, 'U+FE0F'],
  ['a selector behind a letter', `a${c(0xfe0f)}`, 'U+FE0F'],
  ['a joiner between letters', `pay${c(0x200d)}load`, 'U+200D'],
  ['a variable that is a Hangul filler', `const ${c(0x3164)} = 1`, 'U+3164'],
  ['a half Hangul filler', `const ${c(0xffa0)} = 1`, 'U+FFA0'],
  ['a blank of Braille', `a${c(0x2800)}b`, 'U+2800'],
  ['an escape of a terminal', `${c(0x1b)}[8mhidden${c(0x1b)}[0m`, 'U+001B'],
  ['a backspace', `rm -rf /${c(8, 8)}`, 'U+0008'],
  ['a line parted by Unicode only', `// x${c(0x2028)}run()`, 'U+2028'],
  ['a carriage return inside a line', `run() # x${c(13)}# harmless`, 'U+000D'],
  ['a control of the second set', `a${c(0x85)}b`, 'U+0085'],
  ['a blank of Ogham', `a${c(0x1680)}b`, 'U+1680'],
  ['a wide blank of typesetting', `a${c(0x2003)}b`, 'U+2003'],
  ['a hair of a blank', `a${c(0x200a)}b`, 'U+200A'],
  ['a narrow blank that does not break', `a${c(0x202f)}b`, 'U+202F'],
  ['a blank of mathematics', `a${c(0x205f)}b`, 'U+205F'],
  ['a private character', `a${c(0xe000)}b`, 'U+E000'],
  ['a private character of the last plane', `a${c(0x10fffd)}b`, 'U+10FFFD'],
  ['a note without a head', `a${c(0x1d159)}b`, 'U+1D159'],
  ['a filler of Khitan', `a${c(0x16fe4)}b`, 'U+16FE4'],
  ['a filler of Khmer', `a${c(0x17b4)}b`, 'U+17B4'],
  ['a separator of Mongolian', `a${c(0x180e)}b`, 'U+180E'],
  ['a control of shorthand', `a${c(0x1bca0)}b`, 'U+1BCA0'],
  ['a joiner of hieroglyphs', `a${c(0x13430)}b`, 'U+13430'],
  ['a grapheme joiner', `a${c(0x34f)}b`, 'U+034F'],
  ['a sign of musical notation', `a${c(0x1d173)}b`, 'U+1D173'],
];

const patchOf = (path: string, line: string) =>
  `diff --git a/${path} b/${path}\nindex 1..2 100644\n--- a/${path}\n+++ b/${path}\n@@ -4,2 +4,3 @@ x\n a\n+${line}\n b\n`;

function boxes(patch: string): string {
  return changeBoxes(asMasked({ running: [], unseen: inPatch(patch), shortened: [], tests: [] })).join('\n');
}

test.each(ATTEMPTS)('a draft names at its top what nobody sees: %s', (_, text, named) => {
  const said = boxes(patchOf('docs/a.md', text));
  expect(said).toContain(`\`docs/a.md\`, line 5: ${named}`);
  expect(said).toMatch(/^> \[!WARNING\]\n> \*\*This draft adds characters that cannot be seen/);
  expect(inFile('docs/a.md', `x\n${text}`)[0]).toMatchObject({ path: 'docs/a.md', line: 2 });
});

test.each([
  ['letters of the world', 'Übersicht 日本語 हिन्दी العربية'],
  ['a picture with its sign', `${c(0x26a0, 0xfe0f)} careful`],
  ['a family', c(0x1f468, 0x200d, 0x1f469, 0x200d, 0x1f467)],
  ['a flag of two pictures', c(0x1f3f3, 0xfe0f, 0x200d, 0x1f308)],
  ['a coloured hand', c(0x1f44d, 0x1f3fd)],
  ['a line break of Windows', 'a\r'],
  ['a tab', 'a\tb'],
  ['a wide blank', `a${c(0xa0)}b`],
])('nothing is said of what is seen or usual: %s', (_, text) => {
  expect(boxes(patchOf('docs/a.md', text))).toBe('');
});

test('what was there before, or is taken out, is not the doing of the draft', () => {
  const hidden = `a${c(0x202e)}b`;
  const patch = `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,3 +1,2 @@\n ${hidden}\n-${hidden}\n+fine\n`;
  expect(inPatch(patch)).toEqual([]);
});

test('content that looks like the head of a difference moves no place', () => {
  const lines = ['+++ b/other', '@@ -1 +900 @@', 'diff --git a/y b/y'].map((line) => `+${line}`).join('\n');
  const patch = `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -0,0 +1,4 @@\n${lines}\n+${c(0x202e)}\n`;
  expect(inPatch(patch)).toEqual([{ path: 'x', line: 4, codePoint: 0x202e }]);
});

test('many of them are counted, and the box stays short', () => {
  const text = `${c(0x200b).repeat(50)}\n`.repeat(20);
  const said = changeBoxes(
    asMasked({ running: [], unseen: inFile('a.md', text), shortened: [], tests: [] }),
  ).join('\n');
  expect(said).toContain('`a.md`, line 1: U+200B, 50 times');
  expect(said).toContain('And 10 more places.');
  expect(said.length).toBeLessThan(1_500);
});

/** How often the work rests. */
function restsOf(steps: Steps<unknown>): number {
  for (let rests = 0; ; rests++) if (steps.next().done === true) return rests;
}

const LINES = 20_000;

test.each([
  ['lines without any', `a\n`.repeat(LINES)],
  ['a row of pictures', c(0x26a0, 0xfe0f).repeat(LINES)],
  ['joined pictures', c(0x1f468, 0x200d).repeat(LINES)],
  ['lines of other letters', 'ü\n'.repeat(LINES)],
])('a long file is looked through with rests: %s', (_, text) => {
  expect(restsOf(unseenInFile('a.md', text, 1_000))).toBeGreaterThanOrEqual(LINES / 2_000);
});

test('no more are looked for than are told', () => {
  const text = c(0x200b).repeat(1_000_000);
  expect(inFile('a.md', text)).toHaveLength(1_000);
  expect(restsOf(unseenInFile('a.md', text, 1_000))).toBeLessThanOrEqual(1);
});

test.each([
  ['letters of the world', 'docs/\\303\\274.md', 'docs/\u00fc.md'],
  ['a quotation mark', 'docs/\\"a.md', 'docs/"a.md'],
  ['a backslash', 'docs/\\\\a.md', 'docs/\\a.md'],
  ['a tab', 'docs/\\ta.md', 'docs/\ta.md'],
  ['Unicode as it stands', 'docs/\u65e5\\".md', 'docs/\u65e5".md'],
])('a file is named right where git quotes its name: %s', (_, quoted, path) => {
  const patch = `diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n+fine\ndiff --git "a/${quoted}" "b/${quoted}"\n--- "a/${quoted}"\n+++ "b/${quoted}"\n@@ -1 +1 @@\n+${c(0x202e)}\n`;
  expect(withoutRest(unseenInPatch(patch, 100))).toEqual([{ path, line: 1, codePoint: 0x202e }]);
});

test.each([0x3164, 0xfe0f, 0x34f, 0x115f, 0x17b4, 0x2800, 0xe0101, 0xa0, 0x2003, 0x3000, 0xe000, 0xad])(
  'no file gets a name with the character %i, which nobody sees',
  (point) => {
    expect(normalisePath(`src/pay${c(point)}load.js`)).toEqual({
      kind: 'refused',
      problem: 'invisible_character',
    });
  },
);
