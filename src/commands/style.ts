import { createPaint, type Style } from '../report/words/palette.ts';
import type { Output, Terminal } from './command.ts';

/** Sentences longer than this are hard to read, however wide the screen is. */
const WIDEST = 120;

export function styleOf(terminal: Terminal, output: Output = terminal.out): Style {
  const colour = output.isTerminal && !terminal.plain;
  // What goes into a file or another program has no edge.
  const tableWidth = output.isTerminal ? output.width : Number.POSITIVE_INFINITY;
  return { width: Math.min(output.width, WIDEST), tableWidth, paint: createPaint(colour) };
}
