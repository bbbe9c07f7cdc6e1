import { describe, expect, it } from 'vitest';
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
});
