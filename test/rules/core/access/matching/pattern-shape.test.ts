import { expect, test } from 'vitest';
import { matchesEmptyText, patternFault } from '../../../../../src/core/access/matching/pattern-shape.ts';

test.each([
  ['a{500}', null],
  ['a{501}', 'too_large'],
  ['[a-z]{2,600}', 'too_large'],
  ['(?:ab){250}', null],
  ['(?:ab){251}', 'too_large'],
  ['(?:a{30}){30}', 'too_large'],
  ['(?:a{0,20}b?){24}', 'too_large'],
  ['(?<k>a+)*(b|c){100}', null],
  ['\\u00e4{500}', null],
  ['\\{501\\}', null],
  ['[{501}]', null],
  ['(', 'syntax'],
  ['(?=a)b', 'not_linear'],
] as const)('%s: %s', (source, kind) => {
  expect(patternFault(source)?.kind ?? null).toBe(kind);
});

test('some patterns match the empty text', () => {
  expect(matchesEmptyText('a*')).toBe(true);
  expect(matchesEmptyText('a+')).toBe(false);
});
