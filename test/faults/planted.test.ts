import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PLANTED_FAULTS } from './planted.ts';

const ROOT = join(import.meta.dirname, '..', '..');

test.each(PLANTED_FAULTS)('$invariant: the fault that $what still fits the source', ({ file, from }) => {
  const text = readFileSync(join(ROOT, file), 'utf8');
  expect(text.split(from)).toHaveLength(2);
});

test('every invariant has two faults at least', () => {
  const counts = new Map(Array.from({ length: 17 }, (_, n) => [`I${n + 1}`, 0]));
  for (const { invariant } of PLANTED_FAULTS) counts.set(invariant, (counts.get(invariant) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
});
