import { expect, test } from 'vitest';
import type { Ending } from '../../../../src/core/ending.ts';
import { endingOfRun, stuckFacts, worstEnd } from '../../../../src/core/work/worst-end.ts';
import { checkpoint, item } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const end = (ending: Ending, detail: string) => ({ ending, detail });

test.each([
  ['the only one', end('worked', '1'), [], '1'],
  ['the worse one', end('worked', '1'), [end('checks_failed', '2')], '2'],
  ['not a better one', end('checks_failed', '1'), [end('worked', '2')], '1'],
  ['of equally bad ones the last', end('worked', '1'), [end('worked', '2'), end('worked', '3')], '3'],
  ['not what is not known', end('worked', '1'), [null, end('no_change', '2'), null], '1'],
])('a goal ends as %s', (_, first, others, detail) => {
  expect(worstEnd(first, others).detail).toBe(detail);
});

test.each([
  ['as nothing due', [], [], [], 'nothing_due'],
  ['as badly as its worst goal', ['worked', 'checks_failed'], [], [], 'checks_failed'],
  ['as badly as its settings', ['worked'], ['a problem'], [], 'bad_settings'],
  ['as badly as its goal files', ['worked'], [], ['a problem'], 'bad_goal'],
] as const)('a run ends %s', (_, endings, settingsProblems, goalProblems, ending) => {
  const goals = endings.map((each) => ({ ending: each }));
  expect(endingOfRun(goals, { settingsProblems, goalProblems })).toBe(ending);
});

test.each([
  ['open', null],
  ['done', null],
  ['stuck', { title: 'a', attempts: 3, ending: 'checks_failed', detail: 'It fails.' }],
] as const)('an item that is %s', (status, facts) => {
  const record = item({ status, attempts: 3, ending: 'checks_failed', detail: 'It fails.' });
  const found = stuckFacts(sampleGoal(), checkpoint('docs-index', { items: { 'a@1': record } }), 'a@1');
  expect(found).toEqual(facts === null ? null : { goal: 'docs-index', ...facts });
});

test('the only item of a goal has no name', () => {
  const items = { 'window@1': item({ status: 'stuck' }) };
  expect(stuckFacts(sampleGoal(), checkpoint('docs-index', { items }), 'window@1')?.title).toBeNull();
});

test('an item that needs a person before its attempts are used up says how many it took', () => {
  const items = { 'a@1': item({ status: 'stuck', attempts: 1 }) };
  expect(stuckFacts(sampleGoal(), checkpoint('docs-index', { items }), 'a@1')?.attempts).toBe(1);
});
