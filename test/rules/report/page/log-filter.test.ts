import { expect, test } from 'vitest';
import { matcherOf, NO_FILTER } from '../../../../src/report/page/browser/log-filter.ts';
import type { PageLine } from '../../../../src/report/page/line-ids.ts';

const LINE: PageLine = {
  ts: '2026-11-22T03:00:00Z',
  level: 'warn',
  event: 'item_failed',
  message: 'The task is not done: the checks do not pass.',
  wake: '9001-1',
  goal: 'docs',
  number: 1,
};

test.each([
  ['nothing wanted', {}, true],
  ['words in another order and case', { text: 'CHECKS task' }, true],
  ['a word that is missing', { text: 'task nowhere' }, false],
  ['the day', { text: '2026-11-22' }, true],
  ['a pattern is a text', { text: '.*' }, false],
  ['the goal', { goal: 'docs' }, true],
  ['a part of a goal', { goal: 'doc' }, false],
  ['the beginning of a run', { run: '9001' }, true],
  ['another run', { run: '001' }, false],
  ['worse lines only', { level: 'error' }, false],
  ['the same level', { level: 'warn' }, true],
] as const)('%s', (_, wanted, isShown) => {
  expect(matcherOf({ ...NO_FILTER, ...wanted })(LINE)).toBe(isShown);
});

test('lines of routine are left out until somebody asks for them', () => {
  const routine = { ...LINE, level: 'debug' } as const;
  expect(matcherOf(NO_FILTER)(routine)).toBe(false);
  expect(matcherOf({ ...NO_FILTER, level: 'debug' })(routine)).toBe(true);
});
