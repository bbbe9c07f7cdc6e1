import { expect, test } from 'vitest';
import { isServed, withServed } from '../../../../src/core/health/served-comment.ts';
import { stateWith } from '../../../support/core-samples.ts';

test('a comment is served once it is remembered, and no other one is', () => {
  const state = withServed(stateWith(), 12);
  expect([12, 13, undefined].map((comment) => isServed(state.status, comment))).toEqual([true, false, false]);
  expect(isServed(stateWith().status, 12)).toBe(false);
});

test('the state stays the very same for a comment that is served, and for a command of no comment', () => {
  const state = withServed(stateWith(), 12);
  expect(withServed(state, 12)).toBe(state);
  expect(withServed(state, undefined)).toBe(state);
});

test('the newest hundred are remembered', () => {
  let state = stateWith();
  for (let comment = 1; comment <= 101; comment += 1) state = withServed(state, comment);
  expect(state.status.comments).toHaveLength(100);
  expect([state.status.comments?.[0], state.status.comments?.at(-1)]).toEqual([2, 101]);
});
