import { basename, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { chunkNames } from './chunk-names.ts';
import { fewFiles } from './few-files.ts';
import { leaveOutUnused } from './leave-out-unused.ts';
import { licenses } from './licenses.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Packages in the older format ask for node's own modules with `require`, which only one file has to know. */
const ASKS_FOR_REQUIRE = /^var __require = /m;
const REQUIRE = 'const require = (name) => process.getBuiltinModule(name);\n';

/** The files of dist/ by name. Readable, so that a change can be reviewed; split, so that a wake loads what it needs. */
export async function bundleAction(): Promise<ReadonlyMap<string, Buffer>> {
  const { outputFiles, metafile } = await build({
    entryPoints: { action: 'src/action.ts', cli: 'src/cli.ts' },
    outdir: 'dist',
    absWorkingDir: ROOT,
    bundle: true,
    // Paths stand in the output: those of a linked node_modules would lie elsewhere.
    preserveSymlinks: true,
    splitting: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    charset: 'utf8',
    // The runner is given dist/ without the package.json that would say what `.js` means.
    outExtension: { '.js': '.mjs' },
    legalComments: 'none',
    plugins: [fewFiles, leaveOutUnused],
    logLevel: 'warning',
  });
  const names = chunkNames(metafile);
  const files = outputFiles.map(({ path, text }): [string, Buffer] => [
    renamed(basename(path), names),
    Buffer.from(renamed(ASKS_FOR_REQUIRE.test(text) ? withRequire(text) : text, names)),
  ]);
  return new Map([...files, ['licenses.txt', Buffer.from(await licenses(ROOT, packagesIn(metafile)))]]);
}

/** Below the first line, where that says which program runs the file. */
function withRequire(text: string): string {
  const start = /^#!.*\n/.exec(text)?.[0] ?? '';
  return start + REQUIRE + text.slice(start.length);
}

function renamed(text: string, names: ReadonlyMap<string, string>): string {
  return [...names].reduce((changed, [from, to]) => changed.replaceAll(from, to), text);
}

/** Folders of packages, below the root, of which anything is left in the bundle. */
function packagesIn({ outputs }: Metafile): readonly string[] {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}
