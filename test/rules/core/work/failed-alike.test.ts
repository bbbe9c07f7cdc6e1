import { expect, test } from 'vitest';
import type { ItemRecord } from '../../../../src/core/state.ts';
import { failedAlike } from '../../../../src/core/work/failed-alike.ts';
import { checkpoint, item } from '../../report/sample.ts';

const KEYS = ['docs/one.md@1', 'docs/two.md@1', 'docs/three.md@1'];
const REFUSED = 'The server refuses docs/one.md: its text is not allowed (400, request 17).';

interface Case {
  readonly what: string;
  readonly ends: readonly Partial<ItemRecord>[];
  readonly isAlike: boolean;
}

const gaveUp = (detail: string): Partial<ItemRecord> => ({ ending: 'gave_up', detail });

const CASES: readonly Case[] = [
  {
    what: 'but for their own names and figures',
    ends: KEYS.map((key, n) =>
      gaveUp(REFUSED.replace('docs/one.md', key.slice(0, -2)).replace('17', `${n}`)),
    ),
    isAlike: true,
  },
  { what: 'in no words at all', ends: KEYS.map(() => gaveUp('')), isAlike: true },
  {
    what: 'also where the last one is stuck',
    ends: [gaveUp('No.'), gaveUp('No.'), { ...gaveUp('No.'), status: 'stuck' }],
    isAlike: true,
  },
  { what: 'but only two of them', ends: [gaveUp('No.'), gaveUp('No.')], isAlike: false },
  {
    what: 'with another ending in between',
    ends: [gaveUp('No.'), { ending: 'time_limit', detail: 'No.' }, gaveUp('No.')],
    isAlike: false,
  },
  {
    what: 'with one that was done in between',
    ends: [gaveUp('No.'), { status: 'done', ending: 'no_change', detail: 'No.' }, gaveUp('No.')],
    isAlike: false,
  },
  {
    what: 'with one that a person answered in between',
    ends: [gaveUp('No.'), { ...gaveUp('No.'), status: 'refused' }, gaveUp('No.')],
    isAlike: false,
  },
];

test.each(CASES)('items fail alike: $what: $isAlike', ({ ends, isAlike }) => {
  const items = Object.fromEntries(ends.map((end, n) => [KEYS[n] ?? '', item({ status: 'open', ...end })]));
  const found = failedAlike(checkpoint('tidy', { items }), KEYS.slice(0, ends.length));
  expect(found !== null).toBe(isAlike);
});
