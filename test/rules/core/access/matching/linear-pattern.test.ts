import { describe, expect, test } from 'vitest';
import {
  compilePattern,
  escapePattern,
  linearPatterns,
  readPattern,
} from '../../../../../src/core/access/matching/linear-pattern.ts';

function kindOf(source: string): string {
  return readPattern(source).kind;
}

describe('readPattern', () => {
  test.each([
    'a+',
    '(a+)+$',
    '(?<year>\\d{4})',
    '\\u00e4',
    '[\\w.-]{1,200}',
    '\\bfoo\\b',
    '(?:a|b)*?c',
    '[(?=]',
    '\\(?=',
    '\\\\1',
  ])('takes %s', (source) => {
    expect(kindOf(source)).toBe('pattern');
  });

  test.each([
    ['(', 'syntax'],
    ['[z-a]', 'syntax'],
    ['(?=a)', 'not_linear'],
    ['(?!a)b', 'not_linear'],
    ['(?<=a)b', 'not_linear'],
    ['(a)\\1', 'not_linear'],
    ['(?<a>b)\\k<a>', 'not_linear'],
    ['a{501}', 'too_large'],
    ['a{1001}', 'too_large'],
    ['(a{100}){100}', 'too_large'],
  ])('refuses %s: %s', (source, kind) => {
    expect(kindOf(source)).toBe(kind);
  });
});

describe('a pattern', () => {
  test('says where it matches', () => {
    const [pattern] = linearPatterns(['(', 'a+b?']);
    expect(pattern?.spans('aab, ab, b, a')).toEqual([
      { from: 0, to: 3 },
      { from: 5, to: 7 },
      { from: 12, to: 13 },
    ]);
    expect(pattern?.isIn('xxa')).toBe(true);
    expect(pattern?.isIn('b')).toBe(false);
  });

  test('says where it matches in text with characters of two units', () => {
    const [pattern] = linearPatterns(['k_\\d+']);
    expect(pattern?.spans('😀 k_1 😀😀 k_22')).toEqual([
      { from: 3, to: 6 },
      { from: 12, to: 16 },
    ]);
  });

  test('of the program matches a line break, and any case where that is asked for', () => {
    expect(compilePattern('a.*b', 'exact').matchesWhole('a\nb')).toBe(true);
    expect(compilePattern('a.*b', 'exact').matchesWhole('A\nB')).toBe(false);
    expect(compilePattern('a.*b', 'any_case').matchesWhole('A\nB')).toBe(true);
    expect(compilePattern('a', 'exact').matchesWhole('aa')).toBe(false);
  });

  test('holds escaped text as it stands', () => {
    const text = '^$.*+?()[]{}|\\/-&';
    expect(compilePattern(escapePattern(text), 'exact').matchesWhole(text)).toBe(true);
  });
});
