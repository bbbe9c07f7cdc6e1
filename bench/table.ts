import { cpus } from 'node:os';
import type { Row } from './measure.ts';
import { runProgram } from './processes.ts';

export interface Facts {
  readonly machine: string;
  readonly rounds: number;
}

/** In plain words. */
export async function machine(): Promise<string> {
  const git = (await runProgram('git', ['version'])).out.trim().replace('git version ', 'git ');
  return `${cpus().length} cores, node ${process.versions.node}, ${git}`;
}

export function table({ machine: words, rounds }: Facts, rows: readonly Row[]): string {
  return [
    `${words}; medians of ${rounds}.`,
    '',
    '| what | floor | floor, ms | measured, ms | ratio | target | |',
    '|---|---|--:|--:|--:|---|---|',
    ...rows.map(tableRow),
    '',
  ].join('\n');
}

function tableRow(row: Row): string {
  const floor = row.floorMs === null ? '' : row.floorMs.toFixed(0);
  const ratio = row.ratio === null ? '' : `${row.ratio.toFixed(2)} ×`;
  const verdict = row.isMet ? 'met' : 'missed';
  const note = row.note === '' ? verdict : `${verdict}: ${row.note}`;
  return `| ${row.what} | ${row.floor} | ${floor} | ${row.subjectMs.toFixed(0)} | ${ratio} | ${row.target} | ${note} |`;
}
