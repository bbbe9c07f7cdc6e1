import { describe, expect, test } from 'vitest';
import { Halt } from '../../../../src/core/ending.ts';
import { type Attempt, attemptEndedBy } from '../../../../src/core/work/attempt.ts';
import { attemptEvents, stuckEvent } from '../../../../src/core/work/attempt-events.ts';
import type { AttemptFacts } from '../../../../src/core/work/attempt-record.ts';
import { checkpointWith, draftWith, goalWith, itemWith, windowWith } from '../../../support/core-samples.ts';

const KEY = 'docs/a.md@1';
const GOAL = goalWith();
const WINDOW = windowWith({ queue: [KEY] });
const WORK = {
  commit: 'c',
  base: 'b',
  diff: {
    files: [
      { path: 'docs/a.md', added: 3, removed: 1, blob: 'f' },
      { path: 'docs/b.md', added: 2, removed: 0, blob: null },
    ],
    patch: '',
    isCut: false,
  },
};

function facts(attempt: Attempt, key = KEY): AttemptFacts {
  const item = { key, element: key.split('@')[0] ?? '', title: key.split('@')[0] ?? '' };
  return {
    goal: GOAL,
    target: { item, window: WINDOW, draftKey: 'd', draft: draftWith() },
    attempt,
    cost: { tokens: 100, usdMicros: 5, calls: 2 },
    at: '2026-11-22T03:10:00Z',
    base: 'base',
  };
}

function ended(ending: Attempt['ending'], change: Partial<Attempt> = {}): Attempt {
  return { ...attemptEndedBy(new Halt(ending, 'why')), ...change };
}

const checkpoints = (before = itemWith({ attempts: 2 }), after = itemWith()) => ({
  before: checkpointWith({ window: WINDOW, items: { [KEY]: before } }),
  after: checkpointWith({ window: WINDOW, items: { [KEY]: after } }),
});

const said = (...given: Parameters<typeof attemptEvents>) =>
  attemptEvents(...given).map(({ event }) => event);

describe('an attempt is told', () => {
  test('with its size, its cost and which of how many it was', () => {
    expect(attemptEvents(facts(ended('checks_failed', { work: WORK })), checkpoints())).toEqual([
      {
        event: 'item_failed',
        goal: 'tidy',
        item: KEY,
        title: 'docs/a.md',
        ending: 'checks_failed',
        detail: 'why',
        attempt: { n: 2, of: 3 },
        size: { files: 2, added: 5, removed: 1 },
        spent: { tokens: 100, usdMicros: 5, calls: 2 },
      },
    ]);
  });

  test.each([
    ['worked', 'item_ended'],
    ['checks_failed', 'item_failed'],
    ['model_unavailable', 'item_ended'],
    ['secret_found', 'secret_found'],
  ] as const)('that ends as %s by %s', (ending, event) => {
    expect(said(facts(ended(ending)), checkpoints())).toEqual([event]);
  });

  test('without a number where it does not count', () => {
    expect(attemptEvents(facts(ended('model_unavailable')), checkpoints())).toMatchObject([
      { attempt: null },
    ]);
  });

  test('without a name where the goal has one item only', () => {
    const [event] = attemptEvents(facts(ended('worked'), 'window@1'), checkpoints());
    expect(event).toMatchObject({ item: 'window@1', title: null });
  });
});

describe('nothing is said of', () => {
  test('an item that needed no change, unless work was pushed', () => {
    expect(said(facts(ended('no_change')), checkpoints())).toEqual([]);
    expect(said(facts(ended('no_change', { work: WORK })), checkpoints())).toEqual(['item_ended']);
  });

  const outage = { attempts: 1, ending: 'model_unavailable', detail: 'why' } as const;
  test('an outage that is the same as the last time', () => {
    const attempt = facts(ended('model_unavailable'));
    expect(said(attempt, checkpoints(itemWith(outage)))).toEqual([]);
    expect(said(attempt, checkpoints(itemWith({ ...outage, detail: 'other' })))).toEqual(['item_ended']);
    expect(said(attempt, checkpoints(itemWith({ ...outage, ending: 'forbidden' })))).toEqual(['item_ended']);
  });

  test('but of every failure that counts', () => {
    const before = itemWith({ ending: 'checks_failed', detail: 'why' });
    expect(said(facts(ended('checks_failed')), checkpoints(before))).toEqual(['item_failed']);
  });
});

test('the last attempt is told to be the last', () => {
  const stuck = itemWith({ status: 'stuck' });
  expect(said(facts(ended('gave_up')), checkpoints(itemWith(), stuck))).toEqual([
    'item_failed',
    'item_stuck',
  ]);
  expect(stuckEvent(GOAL, { key: KEY, title: 'docs/a.md' })).toMatchObject({
    attempts: 3,
    title: 'docs/a.md',
  });
});

test('that a window is finished is written for programs', () => {
  const { before } = checkpoints();
  expect(attemptEvents(facts(ended('no_change')), { before, after: checkpointWith() })).toEqual([
    { event: 'window_finished', goal: 'tidy', slot: WINDOW.slot, isRoutine: true },
  ]);
});
