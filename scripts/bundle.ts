/** Writes dist/, which the Action runs; `--check` only compares. The same tree gives the same bytes everywhere. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleAction } from './bundle/bundle.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, out: { type: 'string', default: 'dist' } },
});
const folder = join(import.meta.dirname, '..', values.out);
const built = await bundleAction();

if (values.check) await compare();
else await write();

async function write(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of built) await writeFile(join(folder, name), bytes);
}

async function compare(): Promise<void> {
  const found = await readdir(folder).catch((): string[] => []);
  const stale = found.filter((name) => !built.has(name));
  for (const [name, bytes] of built) {
    const there = found.includes(name) ? await readFile(join(folder, name)) : null;
    if (there === null || !bytes.equals(there)) stale.push(name);
  }
  if (stale.length === 0) return;
  console.error(
    `Not up to date in ${values.out}/: ${stale.sort().join(', ')}. Run \`npm run bundle\` and commit the result.`,
  );
  process.exitCode = 1;
}
