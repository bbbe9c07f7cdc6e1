import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { createMask } from '../../../../src/core/access/mask.ts';
import { RecentTexts, remembering } from '../../../../src/core/text/recent-texts.ts';

describe('texts that were met lately', () => {
  it('are known until others have taken their place', () => {
    const known = new RecentTexts<string>(1_000);
    known.set('a', 'x');
    expect(known.get('a')).toBe('x');
    for (let n = 0; n < 5; n++) known.set(`other ${n}`, '');
    expect(known.get('a')).toBe('x');
    for (let n = 0; n < 50; n++) known.set(`another ${n}`, '');
    expect(known.get('a')).toBeUndefined();
  });

  it('are asked about once', () => {
    const asked: string[] = [];
    const lengthOf = remembering((text) => {
      asked.push(text);
      return { length: text.length };
    }, 1_000);
    expect([lengthOf('a'), lengthOf('bb'), lengthOf('a')]).toEqual([
      { length: 1 },
      { length: 2 },
      { length: 1 },
    ]);
    expect(asked).toEqual(['a', 'bb']);
  });

  it.each<readonly [name: string, remember: (line: string) => unknown]>([
    ['what is made of each', remembering((line) => ({ length: line.length }))],
    ['a text that is made of each', remembering((line) => line.trim())],
    ['what a mask makes of each', createMask({ values: [], patterns: [] }).mask],
  ])('are lines that do not keep the long texts they come from: %s', (_, remember) => {
    const before = usedBytes();
    for (let n = 0; n < 50; n++) remember(firstLine(n));
    expect(usedBytes() - before).toBeLessThan(50 * LENGTH * 0.5);
  });
});

const LENGTH = 1_000_000;

/** A part of a long text. */
function firstLine(n: number): string {
  const text = Buffer.from(`The line ${n} of a long text.\n${'x'.repeat(LENGTH)}`).toString();
  return text.split('\n')[0] ?? '';
}

function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
