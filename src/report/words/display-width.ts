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

const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
/** East Asian wide and full-width blocks of Unicode's EastAsianWidth.txt. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18AFF}\u{1B000}-\u{1B2FF}\u{20000}-\u{3FFFD}]/u;
const PLAIN = /^[\x20-\x7E]*$/;

/** Terminal escape sequences: CSI, OSC and the two-character ones. */
const ESCAPES =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  /[\x1B\x9B][[\]()#;?]*(?:\d{1,4}(?:[;:]\d{0,4})*)?[\x20-\x2F]*[0-9A-ORZcf-nq-uy=><~]/g;
const CONTROLS = /[\p{Cc}\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]+/gu;

/** One line without control characters, escape sequences and direction overrides; white space becomes one space. */
export function plainLine(text: string): string {
  return text.replace(ESCAPES, '').replace(/\s+/g, ' ').replace(CONTROLS, '').trim();
}

/** Columns that `text` takes. It must be free of control characters. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes(text)) width += graphemeWidth(segment);
  return width;
}

function graphemeWidth(segment: string): number {
  if (INVISIBLE.test(segment)) return 0;
  return EMOJI.test(segment) || WIDE.test(segment) ? 2 : 1;
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
