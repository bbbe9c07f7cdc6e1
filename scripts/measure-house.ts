/** Measures the source; see `--help`. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSourceTree } from '../test/support/architecture/source-tree.ts';
import { linesLeft, sentenceLines } from './house/left.ts';

const HELP = `npm run measure -- [folder] [options]

folder: a checkout of this repository; this one if left out.

  --left               what the rules of the house find, also what is let pass for a while
  --sentences <path>   the sentences for people outside of src/report/, below a path such as src/wake`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, left: { type: 'boolean' }, sentences: { type: 'string' } },
});
const root = resolve(positionals[0] ?? '.');

function lines(): readonly string[] {
  if (values.help === true) return [HELP];
  const tree = readSourceTree(resolve(root, 'src'));
  if (values.sentences !== undefined)
    return sentenceLines(tree, values.sentences.replace(/^(\.\/)?src\/?/, ''));
  return linesLeft(tree, resolve(root, 'test'));
}

console.log(lines().join('\n'));
