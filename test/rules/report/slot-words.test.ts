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
  const reading = parseGoalFile({ file: `goals/${id}.yml`, blob: 'b1', text, settings });
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

describe('what became of the slots of a goal', () => {
  it('is counted, with its finished window as a time and a commit, and when it is due next', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: DONE, now: NOW })).toEqual([
      'slots: 12 ran, 1 caught up, 3 overlapped; counted up to 22 Nov 00:00',
      'window: finished for the slot 22 Nov 00:00, up to 22 Nov 00:00 (ccccccc)',
      'next due: 22 Nov 06:00',
    ]);
  });

  it('names an open window by both ends, what is left of it, and that it goes on', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: OPEN, now: NOW }).slice(1)).toEqual([
      'window: open for the slot 22 Nov 03:00, from 22 Nov 00:00 (bbbbbbb) to 22 Nov 03:00 (ddddddd), 2 of 3 items left',
      'next due: now, to go on',
    ]);
  });

  it('says that a goal has not run, and what was given up on', () => {
    expect(slotLines({ goal: HOURLY, checkpoint: null, now: NOW })).toEqual([
      'slots: none yet',
      'window: none yet',
      'next due: now',
    ]);
    const given = { ...DONE, given_up: { ...(OPEN.window ?? never()), queue: ['a@1'] } };
    expect(slotLines({ goal: HOURLY, checkpoint: given, now: NOW })[1]).toContain('(ccccccc), 1 item stuck');
  });

  it.each([
    ['now', ONCE, null],
    ['when its file is edited', ONCE, DONE],
    ['now', { ...ONCE, blob: 'b2' }, DONE],
    ['never: it is not enabled', { ...HOURLY, enabled: false }, OPEN],
    ['when its pause is taken away', HOURLY, { ...OPEN, pause: { reason: 'r', at: AT, by: 'octocat' } }],
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
        'Goal     Slots so far                       Window of the slot               Next due (UTC)',
        'tidy     12 ran, 1 caught up, 3 overlapped  22 Nov 03:00, 2 of 3 items left  now, to go on',
        'one-off  1 ran                              22 Nov 00:00, finished           when its file is edited',
        'new      none yet                           –                                now',
      ].join('\n'),
    );
    for (const line of slotTable(listings, style).split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });
});

function never(): never {
  throw new Error('there is a window');
}
