/** Writes the static site into site/, which is not committed; says how large it is. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleSite } from './site/bundle-site.ts';

const folder = join(import.meta.dirname, '../site');
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const [name, text] of await bundleSite()) {
  await writeFile(join(folder, name), text);
  const [whole, compressed] = [Buffer.byteLength(text), gzipSync(text, { level: 9 }).length];
  console.log(`site/${name}: ${kilobytes(whole)}, ${kilobytes(compressed)} compressed`);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}
