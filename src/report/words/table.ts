import { cutToWidth, displayWidth, padToWidth, plainLine } from './display-width.ts';
import type { Style, Tone } from './palette.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** Gives way first when the table is too wide, down to this many columns. */
  readonly shrinkTo?: number;
}

export type Cell = string | { readonly text: string; readonly tone: Tone };

const GAP = '  ';

/** A table for the terminal. Every line fits into the width of tables; cells that do not fit are cut with `…`. */
export function renderTable(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  style: Style,
): string {
  const texts = rows.map((row) => columns.map((_, index) => plainLine(textOf(row[index] ?? ''))));
  const widths = fitWidths(columns, naturalWidths(columns, texts), style.tableWidth ?? style.width);
  const head = columns.map((column, index) => place(column, column.title, widths[index] ?? 0));
  const lines = texts.map((cells, rowIndex) =>
    columns.map((column, index) => {
      const placed = place(column, cells[index] ?? '', widths[index] ?? 0);
      return style.paint(toneOf(rows[rowIndex]?.[index] ?? ''), placed);
    }),
  );
  return [
    style.paint('dim', head.join(GAP).trimEnd()),
    ...lines.map((line) => line.join(GAP).trimEnd()),
  ].join('\n');
}

function place(column: Column, text: string, width: number): string {
  return padToWidth(cutToWidth(text, width), width, column.align);
}

function naturalWidths(columns: readonly Column[], texts: readonly (readonly string[])[]): readonly number[] {
  return columns.map((column, index) =>
    texts.reduce(
      (widest, row) => Math.max(widest, displayWidth(row[index] ?? '')),
      displayWidth(column.title),
    ),
  );
}

/** Takes width from the widest shrinkable column, one step at a time; then from any column. */
function fitWidths(columns: readonly Column[], natural: readonly number[], width: number): readonly number[] {
  const widths = [...natural];
  const room = width - GAP.length * (columns.length - 1);
  let excess = widths.reduce((sum, each) => sum + each, 0) - room;
  while (excess > 0) {
    const index =
      widestAbove(
        widths,
        columns.map((column) => column.shrinkTo ?? Number.POSITIVE_INFINITY),
      ) ??
      widestAbove(
        widths,
        columns.map(() => 1),
      );
    if (index === null) break;
    widths[index] = (widths[index] ?? 0) - 1;
    excess -= 1;
  }
  return widths;
}

function widestAbove(widths: readonly number[], least: readonly number[]): number | null {
  let found: number | null = null;
  widths.forEach((width, index) => {
    if (width <= (least[index] ?? 0)) return;
    if (found === null || width > (widths[found] ?? 0)) found = index;
  });
  return found;
}

function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

function toneOf(cell: Cell): Tone {
  return typeof cell === 'string' ? 'plain' : cell.tone;
}
