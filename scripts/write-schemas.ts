/** Writes the JSON Schemas that editors use; `--check` only compares. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { editorSchemas } from './editor-schemas.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const folder = new URL('../schema/', import.meta.url);
const stale: string[] = [];

for (const [name, text] of editorSchemas()) {
  const file = new URL(name, folder);
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (found === text) continue;
  if (values.check) stale.push(name);
  else await writeFile(file, text);
}

if (stale.length > 0) {
  console.error(
    `Not up to date in schema/: ${stale.join(', ')}. Run \`npm run schema\` and commit the result.`,
  );
  process.exitCode = 1;
}
