import { describe, expect, test } from 'vitest';
import { ENDINGS, type Ending } from '../../../../src/core/ending.ts';
import {
  alertCauseOf,
  failuresAfter,
  type GoalAlertCause,
  type GoalAlertFacts,
  goalAlerts,
  type SeenAlert,
} from '../../../../src/core/health/goal-alerts.ts';
import { alertWith, checkpointWith, draftWith, itemWith, windowWith } from '../../../support/core-samples.ts';

const NOW = Date.UTC(2026, 10, 22, 3);
const ALERTS = { consecutiveFailures: 3, silentHours: 24, draftWaitsDays: 7, open: 5 };

/** Its file names two limits. */
const GOAL = {
  file: 'goals/tidy.yml',
  lines: { objective: 2, limits: 6, 'limits.minutes': 7, 'limits.tokens_per_day': 8, checks: 9 },
};

function alertsOf(fields: Partial<GoalAlertFacts>) {
  const facts = {
    goal: GOAL,
    checkpoint: checkpointWith(),
    ending: 'worked',
    detail: 'D',
    now: NOW,
    recorded: [],
  } as const;
  return goalAlerts({ ...facts, settings: { alerts: ALERTS }, ...fields });
}

const said = (detail: string): SeenAlert => ({ seen: { kind: 'said', detail } });
const causesOf = (fields: Partial<GoalAlertFacts>): readonly string[] => [...alertsOf(fields).keys()];
const failing = (times: number) => checkpointWith({ consecutive_failures: times });

test('a goal that is well has no alert', () => {
  expect(causesOf({})).toEqual([]);
});

describe('an ending that needs a person at once', () => {
  test.each([
    ['forbidden', 'forbidden'],
    ['missing_key', 'missing_key'],
    ['secret_found', 'secret_found'],
    ['unexpected', 'unexpected'],
    ['bad_goal', 'unfit_goal'],
    ['bad_settings', 'unfit_settings'],
  ] as const)('%s is told as %s, with its detail', (ending, cause) => {
    expect([...alertsOf({ ending })]).toEqual([[cause, said('D')]]);
    expect(alertCauseOf(ending)).toBe(cause);
  });

  test.each(Object.entries(ENDINGS).filter(([, { alert }]) => alert === 'at_once'))(
    '%s has an alert that later runs find, so that it makes one run red and not all of them',
    (ending) => {
      // What a task was stuck at is told by the task, and a broken state file by the whole agent.
      if (ending === 'item_stuck' || ending === 'bad_state_file') return;
      expect(causesOf({ ending: ending as Ending })).toHaveLength(1);
    },
  );

  test('is told under its own name alone, however often it came', () => {
    expect(causesOf({ ending: 'forbidden', checkpoint: failing(9) })).toEqual(['forbidden']);
  });

  const recorded = [alertWith({ cause: 'forbidden', detail: 'as it was', about: 'x' })];
  test.each(['nothing_due', 'time_limit', 'github_unavailable', 'stopped'] as const)(
    'stays told by a wake that ends as %s, which has not come so far',
    (ending) => {
      expect(alertsOf({ ending, recorded }).get('forbidden')).toEqual({ ...said('as it was'), about: 'x' });
    },
  );

  test.each(['worked', 'no_change', 'checks_failed', 'unexpected'] as const)(
    'is over when a wake ends as %s',
    (ending) => {
      expect(causesOf({ ending, recorded })).not.toContain('forbidden');
    },
  );

  test('does not come back by a record that is no longer wanted', () => {
    const gone = [alertWith({ cause: 'forbidden', detail: 'as it was', wanted: false })];
    expect(causesOf({ ending: 'stopped', recorded: gone })).toEqual([]);
  });
});

describe('a goal that keeps failing', () => {
  test.each([
    ['checks_failed', 2, false],
    ['checks_failed', 3, true],
    ['model_unavailable', 4, true],
    ['worked', 3, false],
    ['nothing_due', 3, false],
    ['budget_spent', 3, false],
  ] as const)('%s after %i failures is told: %j', (ending, times, isTold) => {
    const alert = alertsOf({ ending, checkpoint: failing(times) }).get('failing');
    expect(alert !== undefined).toBe(isTold);
    if (alert !== undefined)
      expect(alert).toMatchObject({ about: ending, seen: { kind: 'failing', ending, detail: 'D' } });
  });

  test('stays told as it was by a wake that says nothing about it', () => {
    const recorded = [alertWith({ detail: 'as it was', about: 'checks_failed' })];
    const alert = alertsOf({ ending: 'stopped', checkpoint: failing(3), recorded }).get('failing');
    expect(alert).toEqual({ ...said('as it was'), about: 'checks_failed' });
  });
});

describe('an item that is stuck', () => {
  const stuck = itemWith({ status: 'stuck', ending: 'checks_failed', detail: 'They fail.' });
  const lifted = itemWith({ lifted: true, detail: 'Tried again.' });
  const window = windowWith({ queue: ['b@1'] });

  test('is told with what became of it, together with those that are tried again', () => {
    const checkpoint = checkpointWith({ items: { 'z@1': stuck, 'b@1': lifted, 'a@1': stuck }, window });
    const alert = alertsOf({ checkpoint }).get('item_stuck');
    expect(alert?.about).toBe('a@1\nb@1\nz@1');
    const failed = { ending: 'checks_failed', detail: 'They fail.' };
    expect(alert?.seen).toEqual({
      kind: 'stuck',
      items: [
        { title: 'z', ...failed },
        { title: 'a', ...failed },
        { title: 'b', ending: 'item_stuck', detail: 'Tried again.' },
      ],
    });
  });

  test('has no name where it is the whole window', () => {
    const alert = alertsOf({ checkpoint: checkpointWith({ items: { 'window@1': stuck } }) }).get(
      'item_stuck',
    );
    expect(alert?.seen).toEqual({
      kind: 'stuck',
      items: [{ title: null, ending: 'checks_failed', detail: 'They fail.' }],
    });
  });

  test('stays told as it was while it is only tried again', () => {
    const recorded = [alertWith({ cause: 'item_stuck', detail: 'as it was' })];
    const checkpoint = checkpointWith({ items: { 'b@1': lifted }, window });
    expect(alertsOf({ checkpoint, recorded }).get('item_stuck')).toEqual(said('as it was'));
    expect(causesOf({ checkpoint })).toEqual([]);
  });
});

describe('a pause', () => {
  const pause = { reason: 'It goes round in circles.', at: '2026-11-22T03:00:00Z', by: 'wakeful' };
  test('of the agent’s own is told with its reason', () => {
    expect([...alertsOf({ checkpoint: checkpointWith({ pause }) })]).toEqual([
      ['paused', said(pause.reason)],
    ]);
  });

  test('of a person is not', () => {
    expect(causesOf({ checkpoint: checkpointWith({ pause: { ...pause, by: 'mona' } }) })).toEqual([]);
  });
});

test.each([
  [['2026-11-21', '2026-11-22'], true],
  [['2026-11-20', '2026-11-21'], true],
  [['2026-11-22'], false],
  [['2026-11-20', '2026-11-22'], false],
])('a budget that was spent on %j is told: %j', (days, isTold) => {
  const budget_spent = { days, left_tokens: 10, left_usd_micros: null };
  expect(causesOf({ checkpoint: checkpointWith({ budget_spent }) })).toEqual(isTold ? ['budget_spent'] : []);
});

describe('the lines of the goal file that an alert names', () => {
  const placesOf = (fields: Partial<GoalAlertFacts>, cause: GoalAlertCause) =>
    alertsOf(fields)
      .get(cause)
      ?.places?.map(({ line, field }) => [field, line]);
  const stuck = (ending: Ending, detail: string) =>
    checkpointWith({ items: { 'a@1': itemWith({ status: 'stuck', ending, detail }) } });

  test.each<[string, Ending, string, (readonly [string, number | null])[] | undefined]>([
    ['a limit that stands there', 'time_limit', 'Its time is up.', [['limits.minutes', 7]]],
    [
      'a limit that does not: its usual value counts',
      'call_limit',
      'No calls.',
      [['limits.model_calls', null]],
    ],
    [
      'the limits that the words name',
      'too_large',
      '9 files; 5 are allowed (limits.changed_files, limits.changed_lines).',
      [
        ['limits.changed_files', null],
        ['limits.changed_lines', null],
      ],
    ],
    ['what checks it, and no queue that it has not', 'checks_failed', '`npm test` failed.', [['checks', 9]]],
    ['what it is to do', 'gave_up', 'There is no such file.', [['objective', 2]]],
    ['nothing where no line is in the way', 'unexpected', 'A defect.', undefined],
  ])('%s', (_, ending, detail, places) => {
    expect(placesOf({ ending: 'item_stuck', checkpoint: stuck(ending, detail) }, 'item_stuck')).toEqual(
      places,
    );
    if (ending !== 'unexpected')
      expect(placesOf({ ending, detail, checkpoint: failing(3) }, 'failing')).toEqual(places);
  });

  test('that has spent its budget: the limit that left too little', () => {
    const days = ['2026-11-21', '2026-11-22'];
    const budget_spent = { days, left_tokens: 1, left_usd_micros: null, limit: 'goal_day' } as const;
    expect(placesOf({ checkpoint: checkpointWith({ budget_spent }) }, 'budget_spent')).toEqual([
      ['limits.tokens_per_day', 8],
    ]);
  });

  test('that is paused stay named by a run that only finds it paused', () => {
    const pause = { reason: '9 runs cost something.', by: 'wakeful', at: '2026-11-21T03:00:00Z' };
    const places = [{ file: 'goals/tidy.yml', line: 2, field: 'objective' }];
    const recorded = [alertWith({ cause: 'paused', detail: pause.reason, places })];
    const checkpoint = checkpointWith({ pause });
    expect(alertsOf({ ending: 'paused', checkpoint, recorded }).get('paused')?.places).toEqual(places);
  });
});

test.each([
  ['open for seven days', draftWith({ opened_at: '2026-11-15T03:00:00Z' }), false],
  ['open for longer', draftWith({ opened_at: '2026-11-15T02:59:59Z' }), true],
  ['open, nobody knows since when', draftWith({ opened_at: null }), false],
  ['merged long ago', draftWith({ opened_at: '2026-10-15T03:00:00Z', outcome: 'merged' }), false],
])('a draft that is %s is told: %j', (_, draft, isTold) => {
  const alert = alertsOf({ checkpoint: checkpointWith({ drafts: { d: draft } }) }).get('draft_waits');
  expect(alert !== undefined).toBe(isTold);
  if (isTold)
    expect(alert?.seen).toEqual({ kind: 'drafts_wait', drafts: [{ number: 5, since: draft.opened_at }] });
});

test.each([
  ['worked', 0],
  ['no_change', 0],
  ['waiting_for_draft', 0],
  ['nothing_due', 2],
  ['stopped', 2],
  ['cancelled', 2],
  ['lease_lost', 2],
  ['budget_spent', 2],
  ['time_limit', 3],
  ['checks_failed', 3],
  ['github_unavailable', 3],
  ['forbidden', 3],
  ['unexpected', 3],
] satisfies readonly (readonly [Ending, number])[])(
  'after two failures and %s there are %i in a row',
  (ending, count) => {
    expect(failuresAfter(2, ending)).toBe(count);
  },
);
