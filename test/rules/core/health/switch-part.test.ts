import { expect, test } from 'vitest';
import { isDone, partsInWords, type SwitchPart } from '../../../../src/core/health/switch-part.ts';

const part = (outcome: SwitchPart['outcome'], detail = ''): SwitchPart => ({
  part: 'variable',
  outcome,
  detail,
  byHand: null,
});

test.each([
  [['changed'], true],
  [['changed', 'unchanged', 'unseen'], true],
  [['changed', 'left'], false],
  [['unchanged'], false],
  [['unchanged', 'unseen'], false],
  [['left'], false],
  [[], false],
] as const)('parts that are %j are done: %j', (outcomes, expected) => {
  expect(isDone(outcomes.map((outcome) => part(outcome)))).toBe(expected);
});

test('details become one paragraph of whole sentences', () => {
  const details = ['It is set.', 'GitHub says: no', 'Is it?', 'It waits…', 'Now!', 'As it says:'];
  expect(partsInWords(details.map((detail) => part('changed', detail)))).toBe(
    'It is set. GitHub says: no. Is it? It waits… Now! As it says:',
  );
});
