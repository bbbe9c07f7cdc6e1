/** `npm run bench`: how fast a wake is, against what the same would cost at least. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CROWD_ROWS } from './crowd-rows.ts';
import { LARGE_ROWS } from './large-rows.ts';
import type { Effort, Row } from './measure.ts';
import { type Bench, SINGLE_ROWS } from './rows.ts';
import { machine, table } from './table.ts';

const HELP = `npm run bench -- [options]

Measures wakes as processes of their own, started as a runner of GitHub Actions starts
them from dist/, with real git over HTTP and a stand-in for GitHub; floor and subject in
turns. Prints medians as a Markdown table.

  --only <row>   one row: {ROWS}
  --quick        fewer rounds and smaller remotes, for a look in under a minute
  --rounds <n>   this many rounds instead of 15, or 3 with --quick
  --json         print one JSON document

npm run bench -- stall   measures instead how long work on the longest texts keeps the
                         process from its deadline, its lock and a stop
`;

const USUAL: Effort = { rounds: 15, scale: 1 };
const QUICK: Effort = { rounds: 3, scale: 0.01 };
const ROWS = [...SINGLE_ROWS, ...LARGE_ROWS, ...CROWD_ROWS];
const MAIN = join(import.meta.dirname, '../dist/action.mjs');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean' },
    rounds: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});
const ids = ROWS.map(({ id }) => id);
if (values.help === true) {
  process.stdout.write(HELP.replace('{ROWS}', ids.join(', ')));
} else if (positionals.length > 0) {
  await stall(positionals);
} else if (values.only !== undefined && !ids.includes(values.only)) {
  process.stderr.write(`There is no row ${JSON.stringify(values.only)}. Rows: ${ids.join(', ')}.\n`);
  process.exitCode = 2;
} else {
  await run();
}

async function stall(words: readonly string[]): Promise<void> {
  if (words.join(' ') !== 'stall') {
    process.stderr.write(`There is no measurement ${JSON.stringify(words.join(' '))}. Try: stall.\n`);
    process.exitCode = 2;
    return;
  }
  const { measureStalls } = await import('./stall.ts');
  if (!(await measureStalls((line) => process.stdout.write(`${line}\n`)))) process.exitCode = 1;
}

async function run(): Promise<void> {
  const usual = values.quick === true ? QUICK : USUAL;
  const effort = { ...usual, rounds: Number(values.rounds ?? usual.rounds) };
  const bench: Bench = { effort, main: MAIN };
  const rows: Row[] = [];
  for (const plan of ROWS) {
    if (values.only !== undefined && values.only !== plan.id) continue;
    process.stderr.write(`${plan.id} …\n`);
    rows.push(await plan.measure(bench));
  }
  const facts = { machine: await machine(), rounds: bench.effort.rounds };
  process.stdout.write(
    values.json === true ? `${JSON.stringify({ ...facts, rows }, null, 2)}\n` : table(facts, rows),
  );
}
