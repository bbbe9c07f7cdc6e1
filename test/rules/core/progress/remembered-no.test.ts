import { describe, expect, test } from 'vitest';
import { changeDigest, refusedBefore } from '../../../../src/core/progress/remembered-no.ts';
import type { DraftRecord } from '../../../../src/core/state.ts';
import { checkpointWith, draftWith } from '../../../support/core-samples.ts';

const CHANGE = { files: [{ path: 'a.md', blob: 'b1' }], patch: '-old\n+new\n' };
const SAME = changeDigest(CHANGE);
const closed = (fields: Partial<DraftRecord> = {}): DraftRecord =>
  draftWith({ outcome: 'closed', digest: SAME, ...fields });

describe('a digest differs', () => {
  test.each([
    ['by a path', { ...CHANGE, files: [{ path: 'b.md', blob: 'b1' }] }],
    ['by the content of a file', { ...CHANGE, files: [{ path: 'a.md', blob: 'b2' }] }],
    ['by a deletion', { ...CHANGE, files: [{ path: 'a.md', blob: null }] }],
    ['by the patch', { ...CHANGE, patch: '+new\n' }],
    ['by one more file', { ...CHANGE, files: [...CHANGE.files, { path: 'c.md', blob: null }] }],
  ])('%s', (_, change) => {
    expect(changeDigest(change)).not.toBe(SAME);
  });
});

describe('a person has refused the very change', () => {
  test.each([
    ['in the last draft of the element', { 'a.md@1': closed() }, true],
    ['in a draft of a later version of it', { 'a.md@9': closed() }, true],
    ['not in a draft of another element', { 'b.md@1': closed() }, false],
    ['not when it was another change', { 'a.md@1': closed({ digest: 'other' }) }, false],
    ['not when it was merged', { 'a.md@1': closed({ outcome: 'merged' }) }, false],
    ['not when the draft is still open', { 'a.md@1': closed({ outcome: 'open' }) }, false],
    [
      'not when a later draft of it was merged',
      {
        'a.md@1': closed({ opened_at: '2026-11-20T00:00:00Z' }),
        'a.md@2': closed({ opened_at: '2026-11-21T00:00:00Z', outcome: 'merged' }),
      },
      false,
    ],
    [
      'also when an earlier draft of it was merged',
      {
        'a.md@1': closed({ opened_at: '2026-11-21T00:00:00Z' }),
        'a.md@2': closed({ opened_at: '2026-11-20T00:00:00Z', outcome: 'merged' }),
      },
      true,
    ],
    [
      'also when a later draft was never opened',
      { 'a.md@1': closed(), 'a.md@2': closed({ opened_at: null, outcome: 'none' }) },
      true,
    ],
    ['not when there is no draft', {}, false],
  ])('%s', (_, drafts: Readonly<Record<string, DraftRecord>>, isRefused) => {
    const found = refusedBefore(checkpointWith({ drafts }), 'a.md@3', CHANGE);
    expect(found).toEqual(isRefused ? (drafts['a.md@1'] ?? drafts['a.md@9']) : null);
  });
});
