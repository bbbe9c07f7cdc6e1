import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import type { Checkpoint, GoalStatus } from '../../../../src/core/state.ts';
import {
  editLeft,
  isOtherVersion,
  passedLine,
  passSlots,
  skippedForDraft,
  slotName,
  wantedRun,
} from '../../../../src/core/work/window-slots.ts';
import { checkpoint, draftRecord, EMPTY_STATE, item, NOW } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const GOAL = sampleGoal();
const FINISHED = { slot: '2026-11-22T00:00Z', time: '2026-11-22T00:00:00Z', commit: 'c'.repeat(40) };
const LAST_LEASE = { wake: 'w', nonce: 'n', epoch: 1, at: '2026-11-22T02:30:00Z', step: 2 };

function passed(before: Partial<Checkpoint>, isBlocked = false) {
  const known = checkpoint(GOAL.id, { goal_blob: GOAL.blob, ...before });
  const state = { ...EMPTY_STATE, checkpoints: { [GOAL.id]: known } };
  return passSlots({ checkpoint: known, events: [] }, { goal: GOAL, state, now: NOW, isBlocked });
}

test('the newest slot is run, and the line about the ones before says that it covers them', () => {
  const { run, changed } = passed({ finished: FINISHED, classified_to: FINISHED.time });
  expect(run?.slot).toBe('2026-11-22T03:00:00Z');
  expect(changed.checkpoint).toMatchObject({
    classified_to: '2026-11-22T03:00:00Z',
    counters: { ran: 1, missed: 2 },
  });
  expect(changed.events).toEqual([
    {
      event: 'slots_missed',
      goal: GOAL.id,
      as: 'missed',
      why: 'covered',
      from: '2026-11-22T01:00:00Z',
      to: '2026-11-22T02:00:00Z',
      count: 2,
      coveredBy: '2026-11-22T03:00:00Z',
    },
  ]);
});

test.each([
  ['a wake that came meanwhile was busy with an older window', LAST_LEASE, FINISHED.slot],
  ['no wake came', { ...LAST_LEASE, at: '2026-11-22T00:05:00Z' }, undefined],
])('slots were missed because %s', (_, last_lease, retried) => {
  const { changed } = passed({ finished: FINISHED, classified_to: FINISHED.time, last_lease });
  expect(changed.events.map((event) => ('retried' in event ? event.retried : undefined))).toEqual([retried]);
});

test('while drafts keep it from running, its slots are skipped', () => {
  const { run, changed } = passed({ finished: FINISHED, classified_to: FINISHED.time }, true);
  expect([run, changed.checkpoint.counters.skipped]).toEqual([null, 3]);
  expect(changed.events).toMatchObject([{ event: 'slots_classified', why: 'waiting_for_draft' }]);
});

const waits = (ending: Ending): GoalStatus => ({
  title: GOAL.title,
  ending,
  detail: '',
  at: null,
  consecutive_failures: 0,
  queue_depth: 0,
  next_due: null,
});

test.each([
  ['the goal waits', 'waiting_for_draft', {}, 2],
  ['it waits, and nothing was ever finished', 'waiting_for_draft', { finished: null }, 0],
  ['it waits, and its file was edited', 'waiting_for_draft', { goal_blob: 'older' }, 0],
  ['it has worked', 'worked', {}, 0],
] as const)('slots skipped for a draft are counted for the next window: %s', (_, ending, fields, count) => {
  const classified_to = '2026-11-22T02:00:00Z';
  const known = checkpoint(GOAL.id, {
    goal_blob: GOAL.blob,
    finished: FINISHED,
    classified_to,
    ...fields,
  });
  const status = { ...EMPTY_STATE.status, goals: { [GOAL.id]: waits(ending) } };
  const state = { ...EMPTY_STATE, status, checkpoints: { [GOAL.id]: known } };
  expect(skippedForDraft(state, GOAL)).toBe(count);
  const facts = { goal: GOAL, state, now: NOW, isBlocked: true };
  const [line] = passSlots({ checkpoint: known, events: [] }, facts).changed.events;
  expect(line?.isRoutine ?? false).toBe(ending === 'waiting_for_draft');
});

test('a pause is kept until its slots are counted', () => {
  const old = { since: '2026-11-22T00:10:00Z', until: '2026-11-22T00:20:00Z' };
  const late = { since: '2026-11-22T03:02:00Z', until: '2026-11-22T03:05:00Z' };
  const { changed } = passed({ classified_to: FINISHED.time, finished: FINISHED, pauses: [old, late] });
  expect(changed.checkpoint.pauses).toEqual([late]);
});

test.each([
  ['once', 'old', 'old'],
  ['once', undefined, 'new'],
  ['every', 'old', 'new'],
] as const)(
  'a goal that runs %s, known as %s: the version that is written down is %s',
  (kind, known, blob) => {
    const schedule = kind === 'once' ? ({ kind } as const) : GOAL.schedule;
    const checkpoints = known === undefined ? {} : { [GOAL.id]: checkpoint(GOAL.id, { goal_blob: known }) };
    const goal = { ...GOAL, schedule, blob: 'new' };
    const draft = { checkpoint: checkpoint(GOAL.id, { goal_blob: 'new' }), events: [] };
    expect(editLeft({ ...EMPTY_STATE, checkpoints }, goal, draft).checkpoint.goal_blob).toBe(blob);
  },
);

test.each([
  [GOAL.blob, false],
  ['old', true],
  [null, true],
])('a checkpoint of the version %s is of another one: %s', (goal_blob, isOther) => {
  const checkpoints = { [GOAL.id]: checkpoint(GOAL.id, { goal_blob }) };
  expect(isOtherVersion({ ...EMPTY_STATE, checkpoints }, GOAL)).toBe(isOther);
});

test('a window that is asked for goes on from the last one, but not while effects of it are left', () => {
  const effect = { kind: 'draft', draft: 'a@1', marker: 'm' } as const;
  const owing = {
    drafts: { 'a@1': draftRecord() },
    items: { 'a@1': item({ status: 'done', outbox: [effect] }) },
  };
  const at = '2026-11-22T03:10:00Z';
  expect(wantedRun(GOAL, checkpoint(GOAL.id, { finished: FINISHED }), NOW)).toEqual({
    slot: at,
    kind: 'asked',
    from: FINISHED.time,
  });
  expect(wantedRun(GOAL, checkpoint(GOAL.id), NOW)?.from).toBe(at);
  expect(wantedRun(GOAL, checkpoint(GOAL.id, owing), NOW)).toBeNull();
});

test.each([
  ['ran', '2026-11-22T03:00Z'],
  ['caught_up', '2026-11-22T03:00Z'],
  ['asked', '2026-11-22T03:00:00Z'],
] as const)('the name of a slot that %s', (kind, name) => {
  expect(slotName({ kind, slot: '2026-11-22T03:00:00Z', from: '' })).toBe(name);
});

test('slots under a lease overlapped, which is no miss', () => {
  const range = { as: 'overlapped', why: 'under_lease', from: 'f', to: 't', count: 1 } as const;
  expect(passedLine(GOAL, range).event).toBe('slots_classified');
});
