import { expect, test } from 'vitest';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { takeOver } from '../../../../src/core/work/takeover.ts';
import { checkpoint, item, lease } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const AT = '2026-11-22T04:00:00Z';
const TEXTS = { lastRunDied: 'The last run died.', deadRuns: (runs: number) => `${runs} runs died` };
const PAUSE = { reason: 'holidays', at: '2026-11-20T03:00:00Z', by: 'octocat' };

interface Case {
  readonly what: string;
  readonly before: Partial<Checkpoint>;
  readonly item?: string;
  readonly status?: string;
  readonly pause?: unknown;
  readonly events: readonly string[];
}

const CASES: readonly Case[] = [
  { what: 'the first, between two items', before: {}, pause: null, events: ['took_over'] },
  {
    what: 'one at an item with attempts left',
    before: { items: { 'a@1': item({ attempts: 2 }) } },
    item: 'a@1',
    status: 'open',
    pause: null,
    events: ['took_over'],
  },
  {
    what: 'one at the last attempt of an item',
    before: { items: { 'a@1': item({ attempts: 3 }) } },
    item: 'a@1',
    status: 'stuck',
    pause: null,
    events: ['took_over', 'item_stuck'],
  },
  {
    what: 'one at an item that was done already',
    before: { items: { 'a@1': item({ attempts: 3, status: 'done' }) } },
    item: 'a@1',
    status: 'done',
    pause: null,
    events: ['took_over'],
  },
  {
    what: 'the third in a row',
    before: { dead_wakes: 2 },
    pause: { reason: '3 runs died', at: AT, by: 'wakeful' },
    events: ['took_over', 'goal_paused'],
  },
  {
    what: 'the third in a row of a goal that is paused',
    before: { dead_wakes: 2, pause: PAUSE },
    pause: PAUSE,
    events: ['took_over'],
  },
];

test.each(CASES)('what a dead wake leaves behind: $what', ({ before, item: key, status, pause, events }) => {
  const dead = lease({ item: key ?? null });
  const known = checkpoint('docs-index', before);
  const taken = takeOver(sampleGoal(), known, { lease: dead, at: AT, texts: TEXTS });
  expect(taken.events.map(({ event }) => event)).toEqual(events);
  expect(taken.checkpoint.dead_wakes).toBe(known.dead_wakes + 1);
  expect(taken.checkpoint.pause).toEqual(pause);
  expect(taken.checkpoint.items[key ?? '']?.status).toBe(status);
});

test('an item that is stuck says that the last run died', () => {
  const known = checkpoint('docs-index', { items: { 'a@1': item({ attempts: 3 }) } });
  const taken = takeOver(sampleGoal(), known, { lease: lease({ item: 'a@1' }), at: AT, texts: TEXTS });
  expect(taken.checkpoint.items['a@1']).toMatchObject({ ending: 'item_stuck', detail: 'The last run died.' });
});

test('the line tells what was set aside, and what the dead wake had found to need no change', () => {
  const done = item({ status: 'done', ending: 'no_change', updated_at: '2026-11-22T03:09:00Z' });
  const known = checkpoint('docs-index', { items: { 'a@1': done, 'b@1': item() } });
  const taken = takeOver(sampleGoal(), known, { lease: lease({ item: 'b@1' }), at: AT, texts: TEXTS });
  expect(taken.events[0]).toMatchObject({
    event: 'took_over',
    deadWake: 'w-2',
    epoch: 12,
    work: { kind: 'goal', tokens: 50_000, deadInARow: 1, unchanged: ['a@1'] },
  });
});
