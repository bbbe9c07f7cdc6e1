import { expect, test } from 'vitest';
import { daysOf } from '../../../../src/core/report/days-of.ts';
import { happenedSince } from '../../../../src/core/report/happened-since.ts';
import { runsOf } from '../../../../src/core/report/runs-of.ts';
import { stateWith } from '../../../support/core-samples.ts';
import { logLineWith } from './lines.ts';

const failed = (ts: string) => [
  logLineWith({ ts }),
  logLineWith({
    ts,
    event: 'item_failed',
    level: 'warn',
    message: `No, at ${ts}.`,
    data: { ending: 'gave_up', tokens: 5, calls: 1 },
  }),
  logLineWith({ ts, event: 'lease_released', data: { ending: 'gave_up', tokens: 5, calls: 1 } }),
];
const lines = [
  ...failed('2026-11-21T03:00:00Z').map((line) => ({ ...line, wake: '1-1' })),
  ...failed('2026-11-22T03:00:00Z').map((line) => ({ ...line, wake: '2-1' })),
  logLineWith({ wake: '2-1', event: 'draft_merged', data: { branch: 'b', generation: 1 } }),
  logLineWith({
    wake: '2-1',
    event: 'slots_missed',
    level: 'warn',
    data: { as: 'missed', from: '2026-11-22T01:00Z', to: '2026-11-22T02:00Z', count: 2, why: 'covered' },
  }),
];
const runs = runsOf(lines, stateWith().lock);

test('a day has its runs, failures, missed due times, drafts and money, by goal', () => {
  const days = daysOf(
    lines,
    runs.flatMap(({ goals }) => goals),
  );
  expect(days.map(({ day }) => day)).toEqual(['2026-11-21', '2026-11-22']);
  expect(days[1]?.goals['tidy']).toEqual({
    ...{ runs: 1, failed: 1, missed: 2, tasks_done: 0, drafts_opened: 0, drafts_merged: 1, drafts_closed: 0 },
    ...{ tokens: 5, usd_micros: 0, calls: 1, lost_tokens: 0 },
  });
});

test('a goal that was only looked at has no day', () => {
  const looked = logLineWith({
    event: 'lease_released',
    data: { ending: 'waiting_for_draft', tokens: 0, calls: 0 },
  });
  const seen = runsOf([logLineWith({}), looked], stateWith().lock);
  expect(
    daysOf(
      [logLineWith({}), looked],
      seen.flatMap(({ goals }) => goals),
    ),
  ).toEqual([{ day: '2026-11-22', goals: {} }]);
});

test('what happened is told from the given time on, failures once for each goal with the newest reason', () => {
  const facts = { entries: lines, runs, drafts: [], isWhole: true };
  const all = happenedSince({ ...facts, since: '2026-11-21T00:00:00Z' });
  expect(all.failures).toEqual([
    {
      ...{ goal: 'tidy', ending: 'gave_up', times: 2, at: '2026-11-22T03:00:00Z', isOver: false },
      why: 'No, at 2026-11-22T03:00:00Z.',
    },
  ]);
  expect([all.cost.tokens, all.missed, all.runs]).toEqual([10, 2, 2]);
  const today = happenedSince({ ...facts, since: '2026-11-22T00:00:00Z' });
  expect([today.cost.tokens, today.failures[0]?.times, today.runs]).toEqual([5, 1, 1]);
  expect(today.notable.map(({ event }) => event)).toEqual(['item_failed', 'draft_merged', 'slots_missed']);
});
