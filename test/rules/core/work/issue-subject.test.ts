import { expect, test } from 'vitest';
import { reasonToPassOver, seenKey } from '../../../../src/core/work/issue-subject.ts';
import { targetOf } from '../../../../src/core/work/item-target.ts';
import { checkpoint, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

test.each([
  ['is open and has its labels', 'open', ['Bug', 'docs', 'more'], null],
  ['is closed', 'closed', ['bug', 'docs'], { kind: 'closed' }],
  ['has lost a label', 'open', ['bug'], { kind: 'label_removed', label: 'docs' }],
  [
    'has a label that keeps it out',
    'open',
    ['bug', 'docs', 'WontFix'],
    { kind: 'label_added', label: 'wontfix' },
  ],
] as const)('an issue that %s', (_, state, labels, why) => {
  expect(reasonToPassOver({ state, labels }, { labels: ['bug', 'docs'], without: ['wontfix'] })).toEqual(why);
});

test('an issue that was queued because it had no label, and has one now, is passed over', () => {
  const filter = { labels: [], unlabelled: true } as const;
  expect(reasonToPassOver({ state: 'open', labels: [] }, filter)).toBeNull();
  expect(reasonToPassOver({ state: 'open', labels: ['bug'] }, filter)).toEqual({
    kind: 'label_added',
    label: 'bug',
  });
});

test.each([
  [null, null],
  ['1', null],
  ['2', '#7@2'],
])('the version that was worked on is remembered where it is newer: %j', (version, key) => {
  const window = openWindow('2026-11-22T00:00:00Z', ['#7@1']);
  const target = targetOf(sampleGoal(), checkpoint('docs-index'), { window, key: '#7@1', base: 'b' });
  expect(seenKey(target, version)).toBe(key);
});
