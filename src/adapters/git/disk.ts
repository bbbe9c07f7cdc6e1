import { lstat, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NewFile } from '../../tree/overlay.ts';

/** Files below one folder. It never follows a symbolic link, also not one that a command left there. */
export interface Disk {
  write(path: string, file: NewFile): Promise<void>;
  remove(path: string): Promise<void>;
}

export function openDisk(folder: string): Disk {
  return {
    write: (path, file) => writeFile(folder, path, file),
    remove: (path) => removeFile(folder, path),
  };
}

/** By a new file that takes the old one's place: whatever the old name pointed to is not written through. */
async function writeFile(folder: string, path: string, file: NewFile): Promise<void> {
  await makeParents(folder, path);
  const full = join(folder, path);
  const fresh = `${full}.wakeful-new`;
  await rm(fresh, { recursive: true, force: true });
  const target = await open(fresh, 'wx', file.mode === '100755' ? 0o755 : 0o644);
  try {
    await target.writeFile(file.bytes);
  } finally {
    await target.close();
  }
  if ((await kindAt(full)) === 'folder') await rm(full, { recursive: true });
  await rename(fresh, full);
}

async function removeFile(folder: string, path: string): Promise<void> {
  for (const parent of parentsOf(path)) if ((await kindAt(join(folder, parent))) !== 'folder') return;
  await rm(join(folder, path), { recursive: true, force: true });
}

/** What stands in the way was left there by a command, for the repository has a folder in its place. */
async function makeParents(folder: string, path: string): Promise<void> {
  for (const parent of parentsOf(path)) {
    const full = join(folder, parent);
    const kind = await kindAt(full);
    if (kind === 'folder') continue;
    await rm(full, { force: true });
    await mkdir(full);
  }
}

/** From the outermost inwards. */
function parentsOf(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, at) => parts.slice(0, at + 1).join('/'));
}

async function kindAt(full: string): Promise<'file' | 'folder' | 'symlink' | 'other' | 'missing'> {
  const found = await lstat(full).catch(() => null);
  if (found === null) return 'missing';
  if (found.isSymbolicLink()) return 'symlink';
  if (found.isDirectory()) return 'folder';
  return found.isFile() ? 'file' : 'other';
}
