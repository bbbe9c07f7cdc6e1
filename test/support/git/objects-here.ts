/** What a wake has fetched: the objects in its repository, and their bytes. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runGit } from './repositories.ts';

export interface ObjectsHere {
  /** Ids by type. */
  readonly blobs: ReadonlySet<string>;
  readonly trees: ReadonlySet<string>;
  /** Of all packs. */
  readonly bytes: number;
}

/** `folder`: that of the wake's world. */
export async function objectsHere(folder: string): Promise<ObjectsHere> {
  const repository = join(folder, 'repository.git');
  const args = ['cat-file', '--batch-check=%(objecttype) %(objectname)', '--batch-all-objects'];
  const lines = (await runGit(repository, args)).trim().split('\n');
  const ofType = (type: string): ReadonlySet<string> =>
    new Set(lines.flatMap((line) => (line.startsWith(`${type} `) ? [line.slice(type.length + 1)] : [])));
  const packs = join(repository, 'objects', 'pack');
  let bytes = 0;
  for (const name of await readdir(packs)) {
    if (name.endsWith('.pack')) bytes += (await stat(join(packs, name))).size;
  }
  return { blobs: ofType('blob'), trees: ofType('tree'), bytes };
}
