import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Plugin } from 'esbuild';

/**
 * Own modules that keep a file of their own when they are loaded lazily. Each name more multiplies the files, because
 * what several of them share is put into one more file for each set of those that do.
 */
const OWN_FILE = [
  'src/wake/steps.ts',
  'src/config/settings/settings-file.ts',
  'src/commands/action/other-commands.ts',
  // Most runs send no traces.
  'src/commands/action/traces.ts',
  // It needs a parser of Markdown, which goals without such a queue do not.
  'src/finders/finders.ts',
  // It needs node:http, which takes 30 ms to load.
  'src/adapters/sandbox/registry-proxy.ts',
];
const LAZY = /\bimport\('(\.[^']+)'\)/g;

/**
 * All other own modules that are loaded lazily lie in the file of those that load them, and are still not run before
 * they are asked for. Packages always keep a file of their own.
 */
export const fewFiles: Plugin = {
  name: 'few-files',
  setup({ onLoad, initialOptions }) {
    const root = initialOptions.absWorkingDir ?? '';
    onLoad({ filter: /\/src\/.*\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const contents = text.replace(LAZY, (statement, target: string) => {
        const module = relative(root, join(path, '..', target));
        return OWN_FILE.includes(module) ? statement : `Promise.resolve().then(() => require('${target}'))`;
      });
      return { contents, loader: 'ts' };
    });
  },
};
