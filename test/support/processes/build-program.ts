import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { bundleAction } from '../../../scripts/bundle/bundle.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The command line, built from the sources as they stand. Beside `dist/`, because it looks for its recipes and schemas there. */
export const BUILT_PROGRAM = join(ROOT, '.program/cli.mjs');

/** Once, before any file of tests, and again before they are repeated: what is built starts in two thirds of the time. */
export async function setup(project: TestProject): Promise<void> {
  await build();
  project.onTestsRerun(build);
}

async function build(): Promise<void> {
  const folder = join(BUILT_PROGRAM, '..');
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of await bundleAction()) {
    const path = join(folder, name);
    const there = await readFile(path).catch(() => null);
    // Another run of tests may be starting what is there.
    if (there === null || !bytes.equals(there)) await writeFile(path, bytes);
  }
}
