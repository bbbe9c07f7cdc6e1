import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('package.json')) as Record<
  'dependencies' | 'devDependencies' | 'scripts' | 'bin',
  Record<string, string> | undefined
>;
const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

/** If npm is given a repository and finds one of these, it installs all packages there before it packs it. */
const PREPARES = ['build', 'install', 'postinstall', 'preinstall', 'prepack', 'prepare'];

/** Name and version of every row of the tables; a cell may name several packages. */
function documented(): readonly (readonly [string, string])[] {
  const rows = read('docs/dependencies.md')
    .split('\n')
    .filter((line) => /^\| [@a-z]/.test(line) && !line.startsWith('| package'));
  return rows.flatMap((row) => {
    const [names = '', versions = ''] = row
      .split('|')
      .slice(1, 3)
      .map((cell) => cell.trim());
    const version = versions.split(', ');
    return names.split(', ').map((name, index) => [name, version[index] ?? ''] as const);
  });
}

describe('dependencies', () => {
  test('are pinned exactly', () => {
    for (const [name, version] of all) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
  });

  test('stand in docs/dependencies.md with their version and what they are for, and no others', () => {
    expect(documented().toSorted()).toEqual(all.toSorted());
  });

  test('are none for somebody who starts the command line by npx: it is bundled, and nothing has to be built', () => {
    expect(Object.keys(manifest)).not.toContain('dependencies');
    expect(Object.keys(manifest)).not.toContain('workspaces');
    expect(PREPARES.filter((name) => manifest.scripts?.[name] !== undefined)).toEqual([]);
    expect(manifest.bin).toEqual({ wakeful: 'dist/cli.mjs' });
  });

  test('are installed by npm ci also where NODE_ENV is production: the sources need them all', () => {
    expect(read('.npmrc').split('\n')).toContain('include=dev');
  });

  test('are locked without any download address', () => {
    const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { resolved?: string }> };
    const resolved = Object.entries(lock.packages).filter(([, entry]) => entry.resolved !== undefined);
    expect(resolved).toEqual([]);
  });
});
