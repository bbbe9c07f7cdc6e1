import { expect, test } from 'vitest';
import { createMask } from '../../../src/core/access/mask.ts';

/* Texts are changed on their way out, or hold a secret in pieces. Whatever is done to them, the mask has the last word. */

const c = (...points: readonly number[]) => String.fromCodePoint(...points);
/** Put together here, so that no scanner takes this file for a leak. */
const KEY = ['gh', 'p_', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('');
const VALUE = 'correct-horse-battery-staple-42';
const MASK = createMask({ values: [VALUE], patterns: [] });
const within = (text: string, character: string) => `${text.slice(0, 12)}${character}${text.slice(12)}`;

const ATTEMPTS: readonly (readonly [name: string, put: (secret: string) => string])[] = [
  ['with a mark of an invisible operator', (secret) => within(secret, c(0x2062))],
  ['with a byte order mark', (secret) => within(secret, c(0xfeff))],
  ['with a variation selector of the second plane', (secret) => within(secret, c(0xe0155))],
  ['with tag characters', (secret) => within(secret, c(0xe0061, 0xe007f))],
  ['with a Mongolian separator', (secret) => within(secret, c(0x180e))],
  ['with a Khmer vowel that nobody sees', (secret) => within(secret, c(0x17b4))],
  ['with a Hangul filler', (secret) => within(secret, c(0x3164))],
  ['with a grapheme joiner', (secret) => within(secret, c(0x34f))],
  ['with a null', (secret) => within(secret, c(0))],
  ['with a character between each two', (secret) => [...secret].join(c(0x200b))],
  ['with an isolate of directions', (secret) => `${c(0x2067)}${within(secret, c(0x2069))}`],
  ['with an anchor of annotations', (secret) => within(secret, c(0xfff9))],
  ['with a shorthand control', (secret) => within(secret, c(0x1bca0))],
  ['as a key of an object', (secret) => JSON.stringify({ [secret]: 1 })],
  ['in a header of a request', (secret) => `> Authorization: Basic ${btoa(`x:${secret}`)}`],
  ['in the middle of an address', (secret) => `https://example.org/${encodeURIComponent(secret)}/x`],
  ['as an answer of git', (secret) => `fatal: unable to access 'https://x:${secret}@github.com/a/b/': 403`],
  ['behind a colour of a terminal', (secret) => `${c(27)}[31m${secret}${c(27)}[0m`],
];

const isGone = (text: string, secret: string) => {
  const plain = text.replace(/[^\p{L}\p{N}_-]/gu, '');
  return !text.includes(secret) && !plain.includes(secret.replace(/[^\p{L}\p{N}_-]/gu, ''));
};

test.each(ATTEMPTS)('a secret %s is masked', (_, put) => {
  for (const secret of [KEY, VALUE])
    expect([secret, isGone(MASK.mask(put(secret)), secret)]).toEqual([secret, true]);
});
