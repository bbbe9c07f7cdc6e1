import { expect, test } from 'vitest';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { restarted } from '../../../../src/core/work/restart.ts';
import { checkpoint, item } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const GOAL = sampleGoal({ blob: 'new' });
const AT = '2026-11-22T04:00:00Z';
const BY_PERSON = { reason: 'holidays', at: '2026-11-20T03:00:00Z', by: 'octocat' };
const BY_AGENT = { ...BY_PERSON, by: 'wakeful' };
const STUCK = { items: { 'a@1': item({ status: 'stuck', attempts: 3 }) }, dead_wakes: 2 };

interface Case {
  readonly what: string;
  readonly before?: Partial<Checkpoint>;
  readonly isByPerson?: boolean;
  readonly item?: string;
  readonly isPaused?: boolean;
  readonly events?: readonly string[];
}

const CASES: readonly Case[] = [
  { what: 'nothing happened', before: { ...STUCK, goal_blob: 'new' }, item: 'stuck' },
  { what: 'the goal is new', before: { ...STUCK, goal_blob: null }, item: 'stuck' },
  {
    what: 'the goal was edited',
    before: { ...STUCK, goal_blob: 'old' },
    item: 'open',
    events: ['goal_edited'],
  },
  {
    what: 'a person asks',
    before: { ...STUCK, goal_blob: 'new' },
    isByPerson: true,
    item: 'open',
  },
  {
    what: 'a person asks for a goal that a person paused',
    before: { goal_blob: 'new', pause: BY_PERSON },
    isByPerson: true,
    events: ['goal_resumed'],
  },
  {
    what: 'a goal that the agent paused was edited',
    before: { goal_blob: 'old', pause: BY_AGENT },
    events: ['goal_edited', 'goal_resumed'],
  },
  {
    what: 'a goal that a person paused was edited',
    before: { goal_blob: 'old', pause: BY_PERSON },
    isPaused: true,
    events: ['goal_edited'],
  },
  { what: 'a paused goal is as it was', before: { goal_blob: 'new', pause: BY_AGENT }, isPaused: true },
];

test.each(CASES)(
  '$what',
  ({ before = {}, isByPerson = false, item: status, isPaused = false, events = [] }) => {
    const draft = { checkpoint: checkpoint('docs-index', before), events: [] };
    const after = restarted(GOAL, draft, { isByPerson, at: AT });
    expect(after.events.map(({ event }) => event)).toEqual(events);
    expect(after.checkpoint.items['a@1']?.status).toBe(status);
    expect(after.checkpoint.pause !== null).toBe(isPaused);
    expect(after.checkpoint.goal_blob).toBe('new');
    expect(after.checkpoint.dead_wakes).toBe(status === 'stuck' ? 2 : 0);
  },
);

test('what was to be told before comes first, and a resume says why', () => {
  const first = { event: 'heartbeat' } as const;
  const paused = checkpoint('docs-index', { goal_blob: 'old', pause: BY_AGENT });
  const { events } = restarted(GOAL, { checkpoint: paused, events: [first] }, { isByPerson: true, at: AT });
  expect(events).toEqual([
    first,
    { event: 'goal_edited', goal: 'docs-index', file: 'goals/docs-index.yml' },
    { event: 'goal_resumed', goal: 'docs-index', because: { kind: 'asked' } },
  ]);
});
