import { describe, expect, test } from 'vitest';
import { type Characters, occurrencesOf } from '../../../src/agent/tools/occurrences.ts';
import { withoutOrders } from '../../../src/report/words/orders.ts';

/** A text that counts how often it is looked at. */
function counting(text: string): Characters & { readonly looks: () => number } {
  let looks = 0;
  return {
    length: text.length,
    charCodeAt(at) {
      looks += 1;
      return text.charCodeAt(at);
    },
    looks: () => looks,
  };
}

const LENGTH = 20_000;
const HALF = LENGTH / 2;

/** What a model may give to `edit_file`, and what the file may hold. */
const ATTEMPTS: readonly (readonly [name: string, text: string, part: string])[] = [
  ['one character, half of it searched for', 'a'.repeat(LENGTH), 'a'.repeat(HALF)],
  ['one character, another at the end of the part', 'a'.repeat(LENGTH), `${'a'.repeat(HALF)}b`],
  ['one character, another at the start of the part', 'a'.repeat(LENGTH), `b${'a'.repeat(HALF)}`],
  [
    'one character, another in the middle of the part',
    'a'.repeat(LENGTH),
    `${'a'.repeat(99)}b${'a'.repeat(HALF)}`,
  ],
  ['two characters in turns', 'ab'.repeat(HALF), 'ab'.repeat(HALF / 2)],
  ['two characters in turns, ending otherwise', 'ab'.repeat(HALF), `${'ab'.repeat(HALF / 2)}b`],
  ['blocks that almost match', `${'a'.repeat(99)}c`.repeat(LENGTH / 100), `${'a'.repeat(99)}b`],
  ['line breaks', '\n'.repeat(LENGTH), '\n'.repeat(HALF)],
  ['a part as long as the text', 'a'.repeat(LENGTH), 'a'.repeat(LENGTH)],
  ['a part that is longer than the text', 'a'.repeat(HALF), 'a'.repeat(LENGTH)],
  ['a pattern of periods within periods', 'aabaabaaab'.repeat(LENGTH / 10), 'aabaabaaab'.repeat(HALF / 10)],
  ['one character searched for', 'a'.repeat(LENGTH), 'a'],
];

describe('a part of a long text', () => {
  test.each(ATTEMPTS)('is counted in proportion to both: %s', (_, text, part) => {
    const [inText, inPart] = [counting(text), counting(part)];
    occurrencesOf(inText, inPart);
    expect(inText.looks()).toBeLessThanOrEqual(text.length);
    expect(inPart.looks()).toBeLessThanOrEqual(6 * (text.length + part.length));
  });

  test.each([
    ['banana', 'ana', { times: 2, first: 1 }],
    ['banana', 'nab', { times: 0, first: -1 }],
    ['banana', 'banana', { times: 1, first: 0 }],
    ['aabaabaaab', 'aabaaab', { times: 1, first: 3 }],
    ['a\r\nb\r\n', '\r\n', { times: 2, first: 1 }],
    ['', 'a', { times: 0, first: -1 }],
    ['a', '', { times: 0, first: -1 }],
  ])('is found where it is: %j holds %j', (text, part, expected) => {
    expect(occurrencesOf(text, part)).toEqual(expected);
  });
});

describe('a word that closes an issue', () => {
  test.each([
    'fixes #1',
    'fixes: #1',
    'fixes : #1',
    'fixes  :   #1',
    'fixes   a/b#1',
    'Closes GH-1',
    'fix :\t#1',
  ])('is broken with whatever blanks and colon: %j', (text) => {
    expect(withoutOrders(text)).not.toBe(text);
  });

  test.each(['fixes:#1', 'fixes #x', 'fixes : : #1', 'prefixes 1', `fix${' '.repeat(60_000)}`])(
    'is left alone where nothing is closed',
    (text) => {
      expect(withoutOrders(text)).toBe(text);
    },
  );
});
