import { expect, test } from 'vitest';
import { orphanLines, withoutOrphans } from '../../../../src/core/work/orphan-leases.ts';
import { EMPTY_STATE, lease, sums } from '../../report/sample.ts';

const DAY = '2026-11-22';
const STATE = {
  ...EMPTY_STATE,
  lock: {
    ...EMPTY_STATE.lock,
    leases: { gone: lease({ nonce: 'a', item: 'a@1' }), there: lease({ nonce: 'b' }) },
  },
  budget: {
    version: 1,
    days: { [DAY]: { gone: { ...sums(0, 0, 0), reserved_tokens: 50_000 } } },
    months: {},
  },
};

test('the lease of a goal without a file is dropped, and what it had set aside counts as spent', () => {
  const { lock, budget } = withoutOrphans(new Set(['a']), STATE);
  expect(Object.keys(lock.leases)).toEqual(['there']);
  expect(budget.days[DAY]?.['gone']).toMatchObject({ reserved_tokens: 0, spent_tokens: 50_000 });
});

test.each([
  ['one', new Set(['a']), ['gone']],
  ['none', new Set<string>(), []],
  ['one that is not there any more', new Set(['x']), []],
])('of %s there is a line', (_, orphans, goals) => {
  expect(orphanLines(orphans, STATE).map(({ goal }) => goal)).toEqual(goals);
});
