import { link, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Readers see the old text or the new one, never half of it. */
export async function writeWhole(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await writeFile(temporary, text);
  await rename(temporary, path);
}

let counter = 0;

/** Like `writeWhole`, but false when the file is there already: of several writers only one gets true. */
export async function writeNew(path: string, text: string): Promise<boolean> {
  const temporary = join(dirname(path), `.${process.pid}-${counter++}.tmp`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, text);
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** The next number of one sequence, never given twice, not even to two processes at once. */
export async function takeNumber(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const taken = (await readdir(folder)).map(Number).filter(Number.isInteger);
  let number = Math.max(0, ...taken) + 1;
  while (!(await claim(join(folder, String(number))))) number += 1;
  return number;
}

/** Creating a file that must not exist succeeds for exactly one caller. */
async function claim(path: string): Promise<boolean> {
  try {
    await (await open(path, 'wx')).close();
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  }
}

export function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
