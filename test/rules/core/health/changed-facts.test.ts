import { expect, test } from 'vitest';
import { changedFacts, type Fact } from '../../../../src/core/health/changed-facts.ts';

const fact = (field: string, ...values: readonly string[]): Fact => ({
  field,
  values,
  isList: field.endsWith('s'),
  weighs: field === 'checks',
});

test.each([
  [
    'the same facts',
    [fact('title', 'A'), fact('labels', 'x', 'y')],
    [fact('title', 'A'), fact('labels', 'x', 'y')],
    [],
  ],
  [
    'another value',
    [fact('title', 'A')],
    [fact('title', 'B')],
    [{ field: 'title', before: ['A'], after: ['B'], added: ['B'], removed: ['A'] }],
  ],
  [
    'a longer list',
    [fact('labels', 'x')],
    [fact('labels', 'x', 'y')],
    [{ field: 'labels', before: ['x'], after: ['x', 'y'], added: ['y'], removed: [] }],
  ],
  [
    'a list in another order',
    [fact('checks', 'lint', 'test')],
    [fact('checks', 'test', 'lint')],
    [{ field: 'checks', before: ['lint', 'test'], after: ['test', 'lint'], added: [], removed: [] }],
  ],
  [
    'a new field',
    [],
    [fact('model', 'big')],
    [{ field: 'model', before: [], after: ['big'], added: ['big'], removed: [] }],
  ],
  [
    'a field that is gone',
    [fact('model', 'big')],
    [],
    [{ field: 'model', before: ['big'], after: [], added: [], removed: ['big'] }],
  ],
  ['a field without a value that is new', [], [fact('model')], []],
] as const)('%s', (_, before, after, changes) => {
  const found = changedFacts(before, after);
  expect(found).toEqual(
    changes.map((change) => ({
      ...change,
      isList: change.field.endsWith('s'),
      weighs: change.field === 'checks',
    })),
  );
});

test('changes come in the order of the new facts, and what is gone comes last', () => {
  const before = [fact('a', '1'), fact('b', '1'), fact('c', '1')];
  const after = [fact('c', '2'), fact('d', '1'), fact('a', '2')];
  expect(changedFacts(before, after).map(({ field }) => field)).toEqual(['c', 'd', 'a', 'b']);
});
