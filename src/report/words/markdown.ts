import { type Masked, reshaped } from '../../core/masked.ts';
import { cutText } from '../../core/plain-text.ts';
import { INVISIBLE_BREAK, withoutCommand, withoutOrders } from './orders.ts';

/**
 * Text of others inside Markdown. A title, a log sentence or a model's summary may try to be a link, a table
 * cell, HTML, a mention or an order to close an issue; here it stays plain text. Balanced code spans are kept,
 * since nothing inside them is interpreted.
 */
const CODE_SPAN = /(?<!`)(`[^`|\\\n]+`)(?!`)/;
const HIDDEN = /(?![\t\n])\p{Cc}|[\u200B\u200E\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu;

/** One line of plain text: white space becomes one space, Markdown is escaped. Safe in a table cell as well. */
export function inlineText(text: string): string {
  return withoutCommand(escapeInline(text.replace(/\s+/g, ' ').replace(HIDDEN, '').trim()));
}

/** Several lines of plain text. Lists stay lists; every other block is taken apart. */
export function blockText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(HIDDEN, '').split('\n');
  return lines
    .map(blockLine)
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

function blockLine(line: string): string {
  const text = line.replace(/\s+/g, ' ').trim();
  if (text === '') return '';
  const list = /^(?:[-*+]|\d{1,3}[.)]) (?=\S)/.exec(text);
  if (list === null) return startOfLine(escapeInline(text));
  return list[0].replace(/^[*+]/, '-') + startOfLine(escapeInline(text.slice(list[0].length)));
}

/** Lists, underlines of headings and rules begin with these, and orders to programs that read comments with `/`. */
function startOfLine(text: string): string {
  return withoutCommand(text.replace(/^([-+=])/, '\\$1').replace(/^(\d{1,9})([.)])/, '$1\\$2'));
}

/** One line of a block of code, where nothing is interpreted but by programs that read the text as it stands. */
export function codeLine(line: string): string {
  return withoutCommand(withoutOrders(line.replace(HIDDEN, '')).replace(MENTION, `@${INVISIBLE_BREAK}`));
}

/** A decorator in code is no mention unless a bot goes by its name, and those are called at the start of a line. */
const MENTION = /(?<=^\s*)@(?=[A-Za-z0-9])/;

function escapeInline(text: string): string {
  return text
    .split(CODE_SPAN)
    .map((part, index) => (index % 2 === 1 ? withoutOrders(part) : escapeMarks(withoutReferences(part))))
    .join('');
}

/** Two dollar signs are drawn as a formula; one before a figure is a price. */
function withoutFormula(text: string): string {
  const isPrice = text.split('$').length === 2 && /\$\d/.test(text);
  return isPrice ? text : text.replaceAll('$', () => '\\$');
}

function escapeMarks(text: string): string {
  const escaped = text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*[\]|~]/g, '\\$&')
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
    .replace(/^#(?=#*(?:\s|$))/, '\\#');
  return withoutFormula(escaped);
}

/** Takes the effect out of mentions, issue references and bare addresses; what is read stays the same. */
function withoutReferences(text: string): string {
  return withoutOrders(text)
    .replace(/@(?=[A-Za-z0-9])/g, `@${INVISIBLE_BREAK}`)
    .replace(/#(?=\d)/g, `#${INVISIBLE_BREAK}`)
    .replace(/\b(GH-)(?=\d)/gi, `$1${INVISIBLE_BREAK}`)
    .replace(/(https?|ftp|mailto|xmpp):/gi, `$1${INVISIBLE_BREAK}:`)
    .replace(/\bwww\./gi, `www${INVISIBLE_BREAK}.`);
}

/** One line for a place that shows no Markdown: a title, the subject of a commit. */
export function titleText(text: Masked, length: number): Masked {
  const plain = reshaped(text, (words) =>
    withoutCommand(withoutReferences(words.replace(/\s+/g, ' ').replace(HIDDEN, '').trim())),
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
  const line = text.replace(/\s+/g, ' ').replace(HIDDEN, '');
  return fitsCodeSpan(line) ? `\`${withoutOrders(line)}\`` : inlineText(line);
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
