import type { Sha, StoredFile } from '../../ports.ts';
import type { GitObject, ObjectReader } from './object-reader.ts';

/** One entry of a tree object. */
interface StoredEntry {
  readonly mode: string;
  readonly path: string;
  readonly id: Sha;
}

const FOLDER = '40000';

/**
 * Text files of a commit: exact paths, and everything below paths that end in `/`. It walks down the trees, one
 * round to the open reader per level, so it costs no process and any path works.
 */
export async function readStored(
  objects: ObjectReader,
  question: { readonly commit: Sha; readonly paths: readonly string[] },
  signal: AbortSignal,
): Promise<ReadonlyMap<string, StoredFile>> {
  const wanted = asWanted(question.paths);
  const found: StoredEntry[] = [];
  const root = await objects.get([`${checkedSha(question.commit)}^{tree}`], signal);
  let level = root.map((object) => ({ prefix: '', object }));
  if (level[0]?.object === null) throw new Error(`The commit ${question.commit} has not been fetched.`);
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
    level = folders.map((folder, at) => ({ prefix: `${folder.path}/`, object: trees[at] ?? null }));
  }
  return withText(objects, found, signal);
}

async function withText(
  objects: ObjectReader,
  entries: readonly StoredEntry[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, StoredFile>> {
  const blobs = await objects.get(
    entries.map((entry) => entry.id),
    signal,
  );
  const files = new Map<string, StoredFile>();
  for (const [at, entry] of entries.entries()) {
    const blob = blobs[at];
    if (blob?.type === 'blob') files.set(entry.path, { blob: entry.id, text: blob.bytes.toString('utf8') });
  }
  return files;
}

function isFile(entry: StoredEntry): boolean {
  return entry.mode.startsWith('100');
}

/** What was asked for, prepared for quick questions. */
interface Wanted {
  readonly files: ReadonlySet<string>;
  /** With their final `/`. */
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
  return { files: new Set(paths), folders: paths.filter((path) => path.endsWith('/')), onTheWay };
}

function isWanted(path: string, wanted: Wanted): boolean {
  return wanted.files.has(path) || wanted.folders.some((folder) => path.startsWith(folder));
}

function leadsToWanted(folder: string, wanted: Wanted): boolean {
  return wanted.onTheWay.has(folder) || wanted.folders.some((name) => folder.startsWith(name));
}

/** A tree object is a row of `<mode> <name>\0<id>`. */
function treeEntries(object: GitObject | null, prefix: string): StoredEntry[] {
  if (object?.type !== 'tree') return [];
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
