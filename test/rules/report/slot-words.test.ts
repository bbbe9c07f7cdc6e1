import { describe, expect, it } from 'vitest';
import { createPaint } from '../../../src/commands/terminal/style.ts';
import { parseGoalFile } from '../../../src/config/goal/goal-file.ts';
import { settingsInUse } from '../../../src/config/settings/settings-file.ts';
import type { Goal } from '../../../src/core/goal.ts';
import type { Checkpoint } from '../../../src/core/state.ts';
import { NO_SLOTS } from '../../../src/core/state.ts';
import { dueWords, slotLines, slotTable } from '../../../src/report/words/slot-words.ts';
import { checkpoint, item, NOW } from './sample.ts';

function goalWith(yaml: string, id = 'tidy'): Goal {
  const text = `title: T\nobjective: O\n${yaml}\n`;
  const { settings } = settingsInUse(null);
  const reading = parseGoalFile({
    file: `goals/${id}.yml`,
    blob: 'b1',
    text,
    settings,
    isProtected: () => false,
  });
  if (reading.kind !== 'goal') throw new Error(JSON.stringify(reading));
  return reading.goal;
}

const HOURLY = goalWith('schedule: {every: 6h}');
const ONCE = goalWith('schedule: {once: true}', 'one-off');
const BASE = 'b'.repeat(40);
const AT = '2026-11-22T00:00:00Z';

const DONE: Checkpoint = checkpoint('tidy', {
  goal_blob: 'b1',
  classified_to: AT,
  counters: { ...NO_SLOTS, ran: 12, caught_up: 1, overlapped: 3 },
  finished: { slot: AT, time: AT, commit: 'c'.repeat(40) },
});
const OPEN: Checkpoint = {
  ...DONE,
  window: {
    slot: '2026-11-22T03:00:00Z',
    kind: 'ran',
    from: { time: AT, commit: BASE },
    to: { time: '2026-11-22T03:00:00Z', commit: 'd'.repeat(40) },
    queue: ['a@1', 'b@1', 'c@1'],
  },
  items: { 'a@1': item({ status: 'done' }) },
};

describe('what became of the due times of a goal', () => {
  it('is counted, with what the last finished run covers, and when the goal is due next', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: DONE, now: NOW })).toEqual([
      'due times so far: 12 ran, 1 caught up, 3 overlapped (counted up to 22 Nov 00:00)',
      'last finished: the run due 22 Nov 00:00, which covers all up to 22 Nov 00:00 (ccccccc)',
      'next due: 22 Nov 06:00',
    ]);
  });

  it('says what is left of a run in progress, and both ends of what it covers', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: OPEN, now: NOW }).slice(1)).toEqual([
      'in progress: the run due 22 Nov 03:00, 2 of 3 tasks left; it covers 22 Nov 00:00 (bbbbbbb) to 22 Nov 03:00 (ddddddd)',
      'next due: now, to continue',
    ]);
  });

  it('says that a goal has not run, and what was given up on', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: null, now: NOW })).toEqual([
      'due times so far: none yet',
      'finished so far: none',
      'next due: now',
    ]);
    const given = { ...DONE, given_up: { ...(OPEN.window ?? never()), queue: ['a@1'] } };
    expect(slotLines({ goal: HOURLY, checkpoint: given, now: NOW })[1]).toContain('(ccccccc), 1 task stuck');
  });

  it.each([
    ['now', ONCE, null],
    ['once its file is edited', ONCE, DONE],
    ['now', { ...ONCE, blob: 'b2' }, DONE],
    ['never: it is not enabled', { ...HOURLY, enabled: false }, OPEN],
    ['once it is resumed', HOURLY, { ...OPEN, pause: { reason: 'r', at: AT, by: 'octocat' } }],
    [
      '23 Nov 00:00',
      HOURLY,
      { ...OPEN, budget_spent: { days: ['2026-11-22'], left_tokens: 0, left_usd_micros: null } },
    ],
  ] as const)('tells that a goal is due %s', (words, goal, known) => {
    expect(dueWords({ goal, checkpoint: known, now: NOW })).toBe(words);
  });

  it('fits into a table of a line per goal', () => {
    const style = { width: 80, paint: createPaint(false) };
    const listings = [
      { goal: HOURLY, checkpoint: OPEN, now: NOW },
      { goal: ONCE, checkpoint: { ...DONE, counters: { ...NO_SLOTS, ran: 1 } }, now: NOW },
      { goal: { ...HOURLY, id: 'new' }, checkpoint: null, now: NOW },
    ];
    expect(slotTable(listings, { ...style, tableWidth: 200 })).toBe(
      [
        'Goal     Due times so far                   Run due                          Next due (UTC)',
        'tidy     12 ran, 1 caught up, 3 overlapped  22 Nov 03:00, 2 of 3 tasks left  now, to continue',
        'one-off  1 ran                              22 Nov 00:00, finished           once its file is edited',
        'new      none yet                           –                                now',
      ].join('\n'),
    );
    for (const line of slotTable(listings, style).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

function never(): never {
  throw new Error('there is a window');
}
