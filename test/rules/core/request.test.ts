import { expect, test } from 'vitest';
import { newRequest, type RequestFacts } from '../../../src/core/request.ts';

const FACTS: RequestFacts = {
  kind: 'run',
  goal: 'tidy',
  origin: 'person',
  by: 'mona',
  reason: 'before the release',
  now: Date.UTC(2026, 10, 22, 3, 4, 5, 678),
  nonce: 'abcdef0123456789',
};

test('a request is stored with its time, and its id begins with it', () => {
  expect(newRequest(FACTS, 1)).toEqual({
    version: 1,
    id: '20261122T030405678Z-abcdef012345',
    kind: 'run',
    goal: 'tidy',
    origin: 'person',
    by: 'mona',
    at: '2026-11-22T03:04:05Z',
    reason: 'before the release',
  });
});

test('the request of a comment has the comment’s id, so that it is the same one when it is made again', () => {
  expect(newRequest({ ...FACTS, source: 55 }, 1).id).toBe('20261122T030405678Z-comment-55');
});

test('ids sort by age', () => {
  const ids = [0, 1, 10, 1_000, 60_000].map((ms) => newRequest({ ...FACTS, now: FACTS.now + ms }, 1).id);
  expect(ids.toSorted()).toEqual(ids);
});

test.each([
  ['by', '', 'somebody'],
  ['by', ' \n ', 'somebody'],
  ['by', 'x'.repeat(101), `${'x'.repeat(99)}…`],
  ['by', 'mona\nlisa', 'mona lisa'],
  ['reason', '', ''],
  ['reason', '  a\r\n\tb \u2028 c\u200B ', 'a b c'],
  ['reason', 'x'.repeat(500), 'x'.repeat(500)],
  ['reason', 'x'.repeat(501), `${'x'.repeat(499)}…`],
  ['reason', '😀'.repeat(501), `${'😀'.repeat(499)}…`],
] as const)('%s %j is stored as one bounded line', (field, text, stored) => {
  expect(newRequest({ ...FACTS, [field]: text }, 1)[field]).toBe(stored);
});
