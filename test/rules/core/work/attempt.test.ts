import { expect, test } from 'vitest';
import { Halt } from '../../../../src/core/ending.ts';
import { attemptEndedBy, withoutWork } from '../../../../src/core/work/attempt.ts';

const HALTED = attemptEndedBy(new Halt('time_limit', 'The time of the run was used up.'));

test('an attempt that was halted has the ending of the halt and leaves nothing behind', () => {
  expect(HALTED).toMatchObject({ ending: 'time_limit', detail: 'The time of the run was used up.' });
  expect(HALTED).toMatchObject({ work: null, touch: null, seen: null, isFull: false });
  expect(HALTED.pursuit).toMatchObject({ ending: 'time_limit', summary: '', notes: [], effects: [] });
});

test('an attempt whose work may not be pushed keeps what the model has said', () => {
  const work = { commit: 'c', base: 'b', diff: { files: [], patch: '', isCut: false } };
  const worked = { ...HALTED, pursuit: { ...HALTED.pursuit, summary: 'Added a page.' }, work };
  const alone = withoutWork(worked, 'forbidden', 'The remote refused it.');
  expect(alone).toMatchObject({ ending: 'forbidden', detail: 'The remote refused it.', work: null });
  expect(alone.pursuit.summary).toBe('Added a page.');
});
