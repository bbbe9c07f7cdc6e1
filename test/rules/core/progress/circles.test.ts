import { describe, expect, test } from 'vitest';
import { circleIn, withAnswer, withChange } from '../../../../src/core/progress/circles.ts';
import type { Checkpoint, WindowChange } from '../../../../src/core/state.ts';
import { checkpointWith, windowWith } from '../../../support/core-samples.ts';

const change = (slot: string, files: WindowChange['files'], characters = 100): WindowChange => ({
  slot,
  characters,
  files,
});
const goalWithChanges = (...changes: readonly WindowChange[]): Checkpoint => checkpointWith({ changes });

describe('what was pushed for a window is remembered', () => {
  const files = [{ path: 'a.md', blob: 'b1' }];
  const patch = '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n same\n-old word\n+new word\n';

  test('with its files, and with the characters that both sides do not share', () => {
    expect(withChange(checkpointWith(), 's1', { files, patch }).changes).toEqual([
      change('s1', { 'a.md': 'b1' }, 6),
    ]);
  });

  test('together with what was pushed for it before: the newest content, and the larger change', () => {
    const first = withChange(checkpointWith(), 's1', {
      files: [...files, { path: 'c.md', blob: null }],
      patch,
    });
    const small = { files: [{ path: 'a.md', blob: 'b2' }], patch: '+x\n' };
    expect(withChange(first, 's1', small).changes).toEqual([change('s1', { 'a.md': 'b2', 'c.md': null }, 6)]);
  });

  test('for the newest three windows, and for fifty files of each', () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ path: `f${n}`, blob: 'b' }));
    let checkpoint = checkpointWith();
    for (const slot of ['s1', 's2', 's3', 's4'])
      checkpoint = withChange(checkpoint, slot, { files: many, patch });
    expect(checkpoint.changes?.map(({ slot }) => slot)).toEqual(['s2', 's3', 's4']);
    expect(Object.keys(checkpoint.changes?.[0]?.files ?? {})).toHaveLength(50);
  });
});

test('refusals are counted in a row', () => {
  const counts: Checkpoint[] = [];
  for (const isNo of [true, true, false, true])
    counts.push(withAnswer(counts.at(-1) ?? checkpointWith(), isNo));
  expect(counts.map(({ refusals }) => refusals)).toEqual([1, 2, 0, 1]);
});

describe('a goal goes round in circles', () => {
  const ONE = { 'a.md': '1' };
  const TWO = { 'a.md': '2' };
  const tiny = (slot: string, files: WindowChange['files'], characters = 20) =>
    change(slot, files, characters);
  test.each([
    ['two drafts in a row were closed', checkpointWith({ refusals: 2 })],
    [
      'the third window undoes the second',
      goalWithChanges(change('1', ONE), change('2', TWO), change('3', ONE)),
    ],
    [
      'a file comes and goes',
      goalWithChanges(
        change('1', { 'a.md': null }),
        change('2', ONE),
        change('3', { 'a.md': null, 'b.md': '9' }),
      ),
    ],
    [
      'three windows change a few characters of one file',
      goalWithChanges(tiny('1', ONE), tiny('2', TWO), tiny('3', { 'a.md': '3' })),
    ],
  ])('%s', (_, checkpoint) => {
    expect(circleIn(checkpoint)).not.toBeNull();
  });

  test.each([
    ['nothing is known', checkpointWith()],
    ['one draft was closed', checkpointWith({ refusals: 1 })],
    ['two windows are too few', goalWithChanges(change('1', ONE), change('2', ONE))],
    ['the content stays the same', goalWithChanges(change('1', ONE), change('2', ONE), change('3', ONE))],
    [
      'the content is new each time',
      goalWithChanges(change('1', ONE), change('2', TWO), change('3', { 'a.md': '3' })),
    ],
    [
      'the second window left the file alone',
      goalWithChanges(change('1', ONE), change('2', { 'b.md': '1' }), change('3', ONE)),
    ],
    [
      'one of three small changes has more than twenty characters',
      goalWithChanges(tiny('1', ONE), tiny('2', TWO, 21), tiny('3', { 'a.md': '3' })),
    ],
    [
      'small changes of different files',
      goalWithChanges(tiny('1', ONE), tiny('2', { 'b.md': '2' }), tiny('3', { 'a.md': '3' })),
    ],
    [
      'small changes, one of them of two files',
      goalWithChanges(tiny('1', ONE), tiny('2', { 'a.md': '2', 'b.md': '2' }), tiny('3', { 'a.md': '3' })),
    ],
    [
      'the window that is still open does not count',
      {
        ...goalWithChanges(change('1', ONE), change('2', TWO), change('3', ONE)),
        window: windowWith({ slot: '3' }),
      },
    ],
  ])('not when %s', (_, checkpoint) => {
    expect(circleIn(checkpoint)).toBeNull();
  });

  test('and the file is named', () => {
    const undone = goalWithChanges(change('1', ONE), change('2', TWO), change('3', { 'z.md': '1', ...ONE }));
    expect(circleIn(undone)).toEqual({ kind: 'undone', path: 'a.md' });
  });
});
