import { basename } from 'node:path';
import type { Metafile } from 'esbuild';

type Output = Metafile['outputs'][string];

/**
 * New names for chunks, by the names that esbuild gives them: what is loaded lazily is called by its package or file, what
 * several share by its largest part. esbuild's own hold a digest, so that every change would rename files.
 */
export function chunkNames({ outputs }: Metafile): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const chunks = Object.entries(outputs).filter(([path]) => /-[A-Z0-9]{8}\.mjs$/.test(path));
  for (const [path, output] of chunks.sort(([, one], [, other]) => other.bytes - one.bytes)) {
    const wanted =
      output.entryPoint === undefined ? `shared-${largestPart(output)}` : partName(output.entryPoint);
    names.set(basename(path), unused(wanted, new Set(names.values())));
  }
  return names;
}

function largestPart({ inputs }: Output): string {
  const sums = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
    sums.set(partName(path), (sums.get(partName(path)) ?? 0) + bytesInOutput);
  }
  const largest = [...sums].sort(([one, a], [other, b]) => b - a || one.localeCompare(other, 'en'))[0];
  return largest?.[0] ?? 'runtime';
}

/** `octokit-rest` of a package's file, `wake` of `src/commands/action/wake.ts`. */
function partName(path: string): string {
  const name = /node_modules\/(?:@([^/]+)\/)?([^/]+)\/(?!.*node_modules)/.exec(path);
  if (name === null) return basename(path).replace(/\.[a-z]+$/, '');
  return [name[1], name[2]].filter((part) => part !== undefined).join('-');
}

function unused(wanted: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = `${wanted}${count === 1 ? '' : `-${count}`}.mjs`;
    if (!taken.has(name)) return name;
  }
}
