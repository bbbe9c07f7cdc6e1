import type { Steps } from '../text/steps.ts';
import { matchesIn, placed, type ReadText, readThrough } from './read-text.ts';

/** So much text that can be read does not come about by chance. */
export const READABLE = /[!-~]{14}/;

const NUMBER = '(?:0x|\\[char\\]|chr\\()?[\\dA-Fa-f]{1,8}';
/** Numbers of bytes in a row, as programs print them. */
const NUMBERS = new RegExp(`(?<![\\w.])(?:${NUMBER}[\\s,;|.)+-]{1,40}){13,2000}${NUMBER}(?!\\w)`, 'g');
const LARGEST_NUMBER = 255;

/** What can be read where each byte is a number: in hexadecimal, decimal, octal or binary digits. */
export function* numbersIn(read: ReadText): Steps<readonly ReadText[]> {
  const found: ReadText[] = [];
  for (const { index, 0: row } of yield* matchesIn(read.text, NUMBERS)) {
    yield;
    const items = [...row.matchAll(/([\dA-Fa-f]{1,8})(?=[\s,;|.)+-]|$)/g)];
    for (const radix of [16, 10, 8, 2]) {
      const bytes = items.map(({ 1: digits = '' }) => byteOf(digits, radix));
      const text = bytes.some(Number.isNaN) ? '' : bytes.map((byte) => String.fromCharCode(byte)).join('');
      if (!READABLE.test(text)) continue;
      const starts = Uint32Array.from(items, (item) => index + item.index);
      const ends = Uint32Array.from(items, (item) => index + item.index + item[0].length);
      found.push(
        readThrough(
          placed(text, () => ({ starts, ends })),
          read,
        ),
      );
    }
  }
  return found;
}

const DIGITS_OF: ReadonlyMap<number, RegExp> = new Map([
  [16, /^[\dA-Fa-f]+$/],
  [10, /^\d+$/],
  [8, /^[0-7]+$/],
  [2, /^[01]{8}$/],
]);

/** Not a number where it is none of a byte. */
function byteOf(digits: string, radix: number): number {
  const byte = DIGITS_OF.get(radix)?.test(digits) === true ? Number.parseInt(digits, radix) : Number.NaN;
  return byte > LARGEST_NUMBER ? Number.NaN : byte;
}
