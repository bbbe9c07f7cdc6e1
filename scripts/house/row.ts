/** One line of the table: a question about the source and the figures that answer it. */
export interface Row {
  readonly name: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** Figures of one checkout a column. */
export function tableOf(columns: readonly (readonly Row[])[], heads: readonly string[]): string {
  const names = [...new Set(columns.flatMap((rows) => rows.map(({ name }) => name)))];
  const cells = (name: string): readonly string[] => columns.map((rows) => shownFigures(rows, name));
  const lines = [
    ['', ...heads],
    ['---', ...heads.map(() => '---')],
    ...names.map((name) => [name, ...cells(name)]),
  ];
  return lines.map((line) => `| ${line.join(' | ')} |`).join('\n');
}

function shownFigures(rows: readonly Row[], name: string): string {
  const figures = Object.entries(rows.find((row) => row.name === name)?.figures ?? {});
  if (figures.length === 0) return '–';
  return figures.map(([what, figure]) => `${what} ${figure.toLocaleString('en')}`.trim()).join(', ');
}

/** The smallest value that at least this share of all values does not exceed; 0 for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

export function spread(values: readonly number[]): Readonly<Record<string, number>> {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95), max: percentile(values, 1) };
}
