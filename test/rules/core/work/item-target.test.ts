import { expect, test } from 'vitest';
import type { DraftRecord } from '../../../../src/core/state.ts';
import { targetOf } from '../../../../src/core/work/item-target.ts';
import { checkpoint, draftRecord, item, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const WINDOW = openWindow('2026-11-22T00:00:00Z', ['a@1']);
const GOAL = sampleGoal({ forEach: { kind: 'list', elements: ['a'], drafts: 'per_item' } });
const FACTS = { window: WINDOW, key: 'a@1', base: 'newest' };

test.each<readonly [string, DraftRecord | undefined, number, string, string | null]>([
  ['nothing was pushed before', undefined, 1, 'newest', null],
  ['its draft waits', draftRecord({ tip: 'tip' }), 1, 'b'.repeat(40), 'tip'],
  [
    'its draft was never opened and has no work',
    draftRecord({ outcome: 'none', tip: null }),
    1,
    'newest',
    null,
  ],
  ['its draft was closed', draftRecord({ outcome: 'closed' }), 2, 'newest', null],
  ['its draft was merged', draftRecord({ outcome: 'merged', generation: 3 }), 4, 'newest', null],
])('an item of which %s', (_, known, generation, base, tip) => {
  const drafts = known === undefined ? {} : { 'a@1': known };
  const { draft, draftKey } = targetOf(GOAL, checkpoint(GOAL.id, { drafts }), FACTS);
  expect([draftKey, draft.generation, draft.base, draft.tip]).toEqual(['a@1', generation, base, tip]);
  expect(draft.window.slot).toBe(WINDOW.slot);
});

test('an item keeps the title that it was given', () => {
  const known = checkpoint(GOAL.id, { items: { 'a@1': item({ title: '#1 The title' }) } });
  expect(targetOf(GOAL, known, FACTS).item).toEqual({ key: 'a@1', element: 'a', title: '#1 The title' });
});
