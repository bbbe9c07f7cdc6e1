import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NpmOrigin, readNpmLock } from '../../config/install/npm-lock.ts';

/** Where npm has the package in this folder from. Null: it is not known, or a registry. */
export function npmOrigin(home: string): NpmOrigin | null {
  const folder = join(home, '..');
  const origin = readNpmLock(textOf(join(folder, '.package-lock.json')));
  return origin?.kind === 'file' ? { ...origin, path: join(folder, '..', origin.path) } : origin;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
