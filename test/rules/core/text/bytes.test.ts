import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  base64,
  charactersOfBase64,
  charactersOfHex,
  textOfHex,
  utf8Bytes,
  utf8Hex,
  utf8Length,
} from '../../../../src/core/text/bytes.ts';

/** Any units, halves of pairs among them. */
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.array(fc.nat(0xffff)).map(ofUnits));

function ofUnits(units: readonly number[]): string {
  return String.fromCharCode(...units);
}

test.each(['', 'a', 'é', '€', '😀', '\ud83d', '\ude00', 'a\ud83db', '\ufeffa', 'x'.repeat(20_000)])(
  'the bytes of %j are those of node',
  (example) => expectAsInNode(example),
);

test('the bytes of any text are those of node', () => {
  fc.assert(fc.property(text, expectAsInNode));
});

function expectAsInNode(example: string): void {
  const bytes = Buffer.from(example);
  expect(utf8Length(example)).toBe(bytes.length);
  expect(utf8Hex(example)).toBe(bytes.toString('hex'));
  expect(base64(utf8Bytes(example))).toBe(bytes.toString('base64'));
}

test('bytes in digits and in base64 are read as node reads them', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(5), (bytes, cut) => {
      const hex = Buffer.from(bytes).toString('hex');
      const digits = hex.slice(0, Math.max(0, hex.length - cut));
      expect(charactersOfHex(digits)).toBe(Buffer.from(digits, 'hex').toString('latin1'));
      expect(textOfHex(digits)).toBe(Buffer.from(digits, 'hex').toString('utf8'));
      for (const alphabet of ['base64', 'base64url'] as const) {
        const all = Buffer.from(bytes).toString(alphabet).replaceAll('=', '');
        const part = all.slice(0, Math.max(0, all.length - cut));
        expect(charactersOfBase64(part)).toBe(Buffer.from(part, 'base64').toString('latin1'));
      }
    }),
  );
});
