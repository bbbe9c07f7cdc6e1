import { expect, test } from 'vitest';
import { statusByDraft } from '../../../src/core/item.ts';
import { draftWith } from '../../support/core-samples.ts';

test.each([
  ['nothing', undefined, null],
  ['a draft that was never pushed', draftWith({ outcome: 'none', tip: null }), null],
  ['a draft that is pushed and not opened yet', draftWith({ outcome: 'none' }), 'open'],
  ['a draft that waits', draftWith({ outcome: 'open' }), 'open'],
  ['a merged one', draftWith({ outcome: 'merged' }), 'merged'],
  ['a closed one', draftWith({ outcome: 'closed' }), 'refused'],
  ['one that a person has taken over', draftWith({ outcome: 'taken_over' }), 'taken_over'],
])('of an item of which %s is left', (_, draft, status) => {
  expect(statusByDraft(draft)).toBe(status);
});
