import { expect, test } from 'vitest';
import { isOffered, isWaiting, withEffectDone } from '../../../../src/core/progress/outbox-entries.ts';
import type { DraftRecord, ItemRecord } from '../../../../src/core/state.ts';
import { checkpoint, draftRecord, item } from '../../report/sample.ts';

const COMMENT = { kind: 'comment_on_issue', issue: 7, body: 'Text.', marker: 'm1' } as const;
const DRAFT = { kind: 'draft', draft: 'd', marker: 'm0' } as const;
const RECEIPT = { kind: 'comment_on_issue', issue: 7, url: 'https://example.org/7' } as const;

test.each([
  ['with a receipt', RECEIPT, [RECEIPT]],
  ['without one', null, undefined],
])('an effect that is done leaves the outbox %s', (_, receipt, effects) => {
  const before = checkpoint('docs-index', { items: { 'a@1': item({ outbox: [DRAFT, COMMENT] }) } });
  const after = withEffectDone(before, 'a@1', { marker: 'm1', receipt }).items['a@1'];
  expect(after?.outbox).toEqual([DRAFT]);
  expect(after?.effects).toEqual(effects);
});

test.each<readonly [string | null, DraftRecord['outcome'], boolean]>([
  ['tip', 'none', true],
  ['tip', 'open', true],
  [null, 'none', false],
  ['tip', 'merged', false],
  ['tip', 'closed', false],
  ['tip', 'taken_over', false],
])('a draft pushed as %s with the outcome %s waits for somebody: %s', (tip, outcome, waits) => {
  expect(isWaiting(draftRecord({ tip, outcome }))).toBe(waits);
});

test.each<readonly [ItemRecord['status'], string, boolean]>([
  ['done', 'd', true],
  ['stuck', 'd', true],
  ['open', 'd', false],
  ['done', 'e', false],
])('a draft d with an item that is %s in %s is offered: %s', (status, draft, isOpened) => {
  expect(isOffered(checkpoint('docs-index', { items: { 'a@1': item({ status, draft }) } }), 'd')).toBe(
    isOpened,
  );
});
