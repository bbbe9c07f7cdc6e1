import { expect, test } from 'vitest';
import { nestedRepetition } from '../../../../src/core/access/pattern-safety.ts';

test.each([
  ['(a+)+', '(a+)+'],
  ['x(?:a*b)*y', '(?:a*b)*'],
  ['(a{3,})+', '(a{3,})+'],
  ['(a+){2,}', '(a+){'],
  ['(a+){1,21}', '(a+){'],
  ['((ab)+c)*', '((ab)+c)*'],
  ['([)]+a)+', '([)]+a)+'],
  ['([\\]*]x*)*', '([\\]*]x*)*'],
])('%j repeats %j', (source, group) => {
  expect(nestedRepetition(source)).toBe(group);
});

test.each([
  'abc',
  'a+b*c',
  '(a+)b+',
  '(a+)?',
  '(ab)+',
  '(a?)+',
  '(a{2,20})+',
  '(a+){20}',
  '(a+){1,20}',
  '\\(a+\\)+',
  '[(a+]+',
  '([*+]a)+',
  '(\\*a)+',
])('%j repeats no repetition', (source) => {
  expect(nestedRepetition(source)).toBeNull();
});
