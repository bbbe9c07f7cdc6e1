import { expect, test } from 'vitest';
import { emptyState } from '../../../../src/config/state/state-files.ts';
import { adopted, adoptionFacts } from '../../../../src/core/progress/adopted-state.ts';
import { checkpointWith, draftWith } from '../../../support/core-samples.ts';

const AT = '2026-11-22T04:00:00Z';

function stateOf(outcome: 'open' | 'merged') {
  const empty = emptyState('acme/site');
  const drafts = { a: draftWith({ number: 5, outcome, tip: 'c'.repeat(40) }) };
  return { ...empty, checkpoints: { tidy: checkpointWith({ drafts }) } };
}

test('what waits elsewhere is counted, and let go of', () => {
  const state = stateOf('open');
  expect(adoptionFacts(state)).toMatchObject({ from: 'acme/site', goals: 1, drafts: 1, alerts: 0 });
  const after = adopted(state, { name: 'corp/copy', id: 9 }, AT);
  expect(after.lock).toMatchObject({ repository: 'corp/copy', repository_id: 9, began_at: AT });
  expect(after.checkpoints['tidy']?.drafts['a']).toMatchObject({ outcome: 'taken_over', number: null });
});

test('what became of drafts stays known, and a number that is not known is left out', () => {
  const after = adopted(stateOf('merged'), { name: 'corp/copy', id: null }, AT);
  expect(after.checkpoints['tidy']?.drafts['a']?.outcome).toBe('merged');
  expect(after.lock).not.toHaveProperty('repository_id');
});
