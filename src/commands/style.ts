import { createPaint, type Style } from '../report/palette.ts';
import type { Output, Terminal } from './command.ts';

/** Readable on one screen, however wide it is. */
const WIDEST = 120;

export function styleOf(terminal: Terminal, output: Output = terminal.out): Style {
  const colour = output.isTerminal && !terminal.plain;
  return { width: Math.min(output.width, WIDEST), paint: createPaint(colour) };
}
