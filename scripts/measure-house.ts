/** Measures the source; see `--help`. */
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSourceTree } from '../test/support/architecture/source-tree.ts';
import { commitRow } from './house/commits.ts';
import { linesLeft, sentenceLines } from './house/left.ts';
import { measuredRows } from './house/measured.ts';
import { type Row, tableOf } from './house/row.ts';

const HELP = `npm run measure -- [folder ...] [options]

Measures src/ of this checkout, or of the given ones, one column each, as a Markdown table.

  --commits <range>    the subjects of these commits as well, e.g. v1..HEAD
  --json               as JSON
  --left               instead: what the rules of the house find, one line each
  --sentences <path>   instead: the sentences for people below a path such as src/wake`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
    left: { type: 'boolean' },
    sentences: { type: 'string' },
  },
});
const folders = (positionals.length === 0 ? ['.'] : positionals).map((folder) => resolve(folder));

function measured(folder: string): readonly Row[] {
  const commits = values.commits === undefined ? null : commitRow(folder, values.commits);
  return [
    ...measuredRows(readSourceTree(resolve(folder, 'src')), resolve(folder, 'test')),
    ...(commits === null ? [] : [commits]),
  ];
}

function answer(): string {
  if (values.help === true) return HELP;
  const [folder = '.'] = folders;
  if (values.sentences !== undefined) {
    const below = values.sentences.replace(/^(\.\/)?src\/?/, '');
    return sentenceLines(readSourceTree(resolve(folder, 'src')), below).join('\n');
  }
  if (values.left === true) {
    return linesLeft(readSourceTree(resolve(folder, 'src')), resolve(folder, 'test')).join('\n');
  }
  const columns = folders.map(measured);
  if (values.json === true)
    return JSON.stringify(Object.fromEntries(folders.map((name, at) => [name, columns[at]])), null, 2);
  return tableOf(
    columns,
    folders.map((name) => basename(name)),
  );
}

console.log(answer());
