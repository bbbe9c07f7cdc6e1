import { describe, expect, test } from 'vitest';
import { Halt } from '../../../../src/core/ending.ts';
import { itemRecord } from '../../../../src/core/progress/checkpoint.ts';
import type { Diff } from '../../../../src/core/progress/diff.ts';
import type { Checkpoint, DraftRecord } from '../../../../src/core/state.ts';
import { type Attempt, attemptEndedBy } from '../../../../src/core/work/attempt.ts';
import { type AttemptFacts, recordAttempt } from '../../../../src/core/work/attempt-record.ts';
import type { NextItem } from '../../../../src/core/work/next-item.ts';
import { checkpoint, draftRecord, item, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const SLOT = '2026-11-22T00:00:00Z';
const DRAFT = `window@${SLOT}`;
const ONE = 'a.md@1';
const TWO = 'b.md@1';
const WINDOW = openWindow(SLOT, [ONE, TWO]);
const FRESH: DraftRecord = draftRecord({ tip: null, number: null, url: null, outcome: 'none' });
const DIFF: Diff = {
  files: [{ path: 'docs/a.md', added: 3, removed: 1, blob: 'f'.repeat(40) }],
  patch: '+one',
  isCut: false,
};
const NO_NEXT = (): NextItem => ({ next: null, obstacle: null });

function recorded(change: Partial<Checkpoint> = {}): Checkpoint {
  return checkpoint('docs-index', { window: WINDOW, items: { [ONE]: item({ attempts: 2 }) }, ...change });
}

function attempt(change: Partial<Attempt> = {}): Attempt {
  const plain = attemptEndedBy(new Halt(change.ending ?? 'worked', ''));
  const pursuit = { ...plain.pursuit, summary: 'Added a page.', notes: ['Look at c.md.'] };
  return { ...plain, pursuit, ...change };
}

function facts(ended: Attempt, change: Partial<AttemptFacts> = {}): AttemptFacts {
  return {
    goal: sampleGoal(),
    target: {
      item: { key: ONE, element: 'a.md', title: 'a.md' },
      window: WINDOW,
      draftKey: DRAFT,
      draft: FRESH,
    },
    attempt: ended,
    cost: { tokens: 100, usdMicros: 5, calls: 2 },
    at: '2026-11-22T03:10:00Z',
    base: 'e'.repeat(40),
    ...change,
  };
}

const WORK = { commit: 'c'.repeat(40), base: 'b'.repeat(40), diff: DIFF };

describe('the record of an attempt', () => {
  test.each([
    { ending: 'worked', status: 'done', attempts: 2 },
    { ending: 'no_change', status: 'done', attempts: 2 },
    { ending: 'checks_failed', status: 'open', attempts: 2 },
    { ending: 'model_unavailable', status: 'open', attempts: 1 },
    { ending: 'stopped', status: 'open', attempts: 1 },
    { ending: 'forbidden', status: 'open', attempts: 2 },
  ] as const)('that ended as $ending leaves the item $status after $attempts', (expected) => {
    const { after } = recordAttempt(recorded(), facts(attempt({ ending: expected.ending })), NO_NEXT);
    const { status, attempts, ending } = itemRecord(after, ONE);
    expect({ status, attempts, ending }).toEqual(expected);
  });

  test('is stuck after the last attempt', () => {
    const last = recorded({ items: { [ONE]: item({ attempts: 3 }) } });
    const { after } = recordAttempt(last, facts(attempt({ ending: 'checks_failed' })), NO_NEXT);
    expect(itemRecord(after, ONE).status).toBe('stuck');
  });

  test.each([
    { calls: 0, attempts: 1 },
    { calls: 2, attempts: 2 },
  ])('does not count as an attempt where nothing was paid for: $calls calls', ({ calls, attempts }) => {
    const cost = { tokens: 0, usdMicros: 0, calls };
    const { after } = recordAttempt(
      recorded(),
      facts(attempt({ ending: 'budget_spent' }), { cost }),
      NO_NEXT,
    );
    expect(itemRecord(after, ONE).attempts).toBe(attempts);
  });

  test('puts the draft and the effects of finished work into the outbox, in that order', () => {
    const effect = { kind: 'comment_on_issue', issue: 3, body: 'Done.' } as const;
    const worked = attempt({ work: WORK, pursuit: { ...attempt().pursuit, effects: [effect] } });
    const { after } = recordAttempt(recorded(), facts(worked), NO_NEXT);
    expect(itemRecord(after, ONE).outbox).toEqual([
      { kind: 'draft', draft: DRAFT, marker: `docs-index/${DRAFT}/0` },
      { ...effect, marker: `docs-index/${ONE}/1` },
    ]);
    expect(after.drafts[DRAFT]).toMatchObject({ tip: WORK.commit, base: WORK.base, changed_lines: 4 });
    expect(after.own_versions).toEqual([`docs/a.md@${'f'.repeat(40)}`]);
  });

  test('offers no draft of half-done work, and keeps what the model noted', () => {
    const half = attempt({ ending: 'time_limit', work: WORK });
    const { after } = recordAttempt(recorded(), facts(half), NO_NEXT);
    expect(itemRecord(after, ONE)).toMatchObject({ status: 'open', outbox: [], draft: DRAFT });
    expect(itemRecord(after, ONE).notes).toEqual(['Look at c.md.']);
  });

  test('finishes the window with the last item, and not before', () => {
    const almost = recorded({ items: { [ONE]: item(), [TWO]: item({ status: 'done' }) } });
    expect(recordAttempt(recorded(), facts(attempt()), NO_NEXT).after.window).toEqual(WINDOW);
    expect(recordAttempt(almost, facts(attempt()), NO_NEXT).after.window).toBeNull();
  });

  test.each([
    { touch: 'merged', had: true, status: 'merged' },
    { touch: 'closed', had: true, status: 'refused' },
    { touch: 'taken_over', had: true, status: 'taken_over' },
    { touch: 'merged', had: false, status: 'open' },
  ] as const)('a person has $touch its branch, with work of it there: $had', ({ touch, had, status }) => {
    const known = recorded({
      items: { [ONE]: item({ draft: had ? DRAFT : null }) },
      drafts: { [DRAFT]: draftRecord() },
    });
    const touched = attempt({ ending: 'taken_over', touch });
    const target = { ...facts(touched).target, draft: draftRecord() };
    const { after } = recordAttempt(known, facts(touched, { target }), NO_NEXT);
    expect(itemRecord(after, ONE)).toMatchObject({ status: had ? status : 'open', outbox: [] });
    expect(after.drafts[DRAFT]?.outcome).toBe(touch === 'closed' ? 'closed' : 'none');
  });

  test('counts a version that was worked on under an older key as done only when it is', () => {
    const seen = '#3@2';
    const { after: done } = recordAttempt(recorded(), facts(attempt({ seen })), NO_NEXT);
    const { after: open } = recordAttempt(
      recorded(),
      facts(attempt({ ending: 'time_limit', seen })),
      NO_NEXT,
    );
    expect([done.own_versions, open.own_versions]).toEqual([[seen], []]);
  });

  test('starts the next item in the same change, whatever checkpoint that is made to', () => {
    const next = (): NextItem => ({ next: TWO, obstacle: null });
    const record = recordAttempt(recorded(), facts(attempt()), next);
    const pause = { reason: 'wait', at: SLOT, by: 'octocat' };
    const later = record.change(recorded({ pause }));
    expect(itemRecord(record.after, TWO).attempts).toBe(1);
    expect(later).toEqual({ ...record.after, pause });
  });
});
