import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, cutToBytes, onOneLine, withoutControls } from '../../../../src/core/text/plain-text.ts';
import { asMasked } from '../../../support/as-masked.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', '漢', '😀', ' ') });

describe('cut text', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a😀b', 3, 'a…'],
    ['abc', 0, '…'],
  ])('%s to %i units is %s', (whole, length, cut) => {
    expect(cutText(asMasked(whole), length)).toBe(cut);
  });

  it.each([
    ['abc', 3, 'abc'],
    ['aé', 2, 'a'],
    ['漢字', 5, '漢'],
    ['😀', 3, ''],
  ])('%s to %i bytes is %s', (whole, bytes, cut) => {
    expect(cutToBytes(asMasked(whole), bytes)).toBe(cut);
  });

  it('keeps to the limit and loses no character that fits', () => {
    fc.assert(
      fc.property(text, fc.nat(20), (whole, bytes) => {
        const cut = cutToBytes(asMasked(whole), bytes);
        const next = String.fromCodePoint(whole.codePointAt(cut.length) ?? 0);
        expect(whole.startsWith(cut)).toBe(true);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(bytes);
        if (cut !== whole) expect(Buffer.byteLength(cut + next)).toBeGreaterThan(bytes);
      }),
    );
  });
});

it('puts text on one line without signs that steer a terminal', () => {
  expect(onOneLine(asMasked(' a\r\n\u001B[1mb\u202Ec\u200B '))).toBe('a [1mb c');
});

it('keeps line breaks and tabs, and takes other controls out', () => {
  expect(withoutControls(asMasked('a\r\n\tb\u0007\u202Ec'))).toBe('a\n\tbc');
});
