import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The licenses of bundled packages, one after the other. */
export async function licenses(root: string, folders: readonly string[]): Promise<string> {
  const sections = await Promise.all(folders.map((folder) => section(join(root, folder))));
  return `${[...new Set(sections)].sort().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

async function section(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const file = (await readdir(folder)).find((each) => /^(licen[sc]e|copying)/i.test(each));
  const text = file === undefined ? `License: ${license}` : await readFile(join(folder, file), 'utf8');
  return `${name} ${version}\n\n${text.replaceAll('\r\n', '\n').trim()}\n`;
}
