import { expect, test } from 'vitest';
import { ageWords } from '../../../../src/report/page/age-words.ts';

const MINUTE = 60_000;

test.each([
  [0, 'just now'],
  [59_000, 'just now'],
  [MINUTE, 'one minute ago'],
  [59 * MINUTE, '59 minutes ago'],
  [180 * MINUTE, 'three hours ago'],
  [13 * 60 * MINUTE, '13 hours ago'],
  [24 * 60 * MINUTE, 'one day ago'],
  [400 * 24 * 60 * MINUTE, '400 days ago'],
  [-MINUTE, 'just now'],
  [Number.NaN, 'at an unknown time'],
])('%i ms are %s', (age, words) => {
  expect(ageWords(age)).toBe(words);
});

test('a time that has not come yet says that a clock is wrong', () => {
  expect(ageWords(-10 * MINUTE)).toContain('one of the two clocks is wrong');
});
