import { lstat, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { gitRunner } from '../../adapters/git/run-git.ts';
import { childEnvironment } from '../../adapters/runner.ts';
import { Halt } from '../../core/ending.ts';
import { ensureOwnFolder } from '../../rehearsal/home.ts';
import { PAGE_TEXTS } from '../../report/page/page-texts.ts';
import { UsageError } from '../terminal/command.ts';
import { rehearsalRoot } from '../worlds/rehearsal-folder.ts';
import type { PageFile } from './page-files.ts';

/** Where the page is written. */
export interface PagePlace {
  readonly kind: 'file' | 'folder';
  readonly path: string;
}

/** `wanted`: what the person named; null: nothing, so it lies with everything else that is not committed. */
export async function pagePlace(
  folder: string,
  wanted: string | null,
  signal: AbortSignal,
): Promise<PagePlace> {
  if (wanted === null) {
    const root = await rehearsalRoot(gitRunner(childEnvironment()), folder, signal);
    return { kind: 'file', path: join(await ensureOwnFolder(root), 'page.html') };
  }
  const path = resolve(folder, wanted);
  const found = await stat(path).catch(() => null);
  const isFile = /\.html?$/i.test(wanted);
  if (isFile && found?.isDirectory() === true) throw new UsageError(PAGE_TEXTS.isFolder(wanted));
  return { kind: isFile ? 'file' : 'folder', path };
}

/** Gives the paths of what was written. A file of its own gets the page alone. */
export async function writeFiles(
  { kind, path }: PagePlace,
  files: readonly PageFile[],
): Promise<readonly string[]> {
  const targets =
    kind === 'folder'
      ? files.map(({ name, text }) => ({ target: join(path, name), text }))
      : files.slice(0, 1).map(({ text }) => ({ target: path, text }));
  for (const { target, text } of targets) await write(target, text);
  return targets.map(({ target }) => target);
}

/** A repository that somebody has cloned may bring a link of this name to a file of theirs. */
async function write(target: string, text: string): Promise<void> {
  const found = await lstat(target).catch(() => null);
  if (found?.isSymbolicLink() === true) throw new Halt('forbidden', PAGE_TEXTS.isLink(target));
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  } catch (reason) {
    const why = reason instanceof Error ? reason.message : String(reason);
    throw new Halt('forbidden', PAGE_TEXTS.notWritten(target, why), { cause: reason });
  }
}
