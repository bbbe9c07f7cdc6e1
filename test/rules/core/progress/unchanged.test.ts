import { expect, test } from 'vitest';
import { openedSince } from '../../../../src/core/progress/draft.ts';
import { unchangedBetween, unchangedSince } from '../../../../src/core/progress/unchanged.ts';
import { checkpointWith, draftWith, itemWith } from '../../../support/core-samples.ts';

const SINCE = '2026-11-22T03:00:00Z';
const BEFORE = '2026-11-22T02:59:59Z';
const DONE = { status: 'done', ending: 'no_change', updated_at: SINCE } as const;

test('items that needed no change since the lease was taken are named, and no others', () => {
  const items = {
    'a@1': itemWith(DONE),
    'b@1': itemWith({ ...DONE, updated_at: BEFORE }),
    'c@1': itemWith({ ...DONE, ending: 'worked' }),
    'd@1': itemWith({ ...DONE, status: 'open' }),
    'e@1': itemWith({ ...DONE, updated_at: '2026-11-22T03:10:00Z' }),
  };
  expect(unchangedSince(checkpointWith({ items }), SINCE)).toEqual(['a@1', 'e@1']);
});

test('items that were undone when the lease was taken and need no change now are named, and no others', () => {
  const before = checkpointWith({ items: { 'a@1': itemWith(DONE), 'b@1': itemWith({ status: 'open' }) } });
  const after = checkpointWith({
    items: { 'a@1': itemWith(DONE), 'b@1': itemWith(DONE), 'c@1': itemWith(DONE), 'd@1': itemWith({}) },
  });
  expect(unchangedBetween(before, after)).toEqual(['b@1', 'c@1']);
});

test('drafts of the goals that were opened since are counted, and no others', () => {
  const checkpoint = checkpointWith({
    drafts: {
      a: draftWith({ opened_at: SINCE }),
      b: draftWith({ opened_at: BEFORE }),
      c: draftWith({ opened_at: null }),
    },
  });
  const state = { checkpoints: { tidy: checkpoint, other: checkpoint } };
  expect(openedSince(state, ['tidy', 'gone'], SINCE)).toBe(1);
});
