import { expect, test } from 'vitest';
import { doubtsIn } from '../../../../src/core/progress/named-files.ts';

test.each([
  'This should not be merged before the release.',
  'Please do not merge this.',
  'Do not land it yet, the API may still change.',
  "It shouldn't be merged as it is.",
  'No change is needed; I rewrote the heading all the same.',
  'No changes were actually required.',
  'Close this draft if the old form was meant.',
  'This change is not needed.',
  'I would recommend against merging.',
  'Nothing needs to be changed in docs/a.md.',
])('argues against its own change: %s', (sentence) => {
  expect(doubtsIn([`docs/a.md: a better heading. ${sentence}`])).toEqual([sentence]);
});

test.each([
  'docs/a.md: says how to merge two branches.',
  'src/a.ts: an empty list is not accepted any more.',
  'The note says that reviewers should merge small changes.',
  'docs/b.md was looked at and left as it is.',
  'Adds the missing link, and merges the two lists.',
])('does not: %s', (sentence) => {
  expect(doubtsIn([sentence])).toEqual([]);
});

test('are a few at most', () => {
  expect(doubtsIn(Array.from({ length: 30 }, () => 'Do not merge this.'))).toHaveLength(5);
});
