import { expect, test } from 'vitest';
import { costIn, endingIn, figureIn, textIn, timeIn, wordIn } from '../../../src/core/log-data.ts';

test.each([
  [7, 7],
  [0, 0],
  [-7, 0],
  [1.5, 0],
  [1e99, 0],
  ['7', 0],
  [null, 0],
])('%j is taken for the figure %d', (value, figure) => {
  expect(figureIn({ tokens: value }, 'tokens')).toBe(figure);
});

test('what a line does not say is no cost', () => {
  expect(costIn(undefined)).toEqual({ tokens: 0, usdMicros: 0, calls: 0 });
  expect(costIn({ tokens: 5, usd_micros: 6, calls: 1 })).toEqual({ tokens: 5, usdMicros: 6, calls: 1 });
});

test.each([
  ['worked', 'worked'],
  ['constructor', null],
  ['__proto__', null],
  [7, null],
])('%j is taken for the ending %j', (value, ending) => {
  expect(endingIn({ ending: value })).toBe(ending);
});

test('texts, times and words of a closed list are told apart from anything else', () => {
  const data = { text: 'x', time: '2026-11-22T03:00Z', kind: 'ran', other: ['ran'] };
  expect([textIn(data, 'text'), textIn(data, 'other'), textIn(data, 'none')]).toEqual(['x', null, null]);
  expect([timeIn(data, 'time'), timeIn(data, 'text')]).toEqual(['2026-11-22T03:00Z', null]);
  expect([
    wordIn(data, 'kind', ['ran']),
    wordIn(data, 'other', ['ran']),
    wordIn(data, 'kind', ['x']),
  ]).toEqual([...['ran', null, null]]);
});
