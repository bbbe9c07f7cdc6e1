import { plainLine, wrapToWidth } from './display-width.ts';
import type { Style } from './palette.ts';

/** Markdown as this program writes it, for a terminal: every row of a table becomes a paragraph of its own. */
export function markdownOnTerminal(markdown: string, style: Style): string {
  const blocks = markdown.trim().split(/\n{2,}/);
  return `${blocks.map((block) => blockOnTerminal(block.split('\n'), style)).join('\n\n')}\n`;
}

function blockOnTerminal(lines: readonly string[], style: Style): string {
  if (lines[0]?.startsWith('|') === true) return tableOnTerminal(lines, style);
  return lines.flatMap((line) => lineOnTerminal(line, style)).join('\n');
}

function lineOnTerminal(line: string, style: Style): readonly string[] {
  const heading = /^#+ (.*)$/.exec(line)?.[1];
  if (heading !== undefined)
    return wrapToWidth(plainWords(heading), style.width).map((each) => style.paint('strong', each));
  const [, indent = '', text = line] = /^( *- )(.*)$/.exec(line) ?? [];
  return hanging(indent, plainWords(text), style);
}

function tableOnTerminal([head = '', , ...rows]: readonly string[], style: Style): string {
  const titles = cellsOf(head);
  return rows.map((row) => rowOnTerminal(cellsOf(row), titles, style)).join('\n\n');
}

function rowOnTerminal(
  [name = '', ...cells]: readonly string[],
  [, ...titles]: readonly string[],
  style: Style,
): string {
  const lines = cells.flatMap((cell, index) =>
    cell === '' ? [] : hanging('  ', `${titles[index] ?? ''}: ${cell}`, style),
  );
  return [style.paint('strong', name), ...lines].join('\n');
}

/** A cell's own bars are escaped, or it would be two. */
function cellsOf(row: string): readonly string[] {
  return row
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainWords(cell.trim()));
}

function hanging(start: string, text: string, { width }: Style): readonly string[] {
  const lines = wrapToWidth(text, Math.max(20, width - start.length));
  return lines.map((line, index) => (index === 0 ? start : ' '.repeat(start.length)) + line);
}

/** What a reader of the rendered page would see of one line. */
function plainWords(text: string): string {
  const parts = text.split(/(?<![\\`])`([^`]+)`(?!`)/);
  return plainLine(
    parts.map((part, index) => (index % 2 === 1 ? part : unescaped(part))).join(''),
  ).replaceAll('\u200B', '');
}

function unescaped(text: string): string {
  return text
    .replaceAll('**', '')
    .replace(/\[((?:\\.|[^\]\\])*)\]\((https?:[^)]*)\)/g, '$1 ($2)')
    .replace(/\\([\\`*[\]|~_#+=.()-])/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
