import { type Masked, reshaped } from '../../core/text/masked.ts';
import { cutText } from '../../core/text/plain-text.ts';
import { remembering } from '../../core/text/recent-texts.ts';
import {
  INVISIBLE_BREAK,
  withoutCommand,
  withoutCommitOrders,
  withoutMentions,
  withoutOrders,
} from './orders.ts';

/**
 * Text of others inside Markdown. A title, a log sentence or a model's summary may try to be a link, a table
 * cell, HTML, a mention or an order to close an issue; here it stays plain text. Balanced code spans are kept,
 * since nothing inside them is interpreted.
 */
const JOINED = '(?<=[\\p{L}\\p{M}\\p{Extended_Pictographic}\\p{Emoji_Modifier}])(?<![\\x00-\\x7F])';
const JOINING = '(?=[\\p{L}\\p{Extended_Pictographic}])(?![\\x00-\\x7F])';
/**
 * Characters without a shape, controls and signs of direction: in them somebody could write what no reader sees and other programs read.
 * Scripts and pictures need two of them, each once and at its place: a joiner between letters, and a sign behind a picture.
 */
const HIDDEN = new RegExp(
  [
    '(?![\\t\\n])\\p{Cc}',
    '(?![\\u200C\\u200D\\uFE0E\\uFE0F])\\p{Default_Ignorable_Code_Point}',
    '[\\p{Zl}\\p{Zp}\\uFFF9-\\uFFFC\\u2800\\u{1D159}\\u{16FE4}\\u{13430}-\\u{1343F}]',
    `(?!${JOINED}[\\u200C\\u200D]${JOINING})[\\u200C\\u200D]`,
    '(?<!\\p{Emoji})[\\uFE0E\\uFE0F]',
  ].join('|'),
  'gu',
);
/** Most texts hold none of them, which is quick to tell. */
const MAY_BE_HIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are looked for.
  /[\x00-\x08\x0B-\x1F\x7F-\x9F\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\uFFF9-\uFFFC\u2800\u{1D159}\u{16FE4}\u{13430}-\u{1343F}]/u;

/** Without characters that nobody sees: those that steer a program, turn the direction of a text, or have no shape. */
export function withoutHidden(text: string): string {
  return MAY_BE_HIDDEN.test(text) ? text.replace(HIDDEN, '') : text;
}

/** One line of plain text: white space becomes one space, Markdown is escaped. Safe in a table cell as well. */
export function inlineText(text: string): string {
  return withoutCommand(escapeInline(withoutHidden(text.replace(/\s+/g, ' ')).trim()));
}

/**
 * Several lines of plain text. Lists stay lists; every other block is taken apart. Goes through the whole text at once: a text
 * of very many lines would take long line by line.
 */
export function blockText(text: string): string {
  const lines = withoutHidden(text.replace(/\r\n?/g, '\n'))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/^ | $/gm, '')
    .replace(/^[*+](?= \S)/gm, '-');
  return escapeInline(lines)
    .split('\n')
    .map(withoutStart)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same as a quotation, so that a reader sees whose words they are. */
export function quotedText(text: string): string {
  return blockText(text)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

/** What a line begins with that may mean something there. */
const START = /^[-+=\d/!.:abdhjklmoprst]/i;

function withoutStart(line: string): string {
  if (!START.test(line)) return line;
  const list = /^(?:-|\d{1,3}[.)]) (?=\S)/.exec(line);
  return list === null ? startOfLine(line) : list[0] + startOfLine(line.slice(list[0].length));
}

/** Lists, underlines of headings and rules begin with these, and orders to programs that read comments with `/`. */
function startOfLine(text: string): string {
  return withoutCommand(text.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2'));
}

/** Lines of a block of code, where nothing is interpreted but by programs that read the text as it stands. */
export function codeLines(lines: readonly string[]): readonly string[] {
  return withoutOrders(withoutHidden(lines.join('\n')))
    .split('\n')
    .map((line) => withoutCommand(withoutMentions(line)));
}

const CODE_SPAN = '(?<!`)`[^`|\\\\\\n]+`(?!`)';
/** What means something in Markdown: code spans, marks, the start of a heading, mentions, references, addresses. */
const MARKS = new RegExp(
  [
    `(${CODE_SPAN})`,
    '[\\\\`*[\\]|~&<>$]',
    '(?<![a-z0-9])_|_(?![a-z0-9])',
    '@(?=[a-z0-9])|#(?=\\d)|(?<=^(?:(?:-|\\d{1,3}[.)]) )?)#(?=#*(?:\\s|$))',
    '\\bGH-(?=\\d)|(?:https?|ftp|mailto|xmpp):|\\bwww\\.',
  ].join('|'),
  'gim',
);

/** One look at each character, however many parts and lines the text has. A page shows much of what the page before has shown. */
const escapeInline = remembering((text) => {
  const plain = withoutOrders(text);
  const prices = pricesIn(plain);
  return plain.replace(MARKS, (mark: string, code: string | undefined, at: number) => {
    if (code !== undefined) return withoutMentions(code);
    if (mark === '$') return prices.has(at) ? mark : '\\$';
    if (mark === '#') return isDigit(plain.charAt(at + 1)) ? `#${INVISIBLE_BREAK}` : '\\#';
    return ENTITIES.get(mark) ?? broken(mark);
  });
}, 500_000);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
]);

/** A mark, or the beginning of a mention, a reference or an address. */
function broken(mark: string): string {
  if (mark.length === 1 && mark !== '@') return `\\${mark}`;
  const last = mark.slice(-1);
  return last === ':' || last === '.'
    ? `${mark.slice(0, -1)}${INVISIBLE_BREAK}${last}`
    : `${mark}${INVISIBLE_BREAK}`;
}

function isDigit(character: string): boolean {
  return /\d/.test(character);
}

const DOLLARS = new RegExp(`${CODE_SPAN}|[$\\n]`, 'g');

/** Two dollar signs are drawn as a formula; one before a figure, with no other between code spans, is a price. */
function pricesIn(text: string): ReadonlySet<number> {
  const prices = new Set<number>();
  if (!text.includes('$')) return prices;
  let before: number | null = null;
  let isAlone = true;
  const endOfPart = (): void => {
    if (before !== null && isAlone && isDigit(text.charAt(before + 1))) prices.add(before);
    before = null;
    isAlone = true;
  };
  for (const { 0: mark, index } of text.matchAll(DOLLARS)) {
    if (mark !== '$') endOfPart();
    else {
      isAlone = before === null;
      before = index;
    }
  }
  endOfPart();
  return prices;
}

/** Takes the effect out of mentions, issue references and bare addresses; what is read stays the same. */
function withoutReferences(text: string): string {
  return withoutCommitOrders(text)
    .replace(/@(?=[A-Za-z0-9])/g, `@${INVISIBLE_BREAK}`)
    .replace(/#(?=\d)/g, `#${INVISIBLE_BREAK}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${INVISIBLE_BREAK}`)
    .replace(/(https?|ftp|mailto|xmpp):/gi, `$1${INVISIBLE_BREAK}:`)
    .replace(/\bwww\./gi, `www${INVISIBLE_BREAK}.`);
}

/** One line for a place that shows no Markdown: a title, the subject of a commit. */
export function titleText(text: Masked, length: number): Masked {
  const plain = reshaped(text, (words) =>
    withoutCommand(withoutReferences(withoutHidden(words.replace(/\s+/g, ' ')).trim())),
  );
  return cutText(plain, length);
}

/** Cuts `text` until what `render` makes of it is at most `length` long: escaping makes text longer. */
export function renderWithin(text: Masked, length: number, render: (text: Masked) => string): string {
  let room = length;
  let rendered = render(cutText(text, room));
  while (rendered.length > length && room > 1) {
    room = Math.floor(room / 2);
    rendered = render(cutText(text, room));
  }
  return rendered;
}

/** A code span, whatever the text holds. */
export function codeSpan(text: string): string {
  const line = withoutHidden(text.replace(/\s+/g, ' '));
  return fitsCodeSpan(line) ? `\`${withoutMentions(withoutOrders(line))}\`` : inlineText(line);
}

function fitsCodeSpan(line: string): boolean {
  return !/[`|]/.test(line) && line.trim() !== '';
}

/** A value that a file gives: a code span, or quotation marks where it holds what no code span can. */
export function valueSpan(text: string): string {
  return fitsCodeSpan(text) ? codeSpan(text) : `“${inlineText(text)}”`;
}

/** A link; an address that is not plain http(s) is shown as text. */
export function link(text: string, address: string | null): string {
  const label = inlineText(text);
  if (address === null || !/^https?:\/\/[^\s<>()"'`\\|]+$/.test(address)) return label;
  return `[${label}](${address})`;
}
