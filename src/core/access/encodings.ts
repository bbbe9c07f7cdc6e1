import { charactersOfBase64, charactersOfHex, textOfHex } from '../text/bytes.ts';
import { eachInSteps, type Steps } from '../text/steps.ts';
import { readings } from './ignorable.ts';
import { placed, type ReadText, type Respelling, readThrough, respelt } from './read-text.ts';
import type { TextScan } from './text-scan.ts';

/**
 * How programs spell a character otherwise: in JSON, source code, addresses, mail, HTML and Markdown. A row of backslashes is
 * tried from its beginning only, or a long one would be tried from each of them.
 */
const SPELT =
  /(?<!\\)\\+(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2}))|((?:%[\dA-Fa-f]{2})+|(?:=[\dA-F]{2})+)|&#(?:[xX]0{0,6}([\dA-Fa-f]{1,6})|0{0,6}(\d{1,7}));|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])/g;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** The text with characters as they are meant where it spells them otherwise; null: it spells none. */
export function* unescaped(read: ReadText): Steps<ReadText | null> {
  if (read.text.search(SPELT) < 0) return null;
  const respellings = yield* eachInSteps(read.text.matchAll(SPELT), (match): Respelling | null => {
    const meant = characterOf(match);
    return meant === null ? null : { from: match.index, to: match.index + match[0].length, meant };
  });
  const inner = respelt(read.text, respellings);
  yield;
  // Characters that nobody sees may have been spelt as well.
  const isPlain = respellings.every(({ meant }) => /^[ -~]*$/.test(meant));
  const visible = isPlain ? inner : readThrough(readings(inner.text)[0], inner);
  return readThrough(visible, read);
}

function characterOf([, point, unit, byte, bytes, hex, decimal, name, mark]: RegExpExecArray): string | null {
  if (bytes !== undefined) return textOfHex(bytes.replace(/[%=]/g, ''));
  if (name !== undefined) return NAMED.get(name) ?? null;
  if (mark !== undefined) return mark;
  const digits = point ?? unit ?? byte ?? hex;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code > 0x10ffff ? null : String.fromCodePoint(code);
}

const WORD = /[\w+/=.~%-]/;
/** A shorter line ends for another reason than its length. */
const SHORTEST_WRAPPED = 40;
/** Marks of a quotation, a list or a comment, and blanks. */
const INDENT = /[ \t>|#*]/;
const LONGEST_INDENT = 16;

/** The text with lines joined where one was wrapped inside a word; null: none was. */
export function unwrapped(read: ReadText): ReadText | null {
  const { text } = read;
  const breaks: Respelling[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (end - start >= SHORTEST_WRAPPED) {
      // Mail marks such a break with `=`.
      const from = text.charAt(end - 1) === '=' ? end - 1 : end;
      const to = afterIndent(text, end + 1);
      if (WORD.test(text.charAt(from - 1)) && WORD.test(text.charAt(to)))
        breaks.push({ from, to, meant: '' });
    }
    start = end + 1;
  }
  return breaks.length === 0 ? null : readThrough(respelt(text, breaks), read);
}

function afterIndent(text: string, from: number): number {
  let at = from;
  while (at < from + LONGEST_INDENT && INDENT.test(text.charAt(at))) at += 1;
  return at;
}

const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{28,}(?:\r?\n[ \t]{0,16}[A-Za-z0-9+/_-]{4,})*/g;
const BYTE = '[\\dA-Fa-f]{2}(?:[ :]?\\r?\\n[ \\t]{0,16}|[ :])?';
const HEX = new RegExp(`(?<![\\dA-Fa-f])(?:${BYTE}){20,}`, 'g');
/** So much text that can be read does not come about by chance. */
const READABLE = /[!-~]{14}/;
/** So many characters are decoded in one step, or one place that is longer. */
const MOST_DECODED = 100_000;

interface Encoding {
  /** The bytes, each as the character of its number. */
  readonly decode: (found: string) => string;
  readonly found: RegExp;
  /** So many characters stand for so many bytes. */
  readonly characters: number;
  readonly bytes: number;
  readonly mayBeIn: (scan: TextScan) => boolean;
  /** Keeps paths out. */
  readonly isLikely: (found: string) => boolean;
}

const ENCODINGS: readonly Encoding[] = [
  {
    decode: charactersOfBase64,
    found: BASE64,
    characters: 4,
    bytes: 3,
    mayBeIn: (scan) => scan.mayHoldBase64,
    isLikely: (found) => /[a-z]/.test(found) && /[A-Z]/.test(found),
  },
  {
    decode: charactersOfHex,
    found: HEX,
    characters: 2,
    bytes: 1,
    mayBeIn: (scan) => scan.mayHoldHex,
    isLikely: (found) => /\d/.test(found),
  },
];

/** What stands in base64 or as a dump of bytes and can be read, each by itself. */
export function* decoded(read: ReadText, scan: TextScan): Steps<readonly ReadText[]> {
  const all: ReadText[] = [];
  let sinceRest = 0;
  for (const encoding of ENCODINGS.filter(({ mayBeIn }) => mayBeIn(scan))) {
    yield;
    for (const match of read.text.matchAll(encoding.found)) {
      for (const inner of encoding.isLikely(match[0]) ? decodedAt(match, encoding) : []) {
        if (inner !== null) all.push(readThrough(inner, read));
        sinceRest += match[0].length;
        if (sinceRest > MOST_DECODED) {
          yield;
          sinceRest = 0;
        }
      }
    }
  }
  return all;
}

/** One after the other, with null for what cannot be read. */
function* decodedAt(match: RegExpExecArray, encoding: Encoding): Generator<ReadText | null, void> {
  const compact = match[0].replace(/[\s:]+/g, '');
  // The first characters may belong to something else.
  for (let start = 0; start < encoding.characters; start++) {
    const text = encoding.decode(compact.slice(start));
    yield READABLE.test(text) ? placed(text, () => bytePlaces(match, start, { text, encoding })) : null;
  }
}

function bytePlaces(
  { index, 0: found }: RegExpExecArray,
  start: number,
  { text, encoding: { characters, bytes } }: { readonly text: string; readonly encoding: Encoding },
) {
  const places: number[] = [];
  for (let at = 0; at < found.length; at++) if (!/[\s:]/.test(found.charAt(at))) places.push(index + at);
  const starts = new Uint32Array(text.length);
  const ends = new Uint32Array(text.length);
  for (let byte = 0; byte < text.length; byte++) {
    starts[byte] = places[start + Math.floor((byte * characters) / bytes)] ?? index;
    ends[byte] = (places[start + Math.ceil(((byte + 1) * characters) / bytes) - 1] ?? places.at(-1) ?? 0) + 1;
  }
  return { starts, ends };
}
