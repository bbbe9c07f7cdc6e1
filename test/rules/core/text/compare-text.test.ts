import { expect, test } from 'vitest';
import { compareText } from '../../../../src/core/text/compare-text.ts';

test.each([
  ['a', 'a', 0],
  ['a', 'b', -1],
  ['b', 'a', 1],
  ['B', 'a', -1],
  ['a', 'a/b', -1],
  ['', 'a', -1],
  ['#10', '#9', -1],
  ['é', 'z', 1],
  ['2026-11-22T03:00:00Z', '2026-11-22T03:00:01Z', -1],
])('%j against %j: %i', (one, other, order) => {
  expect(compareText(one, other)).toBe(order);
});

test('the order is the same on every machine, whatever its language', () => {
  expect(['ä', 'a', 'Z', 'z', 'A', '_'].toSorted(compareText)).toEqual(['A', 'Z', '_', 'a', 'z', 'ä']);
});
