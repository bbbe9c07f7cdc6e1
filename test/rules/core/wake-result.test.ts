import { expect, test } from 'vitest';
import { emptyResult } from '../../../src/core/wake-result.ts';

test('a wake that ends before it looks at its goals has its ending and nothing else', () => {
  expect(emptyResult({ wake: { id: '17-1', url: null } }, 'stopped', 'The stop is set.')).toEqual({
    wake: '17-1',
    ending: 'stopped',
    detail: 'The stop is set.',
    goals: [],
    problems: [],
    alerts: [],
    deferred: [],
    stateBranch: null,
    nextDue: null,
  });
});
