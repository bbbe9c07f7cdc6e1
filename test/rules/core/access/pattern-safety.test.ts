import { expect, test } from 'vitest';
import { type RepetitionLimits, slowGroupIn } from '../../../../src/core/access/pattern-safety.ts';

const MANY: RepetitionLimits = {
  isRisky: ({ most }) => most > 20,
  mostNested: 20,
  mostAlternating: Number.POSITIVE_INFINITY,
};
const FEW: RepetitionLimits = {
  isRisky: ({ least, most }) => most > least,
  mostNested: 1,
  mostAlternating: 8,
};

test.each([
  ['(a+)+', '(a+)+'],
  ['x(?:a*b)*y', '(?:a*b)*'],
  ['(a{3,})+', '(a{3,})+'],
  ['(a+){2,}', '(a+){2,}'],
  ['(a+){1,21}', '(a+){1,21}'],
  ['((ab)+c)*', '((ab)+c)*'],
  ['([)]+a)+', '([)]+a)+'],
  ['([\\]*]x*)*', '([\\]*]x*)*'],
])('%j repeats %j', (source, group) => {
  expect(slowGroupIn(source, MANY)).toEqual({ kind: 'nested', source: group });
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
  expect(slowGroupIn(source, MANY)).toBeNull();
});

test.each([
  ['(a?)+', 'nested', '(a?)+'],
  ['(a{2,20})+', 'nested', '(a{2,20})+'],
  ['(a+){2}', 'nested', '(a+){2}'],
  ['((ab)+c){1,3}?', 'nested', '((ab)+c){1,3}?'],
  ['(a|ab)*', 'alternatives', '(a|ab)*'],
  ['(x(a|ab)){9}', 'alternatives', '(x(a|ab)){9}'],
])('for few repetitions %j is slow: %s', (source, kind, group) => {
  expect(slowGroupIn(source, FEW)).toEqual({ kind, source: group });
});

test.each(['(a+)?', '(ab)+', '(a{3}){3}', '(a|ab){8}', '(a|ab)', 'a|b+', '(?<name>a+)b', '[(a|b)]+'])(
  'even for few repetitions %j is not slow',
  (source) => {
    expect(slowGroupIn(source, FEW)).toBeNull();
  },
);
