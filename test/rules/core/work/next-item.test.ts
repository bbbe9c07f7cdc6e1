import { expect, test } from 'vitest';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { type NextItemFacts, nextItem, startableItems } from '../../../../src/core/work/next-item.ts';
import { checkpoint, draftRecord, item, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const SLOT = '2026-11-22T00:00:00Z';
const WINDOW = openWindow(SLOT, ['a@1', 'b@1', 'c@1']);
const FACTS: NextItemFacts = {
  goal: sampleGoal({ forEach: { kind: 'list', elements: ['a', 'b', 'c'], drafts: 'per_item' } }),
  window: WINDOW,
  rest: ['b@1', 'c@1'],
  attempted: ['a@1'],
  ending: 'worked',
  hasTime: true,
  canPay: true,
  drafts: { elsewhere: 0, totalAllowed: 5 },
};
/** As many drafts as the goal may have open, none of them for `b` or `c`. */
const FULL: Partial<Checkpoint> = { drafts: { 'a@1': draftRecord() } };

function alike(...details: readonly [string, string, string]): Checkpoint['items'] {
  const [x, y, a] = details.map((detail) => item({ status: 'open', ending: 'gave_up', detail, attempts: 1 }));
  return Object.fromEntries(
    [
      ['x@1', x],
      ['y@1', y],
      ['a@1', a],
    ].map(([key, record]) => [key, record]),
  );
}

interface Case {
  readonly what: string;
  readonly change?: Partial<NextItemFacts>;
  readonly after?: Partial<Checkpoint>;
  readonly next: string | null;
  readonly obstacle?: string;
}

const CASES: readonly Case[] = [
  { what: 'the next one that was planned', next: 'b@1' },
  {
    what: 'one that is still open',
    after: { items: { 'b@1': item({ status: 'refused' }) } },
    next: 'c@1',
  },
  { what: 'none that was not planned', change: { rest: [] }, next: null },
  { what: 'none after an outage', change: { ending: 'model_unavailable' }, next: null },
  { what: 'the next one after one that failed', change: { ending: 'checks_failed' }, next: 'b@1' },
  {
    what: 'none after three that failed for the same reason',
    change: { attempted: ['x@1', 'y@1', 'a@1'] },
    after: { items: alike('No end in line 1.', 'No end in line 22.', 'No end in line 3.') },
    next: null,
    obstacle: 'failed_alike',
  },
  {
    what: 'the next one after three that failed for three reasons',
    change: { attempted: ['x@1', 'y@1', 'a@1'] },
    after: { items: alike('Nothing ends.', 'Nothing ends.', 'Nothing begins.') },
    next: 'b@1',
  },
  {
    what: 'the next one after two that failed for the same reason',
    change: { attempted: ['y@1', 'a@1'] },
    after: { items: alike('Nothing ends.', 'Nothing ends.', 'Nothing ends.') },
    next: 'b@1',
  },
  {
    what: 'the next one where one of three was done',
    change: { attempted: ['x@1', 'y@1', 'a@1'] },
    after: {
      items: { ...alike('', '', ''), 'y@1': item({ status: 'done', ending: 'no_change' }) },
    },
    next: 'b@1',
  },
  { what: 'none without the time', change: { hasTime: false }, next: null },
  { what: 'none without the money', change: { canPay: false }, next: null, obstacle: 'too_little_money' },
  { what: 'none without room for a draft', after: FULL, next: null, obstacle: 'too_many' },
  {
    what: 'one whose own draft is open already',
    after: { drafts: { 'c@1': draftRecord() }, items: { 'c@1': item({ draft: 'c@1' }) } },
    next: 'c@1',
  },
  {
    what: 'none whose draft is full',
    change: { rest: ['a@1'] },
    after: { drafts: { 'a@1': draftRecord({ full: true }) } },
    next: null,
    obstacle: 'full',
  },
];

test.each(CASES)('after an item comes $what', ({ change, after, next, obstacle }) => {
  const found = nextItem(checkpoint('docs-index', { window: WINDOW, ...after }), { ...FACTS, ...change });
  expect([found.next, found.obstacle?.kind]).toEqual([next, obstacle]);
});

test('of several items all that have a draft, or room for one, may start', () => {
  const drafts = { elsewhere: 0, totalAllowed: 5, checkpoint: checkpoint('docs-index', FULL) };
  const all = { window: WINDOW, keys: WINDOW.queue };
  expect(startableItems(FACTS.goal, drafts, all)).toEqual({ items: ['a@1'], obstacle: null });
  expect(startableItems(FACTS.goal, drafts, { window: WINDOW, keys: [] })).toEqual({
    items: [],
    obstacle: null,
  });
});
