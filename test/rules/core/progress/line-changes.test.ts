import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineChanges } from '../../../../src/core/progress/line-changes.ts';

const texts = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40, size: 'max' });

test('the changes of any two texts lead from one to the other', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const made: string[] = [];
      let at = 0;
      for (const { from, to, lines } of lineChanges(before, after) ?? []) {
        made.push(...before.slice(at, from), ...lines);
        at = to;
      }
      expect([...made, ...before.slice(at)]).toEqual(after);
    }),
  );
});

test('what stays is as much as can stay', () => {
  expect(lineChanges(['a', 'b', 'c', 'd'], ['a', 'c', 'x', 'd'])).toEqual([
    { from: 1, to: 2, lines: [] },
    { from: 3, to: 3, lines: ['x'] },
  ]);
});

test('texts that have next to nothing in common are not compared', () => {
  const many = (mark: string) => Array.from({ length: 2_000 }, (_, n) => `${mark}${n}`);
  expect(lineChanges(many('a'), many('b'))).toBeNull();
});
