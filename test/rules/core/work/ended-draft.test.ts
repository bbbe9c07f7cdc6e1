import { expect, test } from 'vitest';
import { endDraft, withdrawNo } from '../../../../src/core/work/ended-draft.ts';
import { checkpointWith, draftWith, goalWith } from '../../../support/core-samples.ts';

const AT = { at: '2026-11-22T04:00:00Z', base: 'base' };

test.each([
  ['merged', 5, 'draft_merged', '#5'],
  ['closed', 5, 'draft_refused', '#5'],
  ['taken_over', null, 'draft_taken_over', 'wakeful/tidy/a-00000000-1'],
] as const)('a draft that was %s is recorded and told', (outcome, number, event, name) => {
  const before = checkpointWith({ drafts: { a: draftWith({ number }) } });
  const { checkpoint, events } = endDraft(before, { goal: goalWith(), key: 'a', outcome, ...AT });
  expect(checkpoint.drafts['a']?.outcome).toBe(outcome);
  expect(events).toEqual([{ event, goal: 'tidy', name, branch: 'wakeful/tidy/a-00000000-1', generation: 1 }]);
});

test('a draft that the goal does not have changes nothing', () => {
  const before = checkpointWith();
  const ended = endDraft(before, { goal: goalWith(), key: 'a', outcome: 'merged', ...AT });
  expect(ended).toEqual({ checkpoint: before, events: [] });
});

test.each([
  { because: 'of refusals alone', back_off: undefined, isPaused: false },
  { because: 'its runs keep failing as well', back_off: { failures: 9, until: AT.at }, isPaused: true },
])(
  'a draft that is opened again: a goal that is paused because $because stays paused: $isPaused',
  (facts) => {
    const { back_off, isPaused } = facts;
    const before = checkpointWith({
      drafts: { a: draftWith({ number: 5, outcome: 'closed' }) },
      refusals: 2,
      pause: { reason: 'two drafts were closed', at: AT.at, by: 'wakeful' },
      ...(back_off !== undefined && { back_off }),
    });
    const { checkpoint } = withdrawNo(before, { goal: goalWith(), key: 'a', outcome: 'open', ...AT });
    expect(checkpoint.pause !== null).toBe(isPaused);
  },
);
