import { expect, test } from 'vitest';
import type { Goal } from '../../../../src/core/goal.ts';
import { inputDigest, isInputChanged, lastInput } from '../../../../src/core/work/same-input.ts';
import { checkpoint, openWindow } from '../../report/sample.ts';
import { sampleGoal } from '../sample-goal.ts';

const COMMIT = 'c'.repeat(40);
const MODEL = { model: 'gpt-5-mini', baseUrl: null, price: null, maxOutputTokens: 4_096 };
const SETTINGS = { models: { default: MODEL }, protectedPaths: ['secret/**'] };
const GOAL = sampleGoal({ forEach: null, runsUnchanged: false, checks: [], setup: [], doneWhen: [] });
const INPUT = inputDigest(GOAL, SETTINGS);
const FINISHED = { slot: '2026-11-22T00:00:00Z', time: '2026-11-22T00:00:00Z', commit: COMMIT };

test.each<{ what: string; goal?: Partial<Goal>; input?: string | null; commit: string | null }>([
  { what: 'a goal without a queue', commit: COMMIT },
  {
    what: 'a queue over a list',
    goal: { forEach: { kind: 'list', elements: ['a'], drafts: 'together' } },
    commit: COMMIT,
  },
  { what: 'a goal that always runs', goal: { runsUnchanged: true }, commit: null },
  { what: 'a queue over commits', goal: { forEach: { kind: 'commits', drafts: 'together' } }, commit: null },
  { what: 'other words of the goal or other settings', input: 'other', commit: null },
  { what: 'a window from before this was remembered', input: null, commit: null },
])('the last input of $what is $commit', ({ goal = {}, input = INPUT, commit }) => {
  const finished = input === null ? FINISHED : { ...FINISHED, input };
  expect(lastInput({ ...GOAL, ...goal }, checkpoint('tidy', { finished }), INPUT)).toBe(commit);
});

test('a goal that has finished no window has no last input', () => {
  expect(lastInput(GOAL, { finished: null }, INPUT)).toBeNull();
});

test('the digest is another one for another text, model or protected path, and for no other setting', () => {
  const others = [
    inputDigest({ ...GOAL, blob: 'other' }, SETTINGS),
    inputDigest(GOAL, { ...SETTINGS, models: { default: { ...MODEL, model: 'gpt-5' } } }),
    inputDigest(GOAL, { ...SETTINGS, protectedPaths: [] }),
  ];
  expect(new Set([INPUT, ...others]).size).toBe(4);
  expect(inputDigest(GOAL, { ...SETTINGS, models: { ...SETTINGS.models, other: MODEL } })).toBe(INPUT);
});

const READS_DOCS = { ...GOAL, permissions: { ...GOAL.permissions, read: ['docs/**'] } };
const STUCK = { given_up: openWindow(FINISHED.slot, ['window@1']) };

test.each([
  { what: 'a page that it reads', goal: READS_DOCS, changed: ['docs/a.md'], before: {}, isChanged: true },
  {
    what: 'a file that it may not read',
    goal: READS_DOCS,
    changed: ['src/a.ts'],
    before: {},
    isChanged: false,
  },
  { what: 'nothing', goal: GOAL, changed: [], before: {}, isChanged: false },
  {
    what: 'a file that only its checks read, where it has failed',
    goal: { ...READS_DOCS, checks: ['npm test'] },
    changed: ['src/a.ts'],
    before: STUCK,
    isChanged: true,
  },
  {
    what: 'a file that only its checks read, where it has not failed',
    goal: { ...READS_DOCS, checks: ['npm test'] },
    changed: ['src/a.ts'],
    before: {},
    isChanged: false,
  },
])('the input has changed with $what: $isChanged', ({ goal, before, changed, isChanged }) => {
  expect(isInputChanged(goal, before, changed)).toBe(isChanged);
});
