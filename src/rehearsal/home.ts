import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digest } from '../core/text/digest.ts';

/** Where one rehearsal keeps everything it writes. */
export interface RehearsalHome {
  /** Where `.wakeful/` lies. */
  readonly root: string;
  readonly folder: string;
  /** How a person finds it: relative to where `.wakeful/` lies. */
  readonly shownAs: string;
  readonly origin: string;
  readonly github: string;
  readonly work: string;
}

/** `key` null: the repository that holds `.wakeful/`; otherwise a foreign one, in a folder of its own. */
export function rehearsalHome(root: string, key: string | null): RehearsalHome {
  const shownAs = key === null ? '.wakeful' : `.wakeful/${key}`;
  const folder = join(root, shownAs);
  return {
    root,
    folder,
    shownAs,
    origin: join(folder, 'origin.git'),
    github: join(folder, 'github'),
    work: join(folder, 'work'),
  };
}

/** A folder name for a foreign repository: readable, and never shared by two. */
export function foreignKey(name: string, address: string): string {
  const readable = name.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 40);
  return `${readable}-${digest([address], 10)}`;
}

/** `.wakeful/` ignores itself, so that it never shows up in the repository around it. */
export async function ensureHome(home: RehearsalHome): Promise<void> {
  await mkdir(home.work, { recursive: true });
  await mkdir(home.github, { recursive: true });
  await writeFile(join(home.root, '.wakeful', '.gitignore'), '*\n');
}

/** Starts over: everything of this rehearsal goes, other rehearsals stay. */
export async function removeHome(home: RehearsalHome): Promise<void> {
  for (const folder of [home.origin, home.github, home.work]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
