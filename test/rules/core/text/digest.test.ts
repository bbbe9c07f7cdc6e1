import { expect, test } from 'vitest';
import { digest } from '../../../../src/core/text/digest.ts';

test.each([
  [['abc'], 64, 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [['abc'], 8, 'ba7816bf'],
  [[], 8, 'e3b0c442'],
  [[''], 8, 'e3b0c442'],
])('%j, the first %i digits', (texts, length, hex) => {
  expect(digest(texts, length)).toBe(hex);
});

test('texts do not run into each other', () => {
  const digests = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], ['', 'abc']].map((texts) =>
    digest(texts, 16),
  );
  expect(new Set(digests).size).toBe(5);
});
