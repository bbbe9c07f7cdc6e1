import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText, encodeText, unencodable } from '../../../../src/core/text/text-encoding.ts';

const bytesOf = (text: string, encoding: BufferEncoding): Uint8Array =>
  Uint8Array.from(Buffer.from(text, encoding));

describe('the bytes of a text', () => {
  test.each([
    ['utf-8', bytesOf('café\n', 'utf8'), 'café\n'],
    ['utf-8', bytesOf('\uFEFFa\r\n', 'utf8'), '\uFEFFa\r\n'],
    ['windows-1252', bytesOf('caf\xe9\n', 'latin1'), 'café\n'],
    ['windows-1252', bytesOf('\x93Spa\xdf\x94, 5 \x80\n', 'latin1'), '“Spaß”, 5 €\n'],
    ['utf-16le', bytesOf('\uFEFFcafé\n', 'utf16le'), '\uFEFFcafé\n'],
    ['utf-16be', bytesOf('\uFEFFcafé\n', 'utf16le').map((_, at, all) => all[at ^ 1] ?? 0), '\uFEFFcafé\n'],
  ] as const)('are %s', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding });
    expect(encodeText(text, encoding)).toEqual(bytes);
  });

  test.each([
    ['a NUL', bytesOf('a\0b', 'latin1')],
    ['a control', bytesOf('caf\xe9\x01', 'latin1')],
    ['a byte that Windows-1252 does not have', bytesOf('caf\xe9 \x81', 'latin1')],
    ['UTF-8 with one broken character', bytesOf('caf\xc3\xa9 \xc3\xbc \xff\n', 'latin1')],
    ['UTF-16 of an odd length', bytesOf('\xff\xfea\0b', 'latin1')],
  ])('are none with %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });

  test('come back as they were, whatever they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const decoded = decodeText(bytes);
        if (decoded !== null) expect(encodeText(decoded.text, decoded.encoding)).toEqual(bytes);
      }),
      { numRuns: 3_000 },
    );
  });

  test('are not made for a character that the encoding lacks', () => {
    expect(unencodable('né à 青', 'windows-1252')).toBe('青');
    expect(encodeText('青', 'windows-1252')).toBeNull();
    expect(unencodable('né “à” €', 'windows-1252')).toBeNull();
    expect(unencodable('青', 'utf-8')).toBeNull();
  });
});
