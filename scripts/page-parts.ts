/** Writes the script and the style of the web page into src/, as text; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { PAGE_PARTS_FILE, pageParts } from './site/page-parts.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const text = await pageParts();

if (!values.check) await writeFile(PAGE_PARTS_FILE, text);
else if ((await readFile(PAGE_PARTS_FILE, 'utf8').catch(() => '')) !== text) {
  console.error(`Not up to date: ${PAGE_PARTS_FILE}. Run \`npm run page:parts\` and commit the result.`);
  process.exitCode = 1;
}
