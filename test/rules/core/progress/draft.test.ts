import { expect, test } from 'vitest';
import type { Goal } from '../../../../src/core/goal.ts';
import { draftKeyFor } from '../../../../src/core/progress/draft.ts';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { checkpointWith, draftWith, goalWith, itemWith, windowWith } from '../../../support/core-samples.ts';

const SLOT = '2026-11-22T03:00Z';
const OWN = `window@${SLOT}`;
const OLD = 'window@2026-11-21T03:00Z';
const UPDATE = { whenDraftIsOpen: 'update' } as const;
const PER_ITEM = { forEach: { kind: 'commits', drafts: 'per_item' } } as const;
const TOGETHER = { forEach: { kind: 'commits', drafts: 'together' } } as const;
const waiting = checkpointWith({ drafts: { [OLD]: draftWith() } });
const begunIn = (draft: ReturnType<typeof draftWith>): Checkpoint =>
  checkpointWith({ items: { 'a@1': itemWith({ draft: OLD }) }, drafts: { [OLD]: draft } });

test.each<readonly [string, Partial<Goal>, Checkpoint, string]>([
  ['the window’s own draft', {}, checkpointWith(), OWN],
  ['the window’s own draft, all items together', TOGETHER, checkpointWith(), OWN],
  ['a draft of its own', PER_ITEM, checkpointWith(), 'a@1'],
  ['the window’s own draft, beside one that waits', {}, waiting, OWN],
  ['the draft that waits, which is continued', UPDATE, waiting, OLD],
  ['a draft of its own, beside one that is continued', { ...UPDATE, ...PER_ITEM }, waiting, 'a@1'],
  [
    'the window’s own draft, as the last one was merged',
    UPDATE,
    checkpointWith({ drafts: { [OLD]: draftWith({ outcome: 'merged' }) } }),
    OWN,
  ],
  ['the draft in which it was begun', {}, begunIn(draftWith()), OLD],
  [
    'the draft in which it was begun and that is not opened yet',
    {},
    begunIn(draftWith({ outcome: 'none' })),
    OLD,
  ],
  [
    'the window’s own draft, as nothing was pushed',
    {},
    begunIn(draftWith({ outcome: 'none', tip: null })),
    OWN,
  ],
  ['the window’s own draft, as the first one was closed', {}, begunIn(draftWith({ outcome: 'closed' })), OWN],
])('an item goes into %s', (_, fields, checkpoint, key) => {
  const place = { window: windowWith({ slot: SLOT }), key: 'a@1' };
  expect(draftKeyFor(goalWith(fields), checkpoint, place)).toBe(key);
});
