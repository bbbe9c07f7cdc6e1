import { describe, expect, test } from 'vitest';
import { PASSED_REASONS } from '../../../../src/core/log/run-events.ts';
import { slotsOf } from '../../../../src/core/report/slots-of.ts';
import { logLineWith } from './lines.ts';

const started = logLineWith({
  event: 'window_started',
  data: { slot: '2026-11-22T03:00Z', kind: 'caught_up' },
});
const released = (wake: string, ending: string) =>
  logLineWith({ wake, event: 'lease_released', data: { ending, tokens: 1, calls: 1 } });

describe('a due time that runs served', () => {
  test('has every run that worked on it, the newest ending, and when it was finished', () => {
    const lines = [
      ...[started, logLineWith({ wake: '1-1' }), released('1-1', 'time_limit')],
      logLineWith({ wake: '2-1' }),
      logLineWith({ wake: '2-1', event: 'window_finished', ts: '2026-11-22T03:40:00Z' }),
      released('2-1', 'worked'),
    ];
    expect(slotsOf(lines).get('tidy')).toEqual([
      {
        ...{ from: '2026-11-22T03:00Z', to: '2026-11-22T03:00Z', count: 1, fate: 'caught_up', why: null },
        ...{ runs: ['1-1', '2-1'], ending: 'worked', finishedAt: '2026-11-22T03:40:00Z' },
      },
    ]);
  });

  test('is not touched by a later run that only looked at the goal', () => {
    const finished = logLineWith({ event: 'window_finished', ts: '2026-11-22T03:10:00Z' });
    const lines = [
      started,
      finished,
      released('1-1', 'worked'),
      logLineWith({ wake: '2-1' }),
      released('2-1', 'paused'),
    ];
    expect(slotsOf(lines).get('tidy')).toMatchObject([{ runs: ['1-1'], ending: 'worked' }]);
  });

  test('belongs to its own goal', () => {
    const other = logLineWith({ goal: 'other', event: 'window_finished' });
    expect(slotsOf([started, other]).get('tidy')).toMatchObject([{ finishedAt: null }]);
    expect(slotsOf([started, other]).has('other')).toBe(false);
  });
});

test.each(PASSED_REASONS)('due times that passed because of %s say so', (why) => {
  const data = { as: 'skipped', from: '2026-11-22T03:00Z', to: '2026-11-22T09:00Z', count: 2, why };
  expect(slotsOf([logLineWith({ event: 'slots_classified', data })]).get('tidy')).toMatchObject([
    { count: 2, fate: 'skipped', why, runs: [], finishedAt: null },
  ]);
});
