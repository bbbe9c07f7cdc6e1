import { plainLine, wrapToWidth } from './display-width.ts';
import type { Style } from './palette.ts';

/** A column narrower than that holds no text; what is longer stands out. */
const LEAST_WIDTH = 20;

/** A text of others as lines of the terminal, with `indent` columns left free for what stands before it. Names lose their backticks. */
export function linesWithin(text: string, { width }: Pick<Style, 'width'>, indent = 0): readonly string[] {
  return wrapToWidth(plainLine(text.replaceAll('`', '')), Math.max(LEAST_WIDTH, width - indent));
}

/** The same, moved to the right. */
export function indentedLines(text: string, style: Pick<Style, 'width'>, indent: number): readonly string[] {
  return linesWithin(text, style, indent).map((line) => ' '.repeat(indent) + line);
}

/** One entry of a list. */
export function bulletLines(text: string, style: Pick<Style, 'width'>): readonly string[] {
  return linesWithin(text, style, 4).map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`);
}
