import { expect, test } from 'vitest';
import type { IdleReason } from '../../../src/core/work/end-reason.ts';
import { idleReason, obstacleReason } from '../../../src/report/log/end-reasons.ts';

test.each<readonly [IdleReason, string, string]>([
  [{ kind: 'nothing_due' }, 'nothing_due', 'Nothing is due.'],
  [{ kind: 'queue_empty' }, 'no_change', 'Nothing in the queue needs work.'],
  [{ kind: 'paused', reason: 'holidays' }, 'paused', 'The goal is paused: holidays.'],
  [{ kind: 'budget_spent', detail: 'Too little.' }, 'budget_spent', 'Too little.'],
  [
    { kind: 'obstacle', obstacle: { kind: 'full' } },
    'waiting_for_draft',
    'The open draft is full and waits for your review.',
  ],
  [
    { kind: 'obstacle', obstacle: { kind: 'too_many', of: 'all', open: 5, most: 5 } },
    'waiting_for_draft',
    '5 drafts of all goals wait for your review, and at most 5 may be open (open_drafts in the settings).',
  ],
])('%j: how the goal ends, and what it says', (idle, ending, detail) => {
  expect(idleReason(idle)).toEqual({ ending, detail });
});

test('a goal that has too little money for another task says so', () => {
  expect(obstacleReason({ kind: 'too_little_money' })).toEqual({
    ending: 'budget_spent',
    detail: 'This run has set aside too little budget for another task.',
  });
});
