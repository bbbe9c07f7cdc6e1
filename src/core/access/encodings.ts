import { charactersOfBase64, charactersOfHex, textOfHex } from '../text/bytes.ts';
import { eachInSteps, type Steps } from '../text/steps.ts';
import { numbersIn, READABLE } from './byte-numbers.ts';
import { readings } from './ignorable.ts';
import { placed, type ReadText, type Respelling, readThrough, respelt } from './read-text.ts';
import { scanText, type TextScan } from './text-scan.ts';

/**
 * How programs spell a character otherwise: in JSON, source code, addresses, mail, HTML and Markdown. A row of backslashes is
 * tried from its beginning only, or a long one would be tried from each of them.
 */
const SPELT =
  /(?<!\\)\\+(?:u\{([\dA-Fa-f]{1,6})\}|u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|U([\dA-Fa-f]{8})|([0-3]?[0-7]{2}))|%u([\dA-Fa-f]{4})|((?:%(?:25){0,3}[\dA-Fa-f]{2})+|(?:=[\dA-F]{2})+)|&#(?:[xX]0{0,6}([\dA-Fa-f]{1,6})|0{0,6}(\d{1,7}));?|&(amp|lt|gt|quot|apos);|\\([!-/:-@[-`{-~])/g;
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

function characterOf(match: RegExpExecArray): string | null {
  const [, point, unit, byte, long, octal, old, bytes, hex, decimal, name, mark] = match;
  if (bytes !== undefined) return textOfHex(bytes.replace(/%(?:25)*(?=[\dA-Fa-f]{2})|=/g, ''));
  if (name !== undefined) return NAMED.get(name) ?? null;
  if (mark !== undefined) return mark;
  if (octal !== undefined) return String.fromCodePoint(Number.parseInt(octal, 8));
  const digits = point ?? unit ?? byte ?? long ?? old ?? hex;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code > 0x10ffff ? null : String.fromCodePoint(code);
}

const WORD = /[\w+/=.~%-]/;
/** A shorter line ends for another reason than its length. */
const SHORTEST_WRAPPED = 40;
const CONTINUED = /[=\\`]/;
/** Marks of a quotation, a list or a comment, and blanks. */
const INDENT = /[ \t>|#*]/;
const LONGEST_INDENT = 16;

/** The text with lines joined where one was wrapped inside a word; null: none was. */
export function unwrapped(read: ReadText): ReadText | null {
  const { text } = read;
  const breaks: Respelling[] = [];
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
    // Mail marks such a break with `=`, and shells, C and YAML with a backslash or a backtick: then a line may be short.
    const isMarked = CONTINUED.test(text.charAt(end - 1));
    if (isMarked || end - start >= SHORTEST_WRAPPED) {
      const from = isMarked ? end - 1 : end;
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
  {
    decode: charactersOfBase32,
    found: /(?<![A-Za-z0-9])[A-Z2-7]{28,}/g,
    characters: 8,
    bytes: 5,
    mayBeIn: (scan) => scan.mayHoldBase64,
    isLikely: (found) => /\d/.test(found) && /[A-Z]/.test(found),
  },
];

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function charactersOfBase32(text: string): string {
  const bits = Array.from(text, (character) => BASE32.indexOf(character).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return bytes.map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('');
}

const COLUMNS = /^[\dA-Fa-f]{6,8}:?[ \t]+(?=[\dA-Fa-f]{2})|(?<=[\dA-Fa-f]) {2,}(?![\dA-Fa-f]{2} )[^\n]*$/gm;

/** A dump of bytes without the addresses before its lines and the characters behind them; null: it has none. */
function withoutColumns(read: ReadText): ReadText | null {
  if (!/^[\dA-Fa-f]{6,8}:?[ \t]/m.test(read.text)) return null;
  const columns = [...read.text.matchAll(COLUMNS)];
  const ranges = columns.map(({ index, 0: column }) => ({
    from: index,
    to: index + column.length,
    meant: '',
  }));
  return readThrough(respelt(read.text, ranges), read);
}

/** What stands in base64, base32, as a dump of bytes or as their numbers and can be read, each by itself. */
export function* decoded(read: ReadText, scan: TextScan): Steps<readonly ReadText[]> {
  const inText = yield* bytesIn(read, scan);
  const dump = withoutColumns(read);
  yield;
  const inDump = dump === null ? [] : yield* bytesIn(dump, scanText(dump.text));
  return [...inText, ...inDump, ...(yield* numbersIn(read))];
}

function* bytesIn(read: ReadText, scan: TextScan): Steps<readonly ReadText[]> {
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
    const narrow = narrowed(text);
    const bytes = placed(text, () => bytePlaces(match, start, { text, encoding }));
    if (narrow !== null) yield readThrough(narrow, bytes);
    else yield READABLE.test(text) ? bytes : null;
  }
}

const WIDE = /(?:[!-~]\0){14}|(?:\0[!-~]){14}/;

/** Of text in UTF-16, whose every other byte is none; null: it is in another encoding. */
function narrowed(text: string): ReadText | null {
  if (!text.includes('\0') || !WIDE.test(text)) return null;
  const empty = Array.from(text.matchAll(/\0/g), ({ index }) => ({ from: index, to: index + 1, meant: '' }));
  return respelt(text, empty);
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
