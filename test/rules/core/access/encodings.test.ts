import { describe, expect, it } from 'vitest';
import { decoded, unescaped, unwrapped } from '../../../../src/core/access/encodings.ts';
import { finderOf } from '../../../../src/core/access/find-secrets.ts';
import { createMask } from '../../../../src/core/access/mask.ts';
import { asItStands, respelt } from '../../../../src/core/access/read-text.ts';
import { scanText } from '../../../../src/core/access/text-scan.ts';
import { withoutRest } from '../../../../src/core/text/steps.ts';

const TOKEN = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7r8'].join('');
const VALUE = 'pass-phrase-of-nobody-42';
const MASK = createMask({ values: [VALUE], patterns: [] });

const each = (text: string, spell: (code: number) => string): string =>
  [...text].map((character) => spell(character.codePointAt(0) ?? 0)).join('');
const hex = (code: number, length = 2): string => code.toString(16).padStart(length, '0');
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number): string =>
  text.replaceAll(new RegExp(`.{${width}}`, 'g'), '$&\n');
const between = (mark: string) => (text: string) => [...text].join(mark);

function dump(text: string, group: number, column: (line: string) => string): string {
  const lines = text.match(/.{1,16}/g) ?? [];
  const bytes = (line: string) =>
    Buffer.from(line)
      .toString('hex')
      .match(new RegExp(`.{1,${2 * group}}`, 'g'));
  return lines.map((line, at) => `${hex(16 * at, 8)}: ${bytes(line)?.join(' ')}  ${column(line)}\n`).join('');
}

function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const digits = bits.match(/.{1,5}/g) ?? [];
  return digits
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.charAt(Number.parseInt(five.padEnd(5, '0'), 2)))
    .join('');
}

/** How programs write a text otherwise. */
const ENCODED: Readonly<Record<string, (text: string) => string>> = {
  'per cent signs': (text) => each(text, (code) => `%${hex(code)}`),
  'some per cent signs': (text) =>
    text.replaceAll(/[aeiou_-]/g, (mark) => `%${hex(mark.charCodeAt(0)).toUpperCase()}`),
  'quoted-printable': (text) => each(text, (code) => `=${hex(code).toUpperCase()}`),
  '\\u escapes': (text) => each(text, (code) => `\\u${hex(code, 4)}`),
  '\\u escapes inside JSON': (text) => JSON.stringify(each(text, (code) => `\\u${hex(code, 4)}`)),
  '\\u{} escapes': (text) => each(text, (code) => `\\u{${hex(code, 4)}}`),
  '\\x escapes': (text) => each(text, (code) => `\\x${hex(code)}`),
  '\\U escapes': (text) => each(text, (code) => `\\U${hex(code, 8)}`),
  'octal escapes': (text) => each(text, (code) => `\\${code.toString(8).padStart(3, '0')}`),
  '%u escapes': (text) => each(text, (code) => `%u${hex(code, 4)}`),
  'per cent signs, twice': (text) => each(text, (code) => `%25${hex(code)}`),
  'HTML without semicolons': (text) => each(text, (code) => `&#x${hex(code)}`),
  'a list of numbers': (text) => [...Buffer.from(text)].join(', '),
  'a buffer in JSON': (text) => JSON.stringify(Buffer.from(text), null, 2),
  'character codes': (text) => `String.fromCharCode(${[...Buffer.from(text)].join(',')})`,
  'chr in a row': (text) => [...Buffer.from(text)].map((code) => `chr(${code})`).join('.'),
  'an array of C': (text) => [...Buffer.from(text)].map((code) => `0x${hex(code)}`).join(', '),
  'hexadecimal digits with commas': (text) => [...Buffer.from(text)].map((code) => hex(code)).join(','),
  'hexadecimal digits with dashes': (text) => [...Buffer.from(text)].map((code) => hex(code)).join('-'),
  'octal numbers': (text) =>
    [...Buffer.from(text)].map((code) => code.toString(8).padStart(3, '0')).join(' '),
  'binary numbers': (text) =>
    [...Buffer.from(text)].map((code) => code.toString(2).padStart(8, '0')).join(' '),
  xxd: (text) => dump(text, 2, (line) => line),
  'hexdump -C': (text) => dump(text, 1, (line) => `|${line}|`),
  'base64 of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('base64'),
  'a dump of UTF-16': (text) => Buffer.from(text, 'utf16le').toString('hex'),
  base32: (text) => base32(text),
  'a soft break of mail': (text) => `${text.slice(0, 12)}=\n${text.slice(12)}`,
  'a line that goes on': (text) => `${text.slice(0, 12)}\\\n  ${text.slice(12)}`,
  'HTML, hexadecimal': (text) => each(text, (code) => `&#x${hex(code)};`),
  'HTML, decimal': (text) => each(text, (code) => `&#${code};`),
  'escaped Markdown': (text) => text.replaceAll(/[_-]/g, '\\$&'),
  'a dump of bytes': (text) => each(text, (code) => hex(code)),
  'a dump of bytes with blanks': (text) => each(text, (code) => `${hex(code)} `),
  'a dump of bytes with colons': (text) => each(text, (code) => `${hex(code).toUpperCase()}:`),
  'a wrapped dump of bytes': (text) =>
    wrapped(
      each(text, (code) => `${hex(code)} `),
      48,
    ),
  base64: base64,
  'base64 of a longer text': (text) => base64(`token=${text}; and more`),
  'base64 behind a letter': (text) => `x${base64(`{"token": "${text}"}`)}`,
  'wrapped base64': (text) => wrapped(base64(`${'Some words before it. '.repeat(6)}${text} and more`), 76),
  'base64 for addresses': (text) => Buffer.from(`??>>${text}`).toString('base64url'),
  'soft hyphens': between('\u00ad'),
  'combining grapheme joiners': between('\u034f'),
  tags: between('\u{e0041}'),
  'variation selectors': between('\ufe0f'),
  'more variation selectors': between('\u{e0101}'),
  'soft hyphens spelt as escapes': between('\\u00ad'),
  'soft hyphens spelt as HTML': between('&#xAD;'),
  'zero-width spaces spelt for an address': between('%E2%80%8B'),
};

describe.each([
  ['token', TOKEN],
  ['known value', VALUE],
])('a %s', (_, secret) => {
  it.each(Object.entries(ENCODED))('is found in the encoding of an ordinary program: %s', (_name, encode) => {
    const encoded = encode(secret);
    const text = `Before it: ${encoded} after it.`;
    const masked = MASK.mask(text);
    expect(masked).toContain('[masked]');
    expect(masked).not.toContain(encoded);
    expect(MASK.finds(masked)).toBeNull();
    expect(masked).toMatch(/^Before it: /);
    expect(masked).toMatch(/after it\.$/);
    expect(MASK.mask(masked)).toBe(masked);
    expect(MASK.finds(text)).not.toBeNull();
  });

  it.each(Array.from({ length: 20 }, (_none, at) => 74 - at))(
    'is found where lines are wrapped, from column %d on',
    (column) => {
      const line = `${'word '.repeat(20).slice(0, column - 1)} ${secret} and more`;
      for (const indent of ['\n', '\r\n', '=\n', '\n  ', '\n> ', '\n# ', '\n * ']) {
        const text = `${line.slice(0, 76)}${indent}${line.slice(76)}`;
        const masked = MASK.mask(text);
        expect(masked).not.toContain(secret.slice(0, 76 - column));
        expect(masked).toMatch(/^word .*\[masked\][a-zA-Z]{0,3} and more$/s);
      }
    },
  );
});

describe('a line that merely follows a token', () => {
  it.each(['and more', 'the end', '- 2026-11-22: a date', '2026-11-22 is a date', ''])('%j stays', (next) => {
    const line = `The token of this repository was once ${TOKEN}`;
    expect(MASK.mask(`${line}\n${next}`)).toBe(`The token of this repository was once [masked]\n${next}`);
  });
});

describe('texts without a secret stay as they are', () => {
  it.each([
    'See https://example.com/a%20b?c=d%26e&amp;f and &#39;this&#39;.',
    'sha512-6r+YgkYTrwpSXs0qHkJ7XhZLcbcyp6yRKSqWFkVQzVT9oJ7zVp1EWpTAGpBwDHc9iC7RGYlvuOzmjIgAmqlcUQ==',
    '08de450a7f3b9c1d2e4f5a6b7c8d9e0f1a2b3c4d',
    '00000000: 7f45 4c46 0201 0100 0000 0000 0000 0000 0300 3e00 0100 0000 c010 0000 0000 0000',
    base64('A page of plain words that nobody needs to hide from anybody, in base64.'),
    'What is kept between two runs: npm_config_cache\nnpm_config_prefix2 is not set here',
    `${'x'.repeat(75)}\nghp_short`,
  ])('%j', (text) => {
    expect(MASK.mask(text)).toBe(text);
    expect(MASK.finds(text)).toBeNull();
  });
});

describe('a text that is read otherwise', () => {
  it('knows where each part of it stands', () => {
    const text = 'a\\u0062c';
    const read = withoutRest(unescaped(asItStands(text)));
    expect(read?.text).toBe('abc');
    expect(read?.placeOf({ from: 1, to: 2 })).toEqual({ from: 1, to: 7 });
    expect(read?.placeOf({ from: 0, to: 3 })).toEqual({ from: 0, to: 8 });
    expect(withoutRest(unescaped(asItStands('abc')))).toBeNull();
    expect(unwrapped(asItStands('abc\ndef'))).toBeNull();
    expect(respelt('a-b', [{ from: 1, to: 2, meant: '' }]).placeOf({ from: 1, to: 2 })).toEqual({
      from: 2,
      to: 3,
    });
  });

  it('is decoded only where it may hold something to read', () => {
    const read = (text: string) =>
      withoutRest(decoded(asItStands(text), scanText(text))).map((each) => each.text);
    expect(read(base64('Words that can be read-in-one-piece.'))).toContain(
      'Words that can be read-in-one-piece.',
    );
    expect(read('docs/of/this/repository/that/have/a/long/path.md')).toEqual([]);
    expect(scanText('a long-word-with-no-digit').hasDigits).toBe(false);
    expect(scanText('a short word 12').words).toBe('');
  });
});

it('a mask that is never used prepares nothing', () => {
  const values: string[] = [];
  const { whole } = finderOf(values, []);
  values.push(VALUE);
  expect(withoutRest(whole(VALUE))).toHaveLength(1);
});
