import { expect, test } from 'vitest';
import { EVENTS, type EventName, type LogLevel } from '../../../src/core/event.ts';

/** Lines that `log --level warn` must show. Everything else is `info`. */
const LOUD: Readonly<Record<Exclude<LogLevel, 'debug' | 'info'>, readonly EventName[]>> = {
  warn: [
    ...([
      'took_over',
      'lease_lost',
      'slots_missed',
      'item_failed',
      'repository_renamed',
      'state_adopted',
      'window_moved',
      'tool_refused',
      'checks_not_run',
    ] as const),
    ...([
      'model_fault',
      'change_unread',
      'model_replaced',
      'draft_behind',
      'draft_refused',
      'draft_taken_over',
      'effect_failed',
    ] as const),
    ...([
      'alert_opened',
      'alert_untold',
      'goal_paused',
      'stop_set',
      'workflow_disabled',
      'silence_seen',
      'lease_stuck',
      'security_release_seen',
      'work_not_begun',
    ] as const),
    ...(['budget_spent', 'log_full', 'work_found', 'draft_aimed', 'paths_left_out'] as const),
  ],
  error: ['item_stuck', 'overspent', 'bad_goal', 'bad_settings', 'secret_found'],
};

test.each(Object.entries(LOUD))('the events of level %s are known', (level, names) => {
  const found = Object.entries(EVENTS).filter(([, own]) => own === level);
  expect(found.map(([name]) => name).toSorted()).toEqual(names.toSorted());
});

test('names are spelled as in the log: words in lower case', () => {
  expect(Object.keys(EVENTS).filter((name) => !/^[a-z]+(_[a-z]+)*$/.test(name))).toEqual([]);
});
