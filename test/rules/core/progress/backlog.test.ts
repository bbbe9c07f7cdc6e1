import { expect, it } from 'vitest';
import { backlogOf } from '../../../../src/core/progress/backlog.ts';
import { checkpoint, item, openWindow } from '../../report/sample.ts';

const NOW = Date.parse('2026-11-22T03:10:00Z');
const OLD = '2026-11-20T00:00:00Z';
const TODAY = '2026-11-22T00:00:00Z';
const finished = (slot: string) => ({ slot, time: slot, commit: 'c'.repeat(40) });

it('is empty without checkpoints', () => {
  expect(backlogOf([], NOW)).toEqual({ left: 0, leftDayAgo: 0, stuck: 0, oldest: null });
});

it('grows by a window that became due today', () => {
  const open = checkpoint('a', {
    window: openWindow(TODAY, ['x@1', 'y@1']),
    items: { 'x@1': item({ status: 'done' }) },
  });
  expect(backlogOf([open], NOW)).toEqual({ left: 1, leftDayAgo: 0, stuck: 0, oldest: TODAY });
});

it('shrinks by items of an older window that were finished today', () => {
  const items = {
    'x@1': item({ status: 'done', updated_at: '2026-11-22T01:00:00Z' }),
    'y@1': item({ status: 'done', updated_at: '2026-11-20T01:00:00Z' }),
  };
  const open = checkpoint('a', { window: openWindow(OLD, ['x@1', 'y@1', 'z@1']), items });
  expect(backlogOf([open], NOW)).toEqual({ left: 1, leftDayAgo: 2, stuck: 0, oldest: OLD });
});

it('remembers items of an older window that was finished today', () => {
  const items = {
    'x@1': item({ status: 'done', updated_at: '2026-11-22T01:00:00Z' }),
    'y@1': item({ status: 'stuck', updated_at: '2026-11-22T01:00:00Z' }),
    'z@1': item({ status: 'done', updated_at: '2026-11-19T01:00:00Z' }),
  };
  const closed = checkpoint('a', { finished: finished(OLD), items });
  expect(backlogOf([closed], NOW)).toEqual({ left: 0, leftDayAgo: 2, stuck: 1, oldest: null });
});

it('does not count a window that began and ended today', () => {
  const closed = checkpoint('a', { finished: finished(TODAY), items: { 'x@1': item({ status: 'done' }) } });
  expect(backlogOf([closed], NOW).leftDayAgo).toBe(0);
});

it('adds goals up and names the oldest window', () => {
  const one = checkpoint('a', { window: openWindow(TODAY, ['x@1']) });
  const two = checkpoint('b', { window: openWindow(OLD, ['x@1', 'y@1']) });
  expect(backlogOf([one, two], NOW)).toEqual({ left: 3, leftDayAgo: 2, stuck: 0, oldest: OLD });
});
