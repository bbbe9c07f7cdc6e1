import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transform } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const STYLES = ['src/pages/page.css', 'src/pages/charts.css', 'src/report/page/report.css'];

export const PAGE_PARTS_FILE = join(ROOT, 'src/report/page/built/page-parts.ts');

/**
 * The text of the file from which the page takes its script and its style. It is committed: the command line runs from the
 * sources and from the bundle alike, and neither builds anything.
 */
export async function pageParts(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/report/page/browser/main.ts'],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
  });
  const styles = await Promise.all(STYLES.map((path) => readFile(join(ROOT, path), 'utf8')));
  const { code } = await transform(styles.join('\n'), { loader: 'css', minify: true, charset: 'ascii' });
  return [
    '/** Written by `npm run page:parts`. Do not edit. */',
    `export const PAGE_SCRIPT = ${JSON.stringify((outputFiles[0]?.text ?? '').trim())};`,
    `export const PAGE_STYLE = ${JSON.stringify(code.trim())};`,
    '',
  ].join('\n');
}
