import { describe, expect, test } from 'vitest';
import {
  isAhead,
  justEnded,
  keptAmong,
  straysAmong,
  touchFrom,
} from '../../../../src/core/progress/found-drafts.ts';
import { checkpoint, draftRecord, NOW } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

type State = 'open' | 'merged' | 'closed';

function found(number: number, state: State, marker: string | null = 'docs-index/window@1/0') {
  const openedBy = marker === null ? 'writer' : 'agent';
  const body = marker === null ? 'By hand.' : `Words.\n\n<!-- wakeful: ${marker} -->`;
  return { number, state, body, head: 'a'.repeat(40), endedAt: null, openedBy } as const;
}

describe('of the drafts of one branch', () => {
  test.each([
    { what: 'none', drafts: [], kept: undefined },
    { what: 'the one with the receipt', drafts: [found(9, 'open'), found(7, 'closed')], kept: 7 },
    { what: 'else one that is open', drafts: [found(8, 'merged'), found(9, 'open')], kept: 9 },
    { what: 'else the last one', drafts: [found(8, 'merged'), found(9, 'closed')], kept: 9 },
  ])('the record is about $what', ({ drafts, kept }) => {
    expect(keptAmong(drafts, draftRecord({ number: 7 }))?.number).toBe(kept);
  });

  test.each([
    { what: 'the one that is kept', draft: found(7, 'open'), isStray: false },
    { what: 'a second one of the agent', draft: found(8, 'open'), isStray: true },
    { what: 'a closed one', draft: found(8, 'closed'), isStray: false },
    { what: "a person's own", draft: found(8, 'open', null), isStray: false },
    { what: 'one of another goal', draft: found(8, 'open', 'docs/window@1/0'), isStray: false },
  ])('$what is a stray: $isStray', ({ draft, isStray }) => {
    const strays = straysAmong([draft], { goal: sampleGoal(), kept: found(7, 'open') });
    expect(strays.length === 1).toBe(isStray);
  });

  test.each([
    { states: [], touch: 'taken_over' },
    { states: ['open'], touch: 'taken_over' },
    { states: ['merged', 'open'], touch: 'taken_over' },
    { states: ['closed', 'merged'], touch: 'merged' },
    { states: ['closed'], touch: 'closed' },
  ] as const)('that are $states, a person has made the branch $touch', ({ states, touch }) => {
    expect(touchFrom(states.map((state) => found(7, state)))).toBe(touch);
  });
});

test.each([
  { head: 'a'.repeat(40), isOn: false },
  { head: 'b'.repeat(40), isOn: true },
  { head: null, isOn: false },
])('work came too late for a draft that ended at $head: $isOn', ({ head, isOn }) => {
  expect(isAhead(draftRecord({ tip: 'a'.repeat(40) }), { head })).toBe(isOn);
});

test.each([
  { outcome: 'merged', opened_at: '2026-11-21T12:00:00Z', isYoung: true },
  { outcome: 'closed', opened_at: '2026-11-21T12:00:00Z', isYoung: true },
  { outcome: 'merged', opened_at: '2026-11-20T12:00:00Z', isYoung: false },
  { outcome: 'open', opened_at: '2026-11-21T12:00:00Z', isYoung: false },
  { outcome: 'closed', opened_at: null, isYoung: false },
] as const)('a late request may still come for $outcome, opened $opened_at: $isYoung', (draft) => {
  const { isYoung, ...change } = draft;
  const known = checkpoint('docs-index', { drafts: { d: draftRecord(change) } });
  expect(justEnded(known, NOW).map(([key]) => key)).toEqual(isYoung ? ['d'] : []);
});
