import { describe, expect, it } from 'vitest';
import { createMask } from '../../../../src/core/access/mask.ts';
import { maskedAboveFoot } from '../../../../src/core/access/mask-foot.ts';
import {
  maskedChange,
  maskedJson,
  maskedRecord,
  published,
} from '../../../../src/core/access/masked-record.ts';
import { linearPatterns } from '../../../../src/core/access/matching/linear-pattern.ts';
import { fixed, joinMasked, type Masked, masked, reshaped } from '../../../../src/core/text/masked.ts';

const mask = createMask({ values: ['s3cret-value-42'], patterns: linearPatterns(['[0-9a-f]{40}', 'corp']) });
const COMMIT = '08de450a7f3b9c1d2e4f5a6b7c8d9e0f1a2b3c4d';

describe('a masked text', () => {
  it('is what a mask has made, what stands in the program, and what is made of these', () => {
    const word: Masked = mask.mask('a s3cret-value-42');
    expect(word).toBe('a [masked]');
    expect(fixed('Nothing was due.')).toBe('Nothing was due.');
    expect(masked`${1} \`${word}\`\n`).toBe('1 `a [masked]`\n');
    expect(joinMasked([word, fixed('b')], ', ')).toBe('a [masked], b');
    expect(reshaped(word, (text) => text.toUpperCase())).toBe('A [MASKED]');
  });

  it('is nothing else: forgetting the mask does not compile', () => {
    const text = String('a s3cret-value-42');
    const number = Number('42');
    // @ts-expect-error: a text of others
    const plain: Masked = text;
    // @ts-expect-error: known only when the program runs
    const late = fixed(text);
    // @ts-expect-error: holds a text that is known only when the program runs
    const mixed = fixed(`a ${text}`);
    // @ts-expect-error: holds a number; `masked` takes it
    const counted = fixed(`a ${number}`);
    // @ts-expect-error: its value is a text of others
    const template = masked`a ${text}`;
    // @ts-expect-error: so is its separator
    const list = joinMasked([fixed('a')], text);
    expect([plain, late, mixed, counted, template, list]).toHaveLength(6);
  });

  it('is cut, joined and spelt otherwise only as a text: then it has to be masked anew', () => {
    const word = mask.mask('a');
    // @ts-expect-error: nobody knows what was put together
    const longer: Masked = `${word} and b`;
    // @ts-expect-error: nor here
    const upper: Masked = word.toUpperCase();
    expect([longer, upper]).toEqual(['a and b', 'A']);
  });
});

describe('a masked record', () => {
  const record = {
    kind: 'run',
    commit: COMMIT,
    queue: [COMMIT],
    reason: `corp ${COMMIT}`,
    notes: ['s3cret-value-42', 'fine'],
    count: 3,
    parts: new Map([['a', 'corp']]),
    inner: { branch: 'corp/s3cret-value-42', text: null },
  } as const;

  it('has every text masked, and identities against tokens only', () => {
    expect(maskedRecord(record, mask)).toEqual({
      kind: 'run',
      commit: COMMIT,
      queue: [COMMIT],
      reason: '[masked] [masked]',
      notes: ['[masked]', 'fine'],
      count: 3,
      parts: new Map([['a', '[masked]']]),
      inner: { branch: 'corp/[masked]', text: null },
    });
  });

  it('of the state keeps its identities, and leaves alone what is the same as before', () => {
    const before = published({ goal: 's3cret-value-42', reason: { text: 'corp' }, at: 'x' });
    const after = { ...before, reason: before.reason, at: 'corp' };
    expect(maskedChange(after, before, mask)).toEqual({
      goal: 's3cret-value-42',
      reason: { text: 'corp' },
      at: 'corp',
    });
    expect(maskedChange({ ...after, reason: { text: 'corp' } }, before, mask).reason.text).toBe('corp');
    expect(maskedChange({ ...after, reason: { text: 'corp!' } }, before, mask).reason.text).toBe('[masked]!');
  });

  it('keeps words from a closed list, and numbers, for the compiler as well', () => {
    const typed = maskedRecord<{ kind: 'a' | 'b'; n: number; title: string }>(
      { kind: 'a', n: 1, title: 'corp' },
      mask,
    );
    const kind: 'a' | 'b' = typed.kind;
    const title: Masked = typed.title;
    expect([kind, typed.n, title]).toEqual(['a', 1, '[masked]']);
  });

  it('is masked as JSON', () => {
    const json: Masked = maskedJson(maskedRecord({ reason: 'corp "x"' }, mask), 2);
    expect(json).toBe('{\n  "reason": "[masked] \\"x\\""\n}\n');
  });
});

describe('the last paragraph of a text', () => {
  it('is changed by no pattern of the settings', () => {
    const text = `corp\n\nSeen in ${COMMIT}.\n\nWakeful-Nonce: ${COMMIT}\n`;
    expect(maskedAboveFoot(text, mask)).toBe(`[masked]\n\nSeen in [masked].\n\nWakeful-Nonce: ${COMMIT}\n`);
    expect(maskedAboveFoot('corp\n\n<!-- wakeful: corp/s3cret-value-42 -->', mask)).toBe(
      '[masked]\n\n<!-- wakeful: corp/[masked] -->',
    );
  });

  it('may be all there is', () => {
    expect(maskedAboveFoot('corp', mask)).toBe('corp');
  });
});
