import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { subjectRow } from '../../../scripts/house/commits.ts';
import { linesLeft, sentenceLines } from '../../../scripts/house/left.ts';
import { measuredRows } from '../../../scripts/house/measured.ts';
import { percentile, tableOf } from '../../../scripts/house/row.ts';
import { readSourceTree } from '../../support/architecture/source-tree.ts';
import { PlantedTrees } from '../../support/planted-tree.ts';

const trees = new PlantedTrees();
afterAll(() => trees.remove());

const folder = trees.write({
  'src/ports.ts': 'export interface StateStore {\n  push(text: string): Promise<void>;\n}\n',
  'src/core/mask.ts': `export const mask = (text: string) => text;
export type Place = 'here';
`,
  'src/core/tested.ts': 'export const tested = 1;\n',
  'src/ledger/ledger.ts': `import type { StateStore } from '../ports.ts';
interface Place {
  readonly store: StateStore;
}
export class Ledger {
  async commit({ store }: Place) {
    await store.push('x');
  }
}
`,
  'src/wake/wake.ts': `import { mask } from '../core/mask.ts';
import { isDue } from './goal/due.ts';
export async function wake() {
  const { work } = await import('./item/work.ts');
  if (isDue(1, 2, 3, 4)) [1].forEach(() => work());
  console.log(mask('The wake is over now.'));
}
`,
  'src/wake/goal/due.ts':
    'export const isDue = (a: any, b: number, c: number, d: number) => a! > b + c + d;\n',
  'src/wake/item/work.ts': `import { finishItem } from './finish-item.ts';
export async function work() {
  await finishItem();
}
`,
  'src/wake/item/finish-item.ts': `import { Ledger } from '../../ledger/ledger.ts';
import { facts } from './record.ts';
export const finishItem = async () => {
  record();
};
function record() {
  return new Ledger().commit(facts());
}
`,
  'src/wake/item/record.ts': `import { far } from './far.ts';
export function facts(): never {
  return far();
}
`,
  'src/wake/item/far.ts': 'export const far = (): never => {\n  throw new Error();\n};\n',
  'test/tested.test.ts': `import { tested } from '../src/core/tested.ts';\nexport const t = tested;\n`,
});
const tree = readSourceTree(join(folder, 'src'));
const rows = measuredRows(tree, join(folder, 'test'));

const FIGURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  files: { '': 10 },
  'lines per file': { p50: 3, p95: 9, max: 9 },
  'lines per function': { p50: 3, p95: 5, max: 5 },
  'most files in one folder': { 'wake/item/': 4, 'core/': 2, './': 1, 'ledger/': 1, 'wake/goal/': 1 },
  'folders with more than 30 files': { '': 0 },
  'functions with more than 3 and more than 4 parameters': { '3:': 1, '4:': 0 },
  '`any`': { '': 1 },
  '`!`': { '': 1 },
  'circles of imports': { '': 0 },
  'imports inside wake/': { '': 5, levels: 5 },
  'files that wake/wake.ts can load, lazy ones included': { '': 8, levels: 5 },
  'to read for: one plain wake': { files: 4, lines: 28 },
  'to read for: one plain wake, all of it': { files: 7, lines: 36 },
  'to read for: an item finishes': { files: 3, lines: 21 },
  'to read for: an item finishes, all of it': { files: 4, lines: 24 },
  'names of types that two or more files declare': { exported: 0, 'private ones too': 1 },
  'places that mask by hand': { '': 1, files: 1 },
  'sentences for people outside of report/': { '': 1, 'wake/': 1 },
  'files of core/ that no test file imports': { '': 1 },
};

describe('the measurements of a small source', () => {
  test.each(Object.entries(FIGURES))('%s', (name, figures) => {
    expect(rows.find((row) => row.name === name)?.figures).toEqual(figures);
  });

  test('are all looked at here', () => {
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(FIGURES).toSorted());
  });
});

test('a percentile is the smallest value that so many do not exceed', () => {
  expect([0, 0.5, 0.95, 1].map((share) => percentile([30, 10, 20, 40], share))).toEqual([10, 20, 40, 40]);
  expect(percentile([], 0.5)).toBe(0);
});

test('subjects are measured in characters', () => {
  const subjects = ['a'.repeat(72), 'b'.repeat(73), 'c'.repeat(5)];
  expect(subjectRow(subjects).figures).toEqual({ commits: 3, 'mean length': 50, '% over 72': 33 });
  expect(subjectRow([]).figures).toEqual({ commits: 0, 'mean length': 0, '% over 72': 0 });
});

test('a table has a column for each checkout, and a dash where one has no figure', () => {
  const before = [{ name: 'lines', figures: { p50: 1, max: 1200 } }];
  const after = [...before, { name: 'files', figures: { '': 3 } }];
  expect(tableOf([before, after], ['before', 'after']).split('\n')).toEqual([
    '|  | before | after |',
    '| --- | --- | --- |',
    '| lines | p50 1, max 1,200 | p50 1, max 1,200 |',
    '| files | – | 3 |',
  ]);
});

describe('what is left', () => {
  test('is told line by line, with the number of sentences of each folder', () => {
    expect(linesLeft(tree, join(folder, 'test'))).toEqual([
      'src/core/mask.ts:1 untested: no test file imports it',
      'src/wake/: 1 sentence(s)',
    ]);
  });

  test('are the sentences below a path', () => {
    const line = 'src/wake/wake.ts:6 sentence: "The wake is over now."';
    expect(sentenceLines(tree, '')).toEqual([line]);
    expect(sentenceLines(tree, 'wake/wake')).toEqual([line]);
    expect(sentenceLines(tree, 'core')).toEqual([]);
  });
});
