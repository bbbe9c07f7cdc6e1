import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { pageHtml } from './page-html.ts';

const ROOT = join(import.meta.dirname, '../..');
const STYLES = ['src/pages/page.css', 'src/demonstrations/demonstrations.css'];

/** No goal of the page looks at links, and what reads Markdown for them would be a tenth of the page. */
const withoutMarkdown: Plugin = {
  name: 'without-markdown',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\/src\/finders\/links\/page\.ts$/ }, () => ({
      contents: `export function readPage() { throw new Error('No goal of this page looks at links.'); }`,
    }));
  },
};

/** `?raw` stands for the very text of a file. */
const rawText: Plugin = {
  name: 'raw-text',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.slice(0, -'?raw'.length)),
      namespace: 'raw-text',
    }));
    onLoad({ filter: /.*/, namespace: 'raw-text' }, async ({ path }) => ({
      contents: await readFile(path, 'utf8'),
      loader: 'text',
    }));
  },
};

/** The files of the site by name. */
export async function bundleSite(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    entryPoints: ['src/demonstrations/main.tsx'],
    absWorkingDir: ROOT,
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [rawText, withoutMarkdown],
    logLevel: 'warning',
  });
  const styles = await Promise.all(STYLES.map((path) => readFile(join(ROOT, path), 'utf8')));
  const { code } = await minified(styles.join('\n'));
  return new Map([['index.html', pageHtml({ script: outputFiles[0]?.text ?? '', style: code })]]);
}

async function minified(css: string): Promise<{ readonly code: string }> {
  const { transform } = await import('esbuild');
  return transform(css, { loader: 'css', minify: true });
}
