import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type GoalFiles, parseGoalFiles } from '../../config/goal/goal-files.ts';
import { settingsInUse } from '../../config/settings/settings-file.ts';
import { protectedBySettings } from '../../core/access/protected-by-settings.ts';
import { agentFolders, OWN_FILE } from '../../core/access/protected-paths.ts';
import { SETTINGS_FILE, type Settings } from '../../core/settings.ts';
import { compareText } from '../../core/text/compare-text.ts';
import type { StoredFile } from '../../ports.ts';
import { sortProblems } from '../../report/problems/problem.ts';
import { blobId } from '../../tree/blob-id.ts';

/** The goal and settings files of a work tree, as they stand on disk. */
export interface WorkTreeGoals extends GoalFiles {
  readonly settings: Settings;
  /** How many files were read. */
  readonly files: number;
}

export async function readWorkTreeGoals(root: string): Promise<WorkTreeGoals> {
  const text = await textOf(join(root, SETTINGS_FILE));
  const { settings, problems } = settingsInUse(text);
  const files = await goalFilesOnDisk(root, settings.goalsFolder);
  const isProtected = await protectedBySettings(settings);
  const folders = await ownFoldersIn(root);
  const parsed = parseGoalFiles(files, { settings, isProtected, agentFolders: folders });
  return {
    ...parsed,
    problems: sortProblems([...problems, ...parsed.problems]),
    settings,
    files: files.size + (text === null ? 0 : 1),
  };
}

/** The goal and settings files of a work tree, by path, with the folder of the goals. */
export async function proposedFiles(root: string): Promise<{
  readonly goalsFolder: string;
  readonly files: ReadonlyMap<string, StoredFile>;
}> {
  const text = await textOf(join(root, SETTINGS_FILE));
  const goalsFolder = goalsFolderOf(text);
  const settings =
    text === null ? [] : [[SETTINGS_FILE, await storedFile(join(root, SETTINGS_FILE))] as const];
  return { goalsFolder, files: new Map([...settings, ...(await goalFilesOnDisk(root, goalsFolder))]) };
}

/** Whether a work tree is a copy of the agent, whose own sources no goal may write. */
export async function ownFoldersIn(root: string): Promise<readonly string[]> {
  return agentFolders((await textOf(join(root, OWN_FILE))) === null ? [] : [OWN_FILE]);
}

/** Where goals lie, by the text of a settings file; the usual folder when it does not say so in valid words. */
export function goalsFolderOf(settings: string | null): string {
  return settingsInUse(settings).settings.goalsFolder;
}

/** All of them, as a run sees them: also those in folders below, which are in the wrong place. */
async function goalFilesOnDisk(root: string, folder: string): Promise<ReadonlyMap<string, StoredFile>> {
  const files = new Map<string, StoredFile>();
  for (const { name, isFolder } of await entriesOf(join(root, folder))) {
    const path = `${folder}/${name}`;
    if (isFolder) for (const [below, file] of await goalFilesOnDisk(root, path)) files.set(below, file);
    else if (/\.ya?ml$/i.test(name)) files.set(path, await storedFile(join(root, path)));
  }
  return files;
}

/** A file on disk with the id that git would give its bytes. */
export async function storedFile(path: string): Promise<StoredFile> {
  const bytes = await readFile(path);
  return { blob: blobId(bytes, 'sha1'), text: bytes.toString('utf8') };
}

async function entriesOf(folder: string): Promise<readonly { name: string; isFolder: boolean }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(nothingThere);
  return (entries ?? [])
    .filter((entry) => entry.isFile() || (entry.isDirectory() && entry.name !== '.git'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .sort((a, b) => compareText(a.name, b.name));
}

async function textOf(path: string): Promise<string | null> {
  return (await readFile(path, 'utf8').catch(nothingThere)) ?? null;
}

function nothingThere(error: unknown): null {
  const missing =
    error instanceof Error && 'code' in error && ['ENOENT', 'ENOTDIR'].includes(String(error.code));
  if (missing) return null;
  throw error;
}
