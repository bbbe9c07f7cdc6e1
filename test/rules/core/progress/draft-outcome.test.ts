import { describe, expect, test } from 'vitest';
import { itemRecord } from '../../../../src/core/progress/checkpoint.ts';
import {
  carriedOver,
  type DraftOutcome,
  isInOutbox,
  newDraft,
  withDraftToLookAt,
  withOutcome,
} from '../../../../src/core/progress/draft-outcome.ts';
import type { Checkpoint } from '../../../../src/core/state.ts';
import { checkpoint, draftRecord, item, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const SLOT = '2026-11-22T00:00:00Z';
const KEY = `window@${SLOT}`;
const AT = '2026-11-22T03:10:00Z';
const BASE = 'e'.repeat(40);

/** One draft for two items: the first is done, the second is open unless all are done. */
function drafted({ isDone }: { readonly isDone: boolean }): Checkpoint {
  return checkpoint('docs-index', {
    window: openWindow(SLOT, ['a.md@1', 'b.md@1']),
    items: {
      'a.md@1': item({ status: 'done', draft: KEY }),
      'b.md@1': item({ status: isDone ? 'done' : 'open', draft: isDone ? KEY : null }),
    },
    drafts: { [KEY]: draftRecord({ number: 7 }) },
    refusals: 1,
  });
}

interface Case {
  readonly outcome: DraftOutcome;
  readonly isDone: boolean;
  /** Of the second item. */
  readonly status: string;
  /** Under the draft's own key. */
  readonly generation: number;
  readonly refusals: number;
}

const CASES: readonly Case[] = [
  { outcome: 'merged', isDone: false, status: 'open', generation: 2, refusals: 0 },
  { outcome: 'taken_over', isDone: false, status: 'open', generation: 2, refusals: 0 },
  { outcome: 'closed', isDone: false, status: 'refused', generation: 1, refusals: 2 },
  { outcome: 'merged', isDone: true, status: 'done', generation: 1, refusals: 0 },
  { outcome: 'closed', isDone: true, status: 'done', generation: 1, refusals: 2 },
];

describe('a draft that has ended', () => {
  test.each(CASES)('as $outcome, all items done: $isDone', ({ outcome, isDone, ...expected }) => {
    const facts = { goal: sampleGoal(), key: KEY, outcome, at: AT, base: BASE };
    const after = withOutcome(drafted({ isDone }), facts);
    const current = after.drafts[KEY];
    expect(itemRecord(after, 'b.md@1').status).toBe(expected.status);
    expect(after.refusals).toBe(expected.refusals);
    expect(current?.generation).toBe(expected.generation);
    if (expected.generation === 1) {
      expect(current?.outcome).toBe(outcome);
    } else {
      expect(current).toMatchObject({ outcome: 'none', tip: null, base: BASE, number: null });
      expect(after.drafts[`${KEY}#1`]?.outcome).toBe(outcome);
    }
  });

  test('changes nothing where no draft is known', () => {
    const empty = checkpoint('docs-index');
    const facts = { goal: sampleGoal(), key: KEY, outcome: 'merged', at: AT, base: BASE } as const;
    expect(withOutcome(empty, facts)).toBe(empty);
    expect(carriedOver(empty, sampleGoal(), KEY)).toBe(empty);
    expect(withDraftToLookAt(empty, sampleGoal(), KEY)).toBe(empty);
  });

  test('and whose last work came too late goes on in the next generation, with that work', () => {
    const after = carriedOver(drafted({ isDone: true }), sampleGoal(), KEY);
    expect(after.drafts[`${KEY}#1`]).toMatchObject({ outcome: 'merged', number: 7 });
    expect(after.drafts[KEY]).toMatchObject({ generation: 2, number: null, outcome: 'none' });
    expect(after.drafts[KEY]?.tip).toBe(draftRecord().tip);
    expect(after.drafts[KEY]?.branch).not.toBe(draftRecord().branch);
  });
});

test('a draft that has to be looked at goes into the outbox of one of its items', () => {
  const asked = withDraftToLookAt(drafted({ isDone: false }), sampleGoal(), KEY);
  expect(isInOutbox(drafted({ isDone: false }), KEY)).toBe(false);
  expect(isInOutbox(asked, KEY)).toBe(true);
  const marker = `docs-index/${KEY}/0`;
  expect(itemRecord(asked, 'a.md@1').outbox).toEqual([{ kind: 'draft', draft: KEY, marker }]);
});

test('a new draft has nothing but its name and where it starts from', () => {
  const { window } = draftRecord();
  const draft = newDraft(sampleGoal(), { key: KEY, generation: 3, window, base: BASE });
  expect(draft).toMatchObject({ generation: 3, base: BASE, tip: null, number: null, outcome: 'none' });
  expect(draft.branch).toMatch(/^wakeful\/docs-index\/.*-3$/);
});
