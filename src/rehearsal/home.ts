import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Halt } from '../core/ending.ts';
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

/**
 * `Halt('bad_settings')` where a link leads out of `.wakeful/`: what a rehearsal writes and removes there would be written and
 * removed elsewhere.
 */
export async function ensureHome(home: RehearsalHome): Promise<void> {
  await refuseLinks(home);
  await mkdir(home.work, { recursive: true });
  await mkdir(home.github, { recursive: true });
  await ensureOwnFolder(home.root);
}

/** `.wakeful/`, which ignores itself, so that it never shows up in the repository around it. */
export async function ensureOwnFolder(root: string): Promise<string> {
  const top = join(root, '.wakeful');
  for (const place of [top, join(top, '.gitignore')]) await refuseLink(place);
  await mkdir(top, { recursive: true });
  await writeFile(join(top, '.gitignore'), '*\n');
  return top;
}

async function refuseLinks({ root, folder, origin, github, work }: RehearsalHome): Promise<void> {
  const top = join(root, '.wakeful');
  const places = [top, join(top, '.gitignore'), folder, origin, github, work];
  for (const place of places) await refuseLink(place);
  for (const name of await readdir(origin).catch(() => [])) await refuseLink(join(origin, name));
}

async function refuseLink(place: string): Promise<void> {
  const found = await lstat(place).catch(() => null);
  if (found?.isSymbolicLink() !== true) return;
  throw new Halt(
    'bad_settings',
    `${place} is a link. The rehearsal writes and removes files there, so a link would lead it into another folder. Nothing was started. Remove the link, and start again.`,
  );
}

/** Starts over: everything of this rehearsal goes, other rehearsals stay. */
export async function removeHome(home: RehearsalHome): Promise<void> {
  for (const folder of [home.origin, home.github, home.work]) {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
