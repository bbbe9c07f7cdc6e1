import { expect, test } from 'vitest';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { type PlanFacts, planWork } from '../../../../src/core/work/plan-work.ts';
import { checkpoint, draftRecord, item, lease, openWindow } from '../../report/sample.ts';
import { sampleGoal, sampleRequest } from '../sample-goal.ts';

const SLOT = '2026-11-22T00:00:00Z';
const NOW = Date.parse('2026-11-22T00:10:00Z');
const UNTIL = '2026-11-22T01:00:00Z';
const WINDOW = openWindow(SLOT, ['a@1', 'b@1', 'c@1']);
const PAUSE = { reason: 'holidays', at: SLOT, by: 'octocat' };
const TOO_MANY = { kind: 'too_many', of: 'goal', open: 1, most: 1 } as const;
const LEFT = { tokens: 500, usdMicros: null, tightest: 'goal_day' } as const;
const GOAL = sampleGoal({
  forEach: { kind: 'list', elements: ['a', 'b', 'c'], drafts: 'per_item' },
  limits: { ...sampleGoal().limits, openDrafts: 9, itemsPerWake: 2 },
});

interface Case {
  readonly what: string;
  readonly before?: Partial<Checkpoint>;
  readonly change?: Partial<PlanFacts>;
  readonly tooLittle?: string;
  /** Null: there is no plan. */
  readonly items: readonly string[] | null;
  readonly idle: string;
  readonly events?: readonly string[];
}

const CASES: readonly Case[] = [
  {
    what: 'a window that holds nothing new has no tasks',
    before: { window: openWindow(SLOT, []) },
    change: { isUnchanged: true },
    items: [],
    idle: 'unchanged',
  },
  {
    what: 'a goal that keeps failing begins nothing before its time',
    before: { window: WINDOW, back_off: { failures: 3, until: UNTIL } },
    change: { isWanted: true },
    items: [],
    idle: 'backing_off',
  },
  {
    what: 'a goal that has waited long enough goes on',
    before: { window: WINDOW, back_off: { failures: 3, until: UNTIL } },
    change: { now: Date.parse(UNTIL) },
    items: ['a@1', 'b@1'],
    idle: 'queue_empty',
  },
  { what: 'nothing is due', items: null, idle: 'nothing_due' },
  { what: 'somebody waits for an answer', change: { isWanted: true }, items: [], idle: 'nothing_due' },
  {
    what: 'a dead wake left its lease',
    change: { seen: { checkpoint: checkpoint('docs-index'), lease: lease() } },
    items: [],
    idle: 'nothing_due',
  },
  {
    what: 'the checkpoint has changed',
    change: { seen: { checkpoint: undefined, lease: undefined } },
    items: [],
    idle: 'nothing_due',
  },
  { what: 'the goal is paused', before: { pause: PAUSE, window: WINDOW }, items: null, idle: 'paused' },
  { what: 'drafts keep it from a window', change: { blocked: TOO_MANY }, items: null, idle: 'obstacle' },
  {
    what: 'a window is open: as many as fit into a wake',
    before: { window: WINDOW },
    items: ['a@1', 'b@1'],
    idle: 'queue_empty',
  },
  {
    what: 'some of them are done',
    before: { window: WINDOW, items: { 'a@1': item({ status: 'done' }) } },
    items: ['b@1', 'c@1'],
    idle: 'queue_empty',
  },
  {
    what: 'no further draft may be opened',
    before: { window: WINDOW },
    change: { drafts: { elsewhere: 5, totalAllowed: 5 } },
    items: null,
    idle: 'obstacle',
  },
  {
    what: 'the money is spent',
    before: { window: WINDOW },
    tooLittle: 'Too little.',
    items: [],
    idle: 'budget_spent',
    events: ['budget_spent'],
  },
  {
    what: 'it is written down already that the money is spent',
    before: {
      window: WINDOW,
      budget_spent: { days: ['2026-11-22'], left_tokens: 500, left_usd_micros: null },
    },
    tooLittle: 'Too little.',
    items: null,
    idle: 'budget_spent',
  },
  {
    what: 'an effect is left in the outbox',
    before: {
      drafts: { 'a@1': draftRecord() },
      items: { 'a@1': item({ status: 'done', outbox: [{ kind: 'draft', draft: 'a@1', marker: 'm' }] }) },
    },
    items: [],
    idle: 'nothing_due',
  },
];

test.each(CASES)('$what', ({ before, change, tooLittle = null, items, idle, events = [] }) => {
  const known = checkpoint('docs-index', before);
  const found = planWork({
    goal: GOAL,
    seen: { checkpoint: known, lease: undefined },
    changed: { checkpoint: known, events: [] },
    blocked: null,
    isUnchanged: false,
    now: NOW,
    requests: [sampleRequest()],
    drafts: { elsewhere: 0, totalAllowed: 5 },
    money: { left: LEFT, tooLittle, day: '2026-11-22' },
    isWanted: false,
    ...change,
  });
  expect(found.plan?.items ?? null).toEqual(items);
  expect(found.idle.kind).toBe(idle);
  expect((found.plan?.events ?? []).map(({ event }) => event)).toEqual(events);
});

test('a window that has nothing left to do is finished with the acquire, and the plan still names it', () => {
  const done = item({ status: 'done' });
  const items = { 'a@1': done, 'b@1': done, 'c@1': done };
  const known = checkpoint('docs-index', { window: WINDOW, items });
  const { plan, idle } = planWork({
    goal: GOAL,
    seen: { checkpoint: known, lease: undefined },
    changed: { checkpoint: known, events: [] },
    blocked: null,
    isUnchanged: false,
    now: NOW,
    requests: [],
    drafts: { elsewhere: 0, totalAllowed: 5 },
    money: { left: LEFT, tooLittle: null, day: '2026-11-22' },
    isWanted: false,
  });
  expect([plan?.window, plan?.checkpoint.window, idle.kind]).toEqual([WINDOW, null, 'queue_empty']);
});
