import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** What plays a run, from the rules to the steps. Everything outside of the process is behind its ports. */
const ROOMS = [
  'core',
  'config',
  'report',
  'agent',
  'ledger',
  'alerts',
  'wake',
  'oversight',
  'ports',
  'tree',
  'simulation',
];

/** What only node has besides its modules, by the name that the bundle bears in its place. */
const ONLY_IN_NODE = ['Buffer', 'process', 'global', 'setImmediate', 'require', '__dirname'];
const marked = (name: string): string => `only_in_node_${name}`;

async function filesOf(room: string): Promise<readonly string[]> {
  const found = await readdir(join(SRC, room), { recursive: true });
  return found.filter((path) => path.endsWith('.ts')).map((path) => join(SRC, room, path));
}

async function bundleForBrowser(stdin: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: stdin, resolveDir: SRC, loader: 'ts' },
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'esm',
    target: 'es2024',
    treeShaking: true,
    define: Object.fromEntries(ONLY_IN_NODE.map((name) => [name, marked(name)])),
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

const nodeNamesIn = (bundle: string): readonly string[] =>
  ONLY_IN_NODE.filter((name) => new RegExp(`\\b${marked(name)}\\b`).test(bundle));

test.each(ROOMS)(
  'everything in %s runs in a browser: it asks for no module and no global of node',
  async (room) => {
    const files = await filesOf(room);
    expect(files.length).toBeGreaterThan(0);
    const all = files
      .map((file, index) => `export * as file${index} from ${JSON.stringify(file)};`)
      .join('\n');
    const bundle = await bundleForBrowser(all);
    expect(nodeNamesIn(bundle)).toEqual([]);
  },
);

test('a module and a global of node would be noticed', async () => {
  expect(nodeNamesIn(await bundleForBrowser('console.log(Buffer.from("a"), process.env);'))).toEqual([
    'Buffer',
    'process',
  ]);
  await expect(
    bundleForBrowser('import { createHash } from "node:crypto"; createHash("x");'),
  ).rejects.toThrow('node:crypto');
});
