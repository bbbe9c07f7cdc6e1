import { expect, test } from 'vitest';
import { count, figure, money } from '../../../src/core/figures.ts';

test.each([
  [0, '0'],
  [999, '999'],
  [1_000, '1,000'],
  [12_340, '12,340'],
  [1_234_567, '1,234,567'],
  [999.5, '1,000'],
  [1.4, '1'],
  [-12_340, '-12,340'],
])('%d is written %s', (value, text) => {
  expect(figure(value)).toBe(text);
});

test.each([
  [0, 'item', undefined, '0 items'],
  [1, 'item', undefined, '1 item'],
  [2, 'item', undefined, '2 items'],
  [12_340, 'item', undefined, '12,340 items'],
  [1, 'entry', 'entries', '1 entry'],
  [3, 'entry', 'entries', '3 entries'],
])('%d of %s, plural %s: %s', (value, noun, plural, text) => {
  expect(count(value, noun, plural)).toBe(text);
});

test.each([
  [0, '$0'],
  [1, 'under $0.0001'],
  [99, 'under $0.0001'],
  [100, '$0.0001'],
  [12_345, '$0.0123'],
  [999_949, '$0.9999'],
  [999_950, '$1.00'],
  [1_500_000, '$1.50'],
  [1_234_000_000, '$1,234.00'],
  [999_999_000, '$1,000.00'],
  [-1_500_000, '-$1.50'],
  [-1, '-under $0.0001'],
])('%d millionths of a dollar are written %s', (micros, text) => {
  expect(money(micros)).toBe(text);
});
