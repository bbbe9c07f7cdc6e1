import { expect, test } from 'vitest';
import { rejectedDrafts } from '../../../../src/core/progress/rejected.ts';
import { draftRecord } from '../../report/sample.ts';

const closed = (number: number, ended_at: string, reason?: string) =>
  draftRecord({ number, outcome: 'closed', ended_at, ...(reason === undefined ? {} : { reason }) });

test('the newest drafts about an element that were closed are told, with what was written', () => {
  const drafts = {
    'docs/a.md@1': closed(1, '2026-11-20T00:00:00Z', 'Too long.'),
    'docs/a.md@2': closed(4, '2026-11-22T00:00:00Z'),
    'docs/a.md@3': draftRecord({ number: 5, outcome: 'merged' }),
    'docs/b.md@1': closed(6, '2026-11-22T01:00:00Z', 'Not here.'),
  };
  expect(rejectedDrafts({ drafts }, 'docs/a.md@9')).toEqual([
    { name: '#4', reason: null },
    { name: '#1', reason: 'Too long.' },
  ]);
  expect(rejectedDrafts({ drafts: {} }, 'docs/a.md@9')).toEqual([]);
});

test('no more than three are told', () => {
  const days = ['18', '19', '20', '21', '22'];
  const entries = days.map((day, n) => [`window@${day}`, closed(n, `2026-11-${day}T00:00:00Z`)] as const);
  const found = rejectedDrafts({ drafts: Object.fromEntries(entries) }, 'window@23');
  expect(found.map(({ name }) => name)).toEqual(['#4', '#3', '#2']);
});
