import type { Sha, StoredFile } from '../../ports.ts';
import type { GitObject, ObjectReader } from './object-reader.ts';

/** One entry of a tree object. */
interface StoredEntry {
  readonly mode: string;
  readonly path: string;
  readonly id: Sha;
}

const FOLDER = '40000';

/** Where objects are read from; null: it is not there. */
export type ObjectSource = Pick<ObjectReader, 'get'>;

interface StoredQuestion {
  readonly commit: Sha;
  readonly paths: readonly string[];
}

/**
 * Text files of a commit: exact paths, and everything below paths that end in `/`. A path that the commit does not have is left
 * out. One that it has is read, or this fails: what is missing here must not look as if it were missing there.
 */
export async function readStored(
  objects: ObjectSource,
  question: StoredQuestion,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, StoredFile>> {
  const entries = await storedEntries(objects, question, signal);
  const blobs = await objects.get(
    entries.map((entry) => entry.id),
    signal,
  );
  const files = new Map<string, StoredFile>();
  for (const [at, entry] of entries.entries()) {
    const blob = blobs[at];
    if (blob?.type !== 'blob') throw new NotFetched(entry.path, question.commit);
    files.set(entry.path, { blob: entry.id, text: blob.bytes.toString('utf8') });
  }
  return files;
}

/** The same without their contents; an empty path stands for all files. It walks down the trees, one round to the source per level, so any path works. */
export async function storedEntries(
  objects: ObjectSource,
  { commit, paths }: StoredQuestion,
  signal: AbortSignal,
): Promise<readonly StoredEntry[]> {
  const wanted = asWanted(paths);
  const found: StoredEntry[] = [];
  const root = await objects.get([`${checkedSha(commit)}^{tree}`], signal);
  if (root[0]?.type !== 'tree') throw new Error(`The commit ${commit} has not been fetched.`);
  let level: { readonly prefix: string; readonly object: GitObject }[] = [{ prefix: '', object: root[0] }];
  while (level.length > 0) {
    const entries = level.flatMap(({ prefix, object }) => treeEntries(object, prefix));
    found.push(...entries.filter((entry) => isFile(entry) && isWanted(entry.path, wanted)));
    const folders = entries.filter(
      (entry) => entry.mode === FOLDER && leadsToWanted(`${entry.path}/`, wanted),
    );
    const trees = await objects.get(
      folders.map((folder) => folder.id),
      signal,
    );
    level = folders.map((folder, at) => {
      const object = trees[at];
      if (object?.type !== 'tree') throw new NotFetched(`${folder.path}/`, commit);
      return { prefix: `${folder.path}/`, object };
    });
  }
  return found;
}

/** The commit has it, and it is not here. */
export class NotFetched extends Error {
  constructor(path: string, commit: Sha) {
    super(`${path} of the commit ${commit} has not been fetched.`);
    this.name = 'NotFetched';
  }
}

function isFile(entry: StoredEntry): boolean {
  return entry.mode.startsWith('100');
}

/** What was asked for, prepared for quick questions. */
interface Wanted {
  readonly files: ReadonlySet<string>;
  /** With their final `/`; empty for all that there is. */
  readonly folders: readonly string[];
  /** Every folder on the way to something asked for, with its final `/`. */
  readonly onTheWay: ReadonlySet<string>;
}

function asWanted(paths: readonly string[]): Wanted {
  const onTheWay = new Set<string>();
  for (const path of paths) {
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1))
      onTheWay.add(path.slice(0, at + 1));
  }
  return {
    files: new Set(paths),
    folders: paths.filter((path) => path === '' || path.endsWith('/')),
    onTheWay,
  };
}

function isWanted(path: string, wanted: Wanted): boolean {
  return wanted.files.has(path) || wanted.folders.some((folder) => path.startsWith(folder));
}

function leadsToWanted(folder: string, wanted: Wanted): boolean {
  return wanted.onTheWay.has(folder) || wanted.folders.some((name) => folder.startsWith(name));
}

/** A tree object is a row of `<mode> <name>\0<id>`. */
function treeEntries(object: GitObject, prefix: string): StoredEntry[] {
  const { bytes } = object;
  const idBytes = object.id.length / 2;
  const entries: StoredEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    const mode = bytes.toString('latin1', at, space);
    const path = prefix + bytes.toString('utf8', space + 1, end);
    entries.push({ mode, path, id: bytes.toString('hex', end + 1, end + 1 + idBytes) });
    at = end + 1 + idBytes;
  }
  return entries;
}

/** Commit ids come from state files too; nothing but an id may reach a command line. */
export function checkedSha(commit: string): Sha {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) return commit;
  throw new Error(`Not a full commit id: ${JSON.stringify(commit)}`);
}
