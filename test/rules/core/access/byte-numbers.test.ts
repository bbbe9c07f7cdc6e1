import { expect, test } from 'vitest';
import { numbersIn } from '../../../../src/core/access/byte-numbers.ts';
import { asItStands } from '../../../../src/core/access/read-text.ts';
import { withoutRest } from '../../../../src/core/text/steps.ts';

const read = (text: string) => withoutRest(numbersIn(asItStands(text))).map((each) => each.text);

test.each([
  ['a table of large numbers', '1000 2000 3000 4000 5000 6000 7000 8000 9000 1000 2000 3000 4000 5000 6000'],
  ['bytes that nobody can read', Array.from({ length: 30 }, (_, at) => at).join(', ')],
  ['a few numbers', '104, 101, 108, 108, 111'],
  ['a version', '1.2.3.4'],
])('%s stand for no text', (_, text) => {
  expect(read(text)).toEqual([]);
});

test('a word behind a row of numbers is no part of it', () => {
  expect(read(`${[...Buffer.from('words-that-are-read')].join(', ')}, and more`)).toEqual([
    'words-that-are-read',
  ]);
});
