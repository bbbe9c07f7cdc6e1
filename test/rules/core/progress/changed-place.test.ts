import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedPlace } from '../../../../src/core/progress/changed-place.ts';

test.each([
  ['a\nb\nc', 'a\nB\nc', 2, 2, 2],
  ['a\nb\nc', 'a\nb\nc\nd', 3, 4, 2],
  ['a\nb\nc', 'a\nc', 2, 2, 2],
  ['', 'a\nb', 1, 2, 3],
  ['a\nb', '', 1, 1, 3],
  ['aaa', 'aaaa', 1, 1, 1],
  ['a\nb\nc\nd', 'a\nX\nc\nY', 2, 4, 10],
  ['same', 'same', 1, 1, 0],
  ['x\nfoo bar\ny', 'x\nfoo car\ny', 2, 2, 2],
])('from %j to %j: lines %i to %i, %i characters', (before, after, from, to, characters) => {
  expect(changedPlace(before, after)).toEqual({ from, to, characters });
});

test('the place lies in the new text, and counts no more than both texts have', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '\n'), { maxLength: 30, size: 'max' })
    .map((all) => all.join(''));
  const property = fc.property(text, text, (before, after) => {
    const { from, to, characters } = changedPlace(before, after);
    expect(from).toBeGreaterThanOrEqual(1);
    expect(to).toBeGreaterThanOrEqual(from);
    expect(to).toBeLessThanOrEqual(after.split('\n').length);
    expect(characters).toBeLessThanOrEqual(before.length + after.length);
    expect(characters === 0).toBe(before === after);
  });
  fc.assert(property, { numRuns: 500 });
});
