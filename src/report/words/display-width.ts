import { eastAsianWidth } from 'get-east-asian-width';
import stripAnsi from 'strip-ansi';

/**
 * How much room text takes on a terminal. Text of others (titles, log lines, model words) may hold control
 * characters that move the cursor or recolour the screen: `plainLine` takes them out, and comes first.
 */
let segmenter: Intl.Segmenter | null = null;

/** Made when text first needs it: that costs more than everything else here, and most text is plain. */
function graphemes(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

const PLAIN = /^[\x20-\x7E]*$/;

const CONTROLS = /[\p{Cc}\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** One line without control characters, escape sequences and direction overrides; white space becomes one space. */
export function plainLine(text: string): string {
  return stripAnsi(text).replace(/\s+/g, ' ').replace(CONTROLS, '').trim();
}

/** Columns that `text` takes. It must be free of control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

/** The classes of characters stand here, not above: reading them takes a millisecond, and most text is plain. */
function graphemeWidth(segment: string): number {
  if (PLAIN.test(segment)) return 1;
  // Not a mark, a joiner, a direction sign or another character that is not drawn by itself.
  const visible = segment.match(/[^\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Mn}\p{Me}]/gu) ?? [];
  const [base, ...others] = visible;
  const codePoint = base?.codePointAt(0);
  if (codePoint === undefined) return 0;
  if (/\p{Emoji_Presentation}|\p{Emoji}[\uFE0F\u20E3]/u.test(segment)) return 2;
  // Some marks take a column of their own.
  const marks = others.filter((character) => /[\p{Mc}\uFF9E\uFF9F]/u.test(character));
  return eastAsianWidth(codePoint) + marks.length;
}

/** At most `width` columns; what was cut ends in `…`. */
export function cutToWidth(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  if (width < 1) return '';
  return `${startOf(text, width - 1)}…`;
}

function startOf(text: string, width: number): string {
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width));
  let used = 0;
  let start = '';
  for (const { segment } of graphemes(text)) {
    used += graphemeWidth(segment);
    if (used > width) break;
    start += segment;
  }
  return start;
}

/** Filled with spaces up to `width` columns. */
export function padToWidth(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const fill = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return align === 'left' ? text + fill : fill + text;
}

/** Lines of at most `width` columns, broken at spaces; a word that is longer than a line is broken inside. */
export function wrapToWidth(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => pieces(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return [...lines, line];
}

function pieces(word: string, width: number): readonly string[] {
  if (displayWidth(word) <= width) return [word];
  const found: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = startOf(rest, Math.max(1, width)) || rest.slice(0, 1);
    found.push(piece);
    rest = rest.slice(piece.length);
  }
  return rest === '' ? found : [...found, rest];
}
