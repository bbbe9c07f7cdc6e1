import { expect, test } from 'vitest';
import { entriesOf } from '../../../src/rehearsal/model/text/commit-entry.ts';

const commit = (subject: string, n: number) => ({
  sha: String(n).padStart(40, 'a'),
  date: '2026-11-22',
  author: 'Ann Author',
  subject,
});

test('of many commits only those become entries whose subject says what they mean to a reader', () => {
  const vague = Array.from({ length: 60 }, (_, n) => commit(`Parser, part ${n}`, n));
  const plain = [commit('Add a parser', 98), commit('fix: the end of a line', 99)];
  expect(entriesOf([...vague, ...plain]).map(({ group, text }) => [group, text])).toEqual([
    ['Added', 'Add a parser'],
    ['Fixed', 'The end of a line'],
  ]);
  expect(entriesOf([...vague.slice(0, 5), ...plain])).toHaveLength(7);
});
