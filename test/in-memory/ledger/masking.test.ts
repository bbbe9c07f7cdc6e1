import { expect, test } from 'vitest';
import { decodeState, emptyState, encodeState } from '../../../src/config/state/state-files.ts';
import { createMask } from '../../../src/core/access/mask.ts';
import { linearPatterns } from '../../../src/core/access/matching/linear-pattern.ts';
import { maskChanges } from '../../../src/ledger/mask-deep.ts';
import { FULL, filesOf } from '../../rules/config/state-samples.ts';
import { asMasked } from '../../support/as-masked.ts';

/** As wide as a pattern of the settings can be. */
const GREEDY = createMask({ values: [], patterns: linearPatterns(['[\\s\\S]+']) });

test('I13: a secret pattern that fits everything masks words, and the state can still be read', () => {
  const before = emptyState(FULL.lock.repository);
  const masked = maskChanges(asMasked(before), FULL, GREEDY);
  expect(masked.checkpoints['docs-index']?.pause?.reason).toBe('[masked]');
  const read = decodeState(filesOf(encodeState(null, masked)));
  expect(read).toEqual(masked);
  expect(Object.values(read.requests).map(({ id }) => id)).toEqual(Object.keys(FULL.requests));
});
