import { execFile } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const OPTIONS = { env: { PATH: '/usr/bin:/bin' }, timeout: 60_000 };

/**
 * Removes a folder whatever commands left in it: also folders that are locked, and folders so deep that no path names them,
 * which only the system's own programs walk through step by step. Follows no link. Fails when something remains.
 */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    // What cannot be unlocked may still be removed, so only the last one counts.
    await run('chmod', ['-R', 'u+rwX', '--', folder], OPTIONS).catch(() => {});
    await run('rm', ['-rf', '--', folder], OPTIONS);
  }
}

/** What is in one folder into another one, with links as links. Where the disk can share contents, it does. */
export async function copyFolder(from: string, to: string, signal: AbortSignal): Promise<void> {
  await mkdir(to, { recursive: true });
  await run('cp', ['-a', '--reflink=auto', `${from}/.`, to], { env: OPTIONS.env, signal });
}
