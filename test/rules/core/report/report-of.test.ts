import { describe, expect, test } from 'vitest';
import { needsOf } from '../../../../src/core/report/needs-of.ts';
import { type ReportFacts, reportOf } from '../../../../src/core/report/report-of.ts';
import { evidenceOf } from '../../../../src/core/report/verdict-of.ts';
import type { State } from '../../../../src/core/state.ts';
import {
  alertWith,
  checkpointWith,
  draftWith,
  itemWith,
  leaseWith,
  stateWith,
  windowWith,
} from '../../../support/core-samples.ts';
import { logLineWith } from './lines.ts';

const NOW = Date.parse('2026-11-22T09:00:00Z');
const SEEN = { seen_at: '2026-11-22T08:40:00Z' };

function report(facts: Partial<ReportFacts> = {}) {
  return reportOf({
    repository: 'acme/site',
    state: null,
    entries: [],
    days: ['2026-11-22'],
    unreadableLines: 0,
    pastDays: [],
    logFrom: '2026-11-21',
    now: NOW,
    limits: {
      budget: { tokensPerDay: 1000, tokensPerMonth: 10_000, usdPerDay: null, usdPerMonth: null },
      openDrafts: 5,
      silentHours: 6,
    },
    ...facts,
  });
}

function running(fields: Partial<State> = {}): State {
  const state = stateWith();
  return stateWith({ status: { ...state.status, ...SEEN }, ...fields });
}

describe('the verdict', () => {
  const stopped = { reason: 'holidays', since: '2026-11-20T00:00:00Z' };
  const open = { '2026-11-22T03:00Z': draftWith({ outcome: 'open', number: 3 }) };
  const status = (fields: Partial<State['status']>): State['status'] => ({
    ...stateWith().status,
    ...SEEN,
    ...fields,
  });

  test.each<[string, State | null, object]>([
    ['there is no state branch', null, { kind: 'never_ran' }],
    ['it was made, and nothing has run', stateWith(), { kind: 'never_ran' }],
    ['nothing is wrong', running(), { kind: 'well' }],
    [
      'a draft waits',
      running({ checkpoints: { tidy: checkpointWith({ drafts: open }) } }),
      { kind: 'needs_you', reviews: 1, problems: 0 },
    ],
    [
      'an alert is open',
      running({ alerts: { version: 1, alerts: { 'tidy/failing': alertWith({ wanted: true }) } } }),
      { kind: 'needs_you', reviews: 0, problems: 1 },
    ],
    [
      'an alert is over',
      running({ alerts: { version: 1, alerts: { a: alertWith({ wanted: false }) } } }),
      { kind: 'well' },
    ],
    ['it is stopped', running({ status: status({ stop: stopped }) }), { kind: 'stopped', ...stopped }],
    [
      'a stop without a reason is set',
      running({ stop: '' }),
      { kind: 'stopped', reason: 'no reason given', since: null },
    ],
    [
      'it has been silent',
      running({ status: status({ seen_at: '2026-11-22T02:00:00Z' }) }),
      { kind: 'silent', since: '2026-11-22T02:00:00Z' },
    ],
    [
      'a goal has failed once',
      running({
        status: status({
          goals: {
            tidy: {
              ...{ title: 'Tidy', ending: 'gave_up', detail: 'No.', at: '2026-11-22T03:00:00Z' },
              ...{ consecutive_failures: 1, queue_depth: 1, next_due: null },
            },
          },
        }),
        checkpoints: { tidy: checkpointWith({ consecutive_failures: 1 }) },
      }),
      { kind: 'troubled', goals: ['tidy'] },
    ],
  ])('when %s', (_, state, verdict) => {
    expect(report({ state }).verdict).toEqual(verdict);
  });
});

describe('the evidence', () => {
  test.each<[string, Partial<ReportFacts>, string]>([
    ['nothing is there', {}, 'missing'],
    ['all is there', { state: running() }, 'complete'],
    ['lines cannot be read', { state: running(), unreadableLines: 2 }, 'partial'],
    ['there is no log', { state: running(), days: [] }, 'partial'],
    [
      'the log of a day was full',
      { state: running(), entries: [logLineWith({ event: 'log_full', level: 'warn' })] },
      'partial',
    ],
    ['the last sign of life is old', { state: running(), now: NOW + 6 * 3_600_000 }, 'old'],
  ])('when %s', (_, facts, kind) => {
    expect(report(facts).evidence.kind).toBe(kind);
  });

  test('has the first and the last day of the log, and the newest sign of life', () => {
    const last = {
      id: '1-1',
      url: null,
      trigger: 'schedule',
      started_at: '2026-11-22T08:45:00Z',
      ended_at: null,
      ending: null,
    } as const;
    const { status } = running();
    const state = running({ status: { ...status, last_wake: last } });
    const days = ['2026-11-20', '2026-11-22'];
    expect(
      evidenceOf({ state, days, unreadableLines: 0, fullDays: [], now: NOW, silentHours: 6 }),
    ).toMatchObject({
      ...{ kind: 'complete', seenAt: '2026-11-22T08:45:00Z', log: { from: '2026-11-20', to: '2026-11-22' } },
    });
  });

  test('says whether the log reaches back far enough to tell what happened', () => {
    const since = '2026-11-20T00:00:00Z';
    const whole = (facts: Partial<ReportFacts>) =>
      report({ state: running(), since, ...facts }).happened.isWhole;
    expect(whole({ logFrom: '2026-11-20' })).toBe(true);
    expect(whole({ logFrom: '2026-11-21' })).toBe(false);
    expect(whole({ logFrom: '2026-11-20', unreadableLines: 1 })).toBe(false);
    const full = [logLineWith({ event: 'log_full', level: 'warn' })];
    expect(whole({ logFrom: '2026-11-20', entries: full })).toBe(false);
  });
});

describe('what needs a person', () => {
  test('names a lock that its run should have given back, until the watchdog has an alert for it', () => {
    const lock = {
      ...stateWith().lock,
      leases: { tidy: leaseWith({ wake: '7-1', expires_at: '2026-11-22T04:00:00Z' }) },
    };
    expect(needsOf(running({ lock }), NOW)).toEqual([
      { kind: 'lock', since: '2026-11-22T04:00:00Z', goal: 'tidy', run: '7-1' },
    ]);
    const alerts = {
      version: 1,
      alerts: { 'tidy/stuck_lease': alertWith({ goal: 'tidy', cause: 'stuck_lease', wanted: true }) },
    };
    expect(needsOf(running({ lock, alerts }), NOW).map(({ kind }) => kind)).toEqual(['alert']);
  });

  test('lists a draft that has waited for long once, not as an alert besides', () => {
    const state = running({
      checkpoints: { tidy: checkpointWith({ drafts: { a: draftWith({ outcome: 'open', number: 3 }) } }) },
      alerts: {
        version: 1,
        alerts: { 'tidy/draft_waits': alertWith({ goal: 'tidy', cause: 'draft_waits', wanted: true }) },
      },
    });
    expect(needsOf(state, NOW).map(({ kind }) => kind)).toEqual(['review']);
  });

  test('says when as many drafts wait as may be open', () => {
    const drafts = Object.fromEntries(
      [1, 2, 3, 4, 5].map((number) => [`${number}`, draftWith({ outcome: 'open', number })]),
    );
    const state = running({ checkpoints: { tidy: checkpointWith({ drafts }) } });
    expect(report({ state }).isFullOfDrafts).toBe(true);
    expect(report({ state: running() }).isFullOfDrafts).toBe(false);
  });
});

describe('a goal', () => {
  const goals = [{ id: 'tidy', title: 'Tidy' }];
  const lease = (expires_at: string) => ({
    ...stateWith().lock,
    leases: { tidy: leaseWith({ expires_at }) },
  });

  test.each<[string, Partial<State>, string]>([
    ['has not run', {}, 'new'],
    ['is being worked on', { lock: lease('2026-11-22T10:00:00Z') }, 'running'],
    ['has a lock of a dead run', { lock: lease('2026-11-22T04:00:00Z') }, 'new'],
    [
      'is paused',
      {
        checkpoints: {
          tidy: checkpointWith({ pause: { reason: 'x', by: 'me', at: '2026-11-22T00:00:00Z' } }),
        },
      },
      'paused',
    ],
    [
      'has a stuck task',
      { checkpoints: { tidy: checkpointWith({ items: { a: itemWith({ status: 'stuck' }) } }) } },
      'stuck',
    ],
    ['has failed', { checkpoints: { tidy: checkpointWith({ consecutive_failures: 2 }) } }, 'failing'],
    [
      'waits for a review',
      { checkpoints: { tidy: checkpointWith({ drafts: { a: draftWith({ outcome: 'open' }) } }) } },
      'waiting',
    ],
    ['has work left', { checkpoints: { tidy: checkpointWith({ window: windowWith() }) } }, 'unfinished'],
    ['rests', { checkpoints: { tidy: checkpointWith() } }, 'resting'],
  ])('that %s', (_, fields, condition) => {
    expect(report({ goals, state: running(fields) }).goals.map(({ state }) => state)).toEqual([condition]);
  });
});

describe('a log that somebody else has written', () => {
  const strange = [
    logLineWith({ event: 'window_started', data: { slot: 'tomorrow', kind: 'flown' } }),
    logLineWith({ event: 'window_started', data: { slot: 7 } }),
    logLineWith({ event: 'slots_missed', data: { as: 'eaten', from: 'x', to: 'y', count: -3 } }),
    logLineWith({
      event: 'slots_missed',
      data: { as: 'missed', from: '2026-11-22T00:00:00Z', to: [], count: 1e99 },
    }),
    logLineWith({ event: 'lease_released', data: { ending: '__proto__', tokens: -5, calls: '9' } }),
    logLineWith({
      event: 'item_ended',
      data: { ending: 'constructor', tokens: 1.5, usd_micros: Number.NaN },
    }),
    logLineWith({ event: 'took_over', data: { dead_wake: { toString: 1 }, lost_tokens: 'all' } }),
    logLineWith({ event: 'draft_opened', data: { draft: '3', branch: null } }),
  ];

  test('makes no figure, no ending and no due time up', () => {
    const { runs, happened, goals } = report({
      state: running(),
      entries: strange,
      goals: [{ id: 'tidy', title: 'T' }],
    });
    expect(runs.map(({ cost, lostTokens, ending }) => [cost, lostTokens, ending])).toEqual([
      [{ tokens: 0, usdMicros: 0, calls: 0 }, 0, null],
    ]);
    expect(goals[0]?.slots).toEqual([]);
    expect([happened.deaths, happened.failures]).toEqual([[], []]);
    expect(happened.drafts.opened).toEqual([{ goal: 'tidy', draft: null, title: '' }]);
  });

  test('of an older program, whose lines have fewer facts, is told as far as it goes', () => {
    const entries = [
      logLineWith({ event: 'window_started' }),
      logLineWith({ data: { epoch: 1, reserved_tokens: 500 } }),
      logLineWith({
        event: 'item_failed',
        level: 'warn',
        message: 'It gave up.',
        data: { ending: 'gave_up', tokens: 40, calls: 2 },
      }),
      logLineWith({ event: 'lease_released', data: { ending: 'gave_up', tokens: 40, calls: 2 } }),
    ];
    const { runs, happened } = report({ state: running(), entries });
    expect(runs[0]?.goals[0]).toMatchObject({
      slot: null,
      ending: 'gave_up',
      cost: { tokens: 40, calls: 2 },
    });
    expect(happened.failures).toMatchObject([
      { goal: 'tidy', ending: 'gave_up', times: 1, why: 'It gave up.' },
    ]);
  });
});

test('figures of days whose log is gone stand before those of the log', () => {
  const day = {
    runs: 1,
    failed: 0,
    missed: 0,
    tasks_done: 1,
    drafts_opened: 0,
    drafts_merged: 0,
    drafts_closed: 0,
  };
  const past = {
    day: '2026-08-01',
    goals: { tidy: { ...day, tokens: 5, usd_micros: 0, calls: 1, lost_tokens: 0 } },
  };
  const entries = [logLineWith({ event: 'lease_released', data: { ending: 'worked', tokens: 1, calls: 1 } })];
  const { spending } = report({ state: running(), entries, pastDays: [past] });
  expect(spending.days.map((each) => each.day)).toEqual(['2026-08-01', '2026-11-22']);
});
