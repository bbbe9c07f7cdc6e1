import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import { changeDigest } from '../../../../src/core/progress/remembered-no.ts';
import type { Checkpoint, DraftRecord } from '../../../../src/core/state.ts';
import type { ItemTarget } from '../../../../src/core/work/attempt.ts';
import {
  addedText,
  excessOf,
  filledByOthers,
  refusedChange,
} from '../../../../src/core/work/refused-work.ts';
import { checkpoint, draftRecord, item, LIMITS, openWindow } from '../../report/sample.ts';

const WINDOW = openWindow('2026-11-22T00:00:00Z', ['a@1', 'b@1']);
const MANY = { ...LIMITS, changedFiles: 2, changedLines: 10 };

const file = (path: string, added: number) => ({ path, added, removed: 0, blob: 'b' });
const diffOf = (...files: ReturnType<typeof file>[]) => ({ files, patch: '+x\n', isCut: false });

function targetWith(draft: Partial<DraftRecord>): ItemTarget {
  const key = 'a@1';
  return {
    item: { key, element: 'a', title: 'a' },
    window: WINDOW,
    draftKey: 'd',
    draft: draftRecord({ changed_files: 0, changed_lines: 0, ...draft }),
  };
}

test.each([
  ['as much as may be', [file('a', 5), file('b', 5)], null],
  ['too many files', [file('a', 1), file('b', 1), file('c', 1)], { files: 3, lines: 3 }],
  ['too many lines', [file('a', 11)], { files: 1, lines: 11 }],
])('a change has %s', (_, files, size) => {
  expect(excessOf({ files }, MANY)?.size ?? null).toEqual(size);
});

interface Case {
  readonly what: string;
  readonly items?: Checkpoint['items'];
  readonly draft?: Partial<DraftRecord>;
  readonly found: { readonly isFull: boolean } | null;
}

const OTHER = item({ draft: 'd', status: 'done' });
const CASES: readonly Case[] = [
  { what: 'no other item is in the draft', found: null },
  { what: 'this item alone is in the draft', items: { 'a@1': OTHER }, found: null },
  { what: 'another item is in another draft', items: { 'b@1': { ...OTHER, draft: 'e' } }, found: null },
  {
    what: 'others have filled it',
    items: { 'b@1': OTHER },
    draft: { changed_files: 1, changed_lines: 8 },
    found: { isFull: true },
  },
  {
    what: 'others have filled it, and none of them is finished',
    items: { 'b@1': { ...OTHER, status: 'open' } },
    draft: { changed_files: 1, changed_lines: 8 },
    found: { isFull: false },
  },
  { what: 'the change is too large by itself', items: { 'b@1': OTHER }, found: null },
];

test.each(CASES)('a draft is too large: $what', ({ items = {}, draft = {}, found }) => {
  const facts = { files: [file('a', 9), file('b', 4)], limits: MANY };
  expect(filledByOthers(checkpoint('docs-index', { items }), targetWith(draft), facts)).toEqual(found);
});

const DIFF = diffOf(file('a', 1));
const CLOSED = draftRecord({ outcome: 'closed', digest: changeDigest(DIFF), number: 7 });

test.each<readonly [string, Partial<DraftRecord>, Partial<DraftRecord>, Ending, string | null]>([
  ['the same as a person closed', CLOSED, { tip: null }, 'worked', '#7'],
  ['of a draft that never had a number', { ...CLOSED, number: null }, { tip: null }, 'worked', CLOSED.branch],
  ['another one', { ...CLOSED, digest: 'other' }, { tip: null }, 'worked', null],
  ['half done', CLOSED, { tip: null }, 'checks_failed', null],
  ['on a branch that is pushed already', CLOSED, { tip: 'a' }, 'worked', null],
])('a change is %s', (_, closed, draft, ending, refused) => {
  const known = checkpoint('docs-index', { drafts: { 'd@0': draftRecord(closed) } });
  const pursuit = {
    ending,
    detail: '',
    summary: '',
    notes: [],
    effects: [],
    checks: [],
    title: '',
    findings: [],
    refused: [],
  };
  const target = { ...targetWith(draft), draftKey: 'd@1' };
  const why = refusedChange(known, target, { pursuit, diff: DIFF });
  expect(why).toEqual(refused === null ? null : { kind: 'refused_before', draft: refused });
});

test('what a change adds is its lines and the names of its files', () => {
  const patch = '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n same\n-old\n+new\n';
  expect(addedText({ ...diffOf(file('a.md', 1)), patch })).toBe('a.md\n++ b/a.md\nnew');
});
