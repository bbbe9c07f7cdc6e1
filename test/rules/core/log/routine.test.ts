import { describe, expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import type { ModelEvent } from '../../../../src/core/log/log-event.ts';
import {
  isExpectedEnd,
  isExpectedStart,
  isRepeatedHeartbeat,
  isRepeatedRelease,
  isRepeatedSkip,
  repeatedAs,
} from '../../../../src/core/log/routine.ts';
import type { PassedReason } from '../../../../src/core/log/run-events.ts';
import type { WakeRecord } from '../../../../src/core/state.ts';

const ENDED = '2026-11-22T03:00:00Z';
const LATER = '2026-11-22T04:00:00Z';

const lastWake = (ended_at: string | null, ending: Ending = 'worked'): WakeRecord => ({
  id: 'w-1',
  url: null,
  trigger: 'schedule',
  started_at: '2026-11-22T02:59:00Z',
  ended_at,
  ending: ended_at === null ? null : ending,
});

describe('a sign of life is routine', () => {
  test.each([
    ['not as the first thing that was ever written', null, null, false],
    ['not as the first one after a wake that worked', ENDED, lastWake(ENDED), false],
    ['not as the first one after a wake that failed', ENDED, lastWake(ENDED, 'budget_spent'), false],
    ['after a wake that waited for a draft', ENDED, lastWake(ENDED, 'waiting_for_draft'), true],
    ['after another one', LATER, lastWake(ENDED), true],
    ['after another one, where no goal was ever worked on', LATER, null, true],
    ['after a wake that has not ended', ENDED, lastWake(null), true],
  ])('%s', (_, seen_at, last_wake, isRepeated) => {
    expect(isRepeatedHeartbeat({ seen_at, last_wake })).toBe(isRepeated);
  });
});

describe('a skipped slot is routine', () => {
  test.each<[string, PassedReason, Ending | null, boolean]>([
    ['not as the first one for a draft', 'waiting_for_draft', 'worked', false],
    ['not for a goal that has never ended', 'waiting_for_draft', null, false],
    ['as a further one for a draft', 'waiting_for_draft', 'waiting_for_draft', true],
    ['not for another reason, while it waits', 'stopped', 'waiting_for_draft', false],
    ['not when it was missed', 'too_old', 'waiting_for_draft', false],
  ])('%s', (_, why, ending, isRepeated) => {
    const known = ending === null ? undefined : { ending, detail: 'why' };
    expect(isRepeatedSkip(why, known)).toBe(isRepeated);
  });
});

describe('the start of a window is routine', () => {
  test.each([
    ['when it was due and nothing was left out', { kind: 'ran', skipped: 0 }, false, true],
    ['not for the first one of a goal', { kind: 'ran', skipped: 0 }, true, false],
    ['not when slots were skipped before it', { kind: 'ran', skipped: 2 }, false, false],
    ['not when it is late', { kind: 'caught_up', skipped: 0 }, false, false],
    ['not when somebody asked for it', { kind: 'asked', skipped: 0 }, false, false],
  ] as const)('%s', (_, facts, isFirst, isExpected) => {
    expect(isExpectedStart(facts, isFirst)).toBe(isExpected);
  });
});

type Release = Parameters<typeof isRepeatedRelease>[0];

const OUTAGE: Release = {
  ending: 'model_unavailable',
  detail: 'The server is away.',
  tokens: 0,
  unchanged: [],
  failedBefore: 0,
  done: 0,
  hasSkipLine: false,
};
const SAME = { ending: OUTAGE.ending, detail: OUTAGE.detail };
const WAITS: Release = { ...OUTAGE, ending: 'waiting_for_draft', hasSkipLine: true };

describe('the end of a lease is routine', () => {
  test.each<[string, Release, Parameters<typeof isRepeatedRelease>[1], boolean]>([
    ['when the goal ended just so before', OUTAGE, SAME, true],
    ['not the first time', OUTAGE, undefined, false],
    ['not after another ending', OUTAGE, { ...SAME, ending: 'worked' }, false],
    ['not when the reason is another one', OUTAGE, { ...SAME, detail: 'It answers slowly.' }, false],
    ['not when the model was paid', { ...OUTAGE, tokens: 900 }, SAME, false],
    [
      'when a queue is empty after a run that needed no change',
      { ...OUTAGE, ending: 'no_change', detail: 'The queue is empty.' },
      { ending: 'no_change', detail: '' },
      true,
    ],
    ['not when an item was done', { ...OUTAGE, done: 1 }, SAME, false],
    ['not when an item needed no change', { ...OUTAGE, unchanged: ['a@1'] }, SAME, false],
    ['when nothing was due', { ...OUTAGE, ending: 'nothing_due' }, undefined, true],
    [
      'not when it ends a row of failures',
      { ...OUTAGE, ending: 'nothing_due', failedBefore: 3 },
      SAME,
      false,
    ],
    ['when another line says that it waits for a draft', WAITS, { ...SAME, ending: 'worked' }, true],
    ['not when no line says so', { ...WAITS, hasSkipLine: false }, { ...SAME, ending: 'worked' }, false],
  ])('%s', (_, facts, known, isRepeated) => {
    expect(isRepeatedRelease(facts, known)).toBe(isRepeated);
  });
});

type End = Parameters<typeof isExpectedEnd>[0];

const QUIET: End = {
  trigger: 'schedule',
  goals: [{ goal: 'tidy', ending: 'waiting_for_draft' }],
  goalsShown: 0,
  known: { tidy: { ending: 'waiting_for_draft' } },
};
const AWAY = { goal: 'other', ending: 'github_unavailable' } as const;

describe('the end of a wake is routine', () => {
  test.each<[string, End, boolean]>([
    ['when no goal had anything to tell', QUIET, true],
    ['when one goal has told it', { ...QUIET, goalsShown: 1 }, true],
    ['not when several goals have told something', { ...QUIET, goalsShown: 2 }, false],
    ['not when a person started it', { ...QUIET, trigger: 'person' }, false],
    ['not when an event started it', { ...QUIET, trigger: 'event' }, false],
    ['not when a goal failed before its lease was taken', { ...QUIET, goals: [...QUIET.goals, AWAY] }, false],
    [
      'when the status of that goal has said so before',
      { ...QUIET, goals: [AWAY], known: { other: { ending: 'github_unavailable' } } },
      true,
    ],
    [
      'when another wake has the goal',
      { ...QUIET, goals: [{ goal: 'x', ending: 'held_by_another_wake' }] },
      true,
    ],
  ])('%s', (_, facts, isTold) => {
    expect(isExpectedEnd(facts)).toBe(isTold);
  });
});

const REFUSED: ModelEvent = {
  event: 'tool_refused',
  tool: 'write_file',
  path: 'src/a.ts',
  reason: 'protected',
};
const NOT_RUN: ModelEvent = { event: 'checks_not_run', commands: ['npm test'], reason: 'no sandbox' };
const near = (limit: 'tokens' | 'dollars' | 'files'): ModelEvent => ({
  event: 'limit_near',
  limit,
  text: 't',
});

describe('what the model comes across is the same for several items', () => {
  test.each<[string, ModelEvent, ModelEvent, boolean]>([
    ['a limit that all items share', near('tokens'), { ...near('tokens'), item: 'b@1' }, true],
    ['two limits that all items share', near('tokens'), near('dollars'), false],
    ['a refusal', REFUSED, { ...REFUSED, item: 'b@1' }, true],
    ['the refusal of another path', REFUSED, { ...REFUSED, path: 'src/b.ts' }, false],
    ['checks that cannot run', NOT_RUN, { ...NOT_RUN, item: 'b@1' }, true],
    ['checks that cannot run for another reason', NOT_RUN, { ...NOT_RUN, reason: 'no space' }, false],
  ])('%s', (_, first, second, isSame) => {
    expect(repeatedAs(first)).not.toBeNull();
    expect(repeatedAs(second) === repeatedAs(first)).toBe(isSame);
  });

  test('or is told each time', () => {
    expect(repeatedAs(near('files'))).toBeNull();
    expect(repeatedAs({ event: 'overspent', tokens: 9, allowed: 8 })).toBeNull();
  });
});
