import { expect, test } from 'vitest';
import { linesOf } from '../../../../src/core/progress/diff.ts';

test.each([
  { what: 'nothing', files: [], lines: 0 },
  {
    what: 'added and removed lines of all files',
    files: [
      { path: 'a.md', added: 3, removed: 1, blob: 'a' },
      { path: 'b.md', added: 0, removed: 7, blob: null },
    ],
    lines: 11,
  },
])('the size of a draft counts $what: $lines', ({ files, lines }) => {
  expect(linesOf(files)).toBe(lines);
});
