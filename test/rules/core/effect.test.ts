import { expect, test } from 'vitest';
import { type ProposedEffect, wordsOf } from '../../../src/core/effect.ts';

const EFFECTS: readonly (readonly [ProposedEffect, string])[] = [
  [{ kind: 'comment_on_issue', issue: 5, body: 'Done in #6.' }, 'Done in #6.'],
  [{ kind: 'open_issue', title: 'Broken', body: 'It is.' }, 'Broken\nIt is.'],
  [{ kind: 'label_issue', issue: 5, labels: ['bug', 'docs'] }, 'bug\ndocs'],
];

test.each(EFFECTS)('of %j people could read all texts', (effect, words) => {
  expect(wordsOf(effect)).toBe(words);
});
