import { styleText } from 'node:util';
import type { Paint, Style, Tone } from '../../report/words/palette.ts';
import type { Output, Terminal } from './command.ts';

/** Sentences longer than this are hard to read, however wide the screen is. */
const WIDEST = 120;

export function styleOf(terminal: Terminal, output: Output = terminal.out): Style {
  const isColoured = output.isTerminal && !terminal.isPlain;
  // What goes into a file or another program has no edge.
  const tableWidth = output.isTerminal ? output.width : Number.POSITIVE_INFINITY;
  return { width: Math.min(output.width, WIDEST), tableWidth, paint: createPaint(isColoured) };
}

const FORMATS = {
  plain: 'none',
  strong: 'bold',
  dim: 'dim',
  good: 'green',
  warn: 'yellow',
  bad: 'red',
  accent: 'cyan',
} as const satisfies Record<Tone, Parameters<typeof styleText>[0]>;

/** With `colour` off, text passes through unchanged. Whether the output takes colours is decided above. */
export function createPaint(isColoured: boolean): Paint {
  return (tone, text) =>
    isColoured && text !== '' ? styleText(FORMATS[tone], text, { validateStream: false }) : text;
}
