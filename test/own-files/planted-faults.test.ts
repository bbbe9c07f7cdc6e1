import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLANTED_FAULTS } from '../faults/planted.ts';

const ROOT = join(import.meta.dirname, '../..');
const TESTS = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .map((path) => `test/${path}`)
  .filter((path) => path.endsWith('.test.ts'));

/** As docs/design.md lists them. */
const INVARIANTS = [...textOf('docs/design.md').matchAll(/^\| (I\d+) \|/gm)].map((row) => row[1] ?? '');

/** Those that begin the name of a test or of a group of tests, such as `'I6, I7: …'`. */
const NAMED = new Set(TESTS.flatMap((path) => namedIn(textOf(path))));

function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

function namedIn(text: string): readonly string[] {
  const names = [...text.matchAll(/^.*['`]((?:I\d+, )*I\d+): /gm)];
  return names.flatMap((name) => name[1]?.split(', ') ?? []);
}

test.each(PLANTED_FAULTS)('$invariant: the fault that $what still fits the source', ({ file, from }) => {
  expect(textOf(file).split(from)).toHaveLength(2);
});

test.each(PLANTED_FAULTS)('$invariant: the fault that $what has tests to notice it', ({ tests }) => {
  expect(tests.filter((filter) => !TESTS.some((path) => path.startsWith(filter)))).toEqual([]);
});

test('every invariant has two faults at least', () => {
  const counts = new Map(INVARIANTS.map((invariant) => [invariant, 0]));
  for (const { invariant } of PLANTED_FAULTS) counts.set(invariant, (counts.get(invariant) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
});

describe('what docs/design.md promises', () => {
  test('is I1 to I17', () => {
    expect(INVARIANTS).toEqual(Array.from({ length: 17 }, (_, n) => `I${n + 1}`));
  });

  test.each(INVARIANTS)('%s is carried in the name of a test', (invariant) => {
    expect(NAMED).toContain(invariant);
  });
});
