import { foldPath } from '../core/access/matching/path.ts';
import type { TreeEntry } from '../ports.ts';
import type { Turns } from './tools/turns.ts';

interface PathClash {
  /** The path that is there already. */
  readonly with: string;
  readonly reason: string;
}

/**
 * Why some file system could not have a new file at this path beside those that are there already; null: all could. What is there
 * under exactly this name, and the folders that are, are nothing new.
 */
export async function clashWith(
  path: string,
  entries: readonly TreeEntry[],
  turns: Turns,
): Promise<PathClash | null> {
  const [is, folder] = await placeOf(path, entries, turns);
  if (is) return null;
  const folded = foldPath(path);
  return turns.find(entries, (entry) => {
    // A link or file beside a folder that is there has been so before.
    const isBesideFolder = depthOf(entry.path) <= depthOf(folder) - 1 && folder !== '';
    const reason = isBesideFolder ? null : reasonOf(path, { folded, entry });
    return reason === null ? null : { with: entry.path, reason };
  });
}

/** Whether the path is there, and the deepest of its folders that is, with a `/` at its end; the root is `''`. */
async function placeOf(
  path: string,
  entries: readonly TreeEntry[],
  turns: Turns,
): Promise<readonly [boolean, string]> {
  let depth = 0;
  let isThere = false;
  await turns.find(entries, (entry) => {
    isThere ||= entry.path === path;
    const shared = sharedFolder(path, entry.path);
    if (shared > depth) depth = shared;
    return isThere ? true : null;
  });
  return [isThere, path.slice(0, depth)];
}

function depthOf(path: string): number {
  return path.split('/').length;
}

/** How many characters of folders two paths begin with in common. */
function sharedFolder(one: string, other: string): number {
  let length = 0;
  for (let at = 0; at < one.length && one.charCodeAt(at) === other.charCodeAt(at); at++)
    if (one.charAt(at) === '/') length = at + 1;
  return length;
}

function reasonOf(
  path: string,
  { folded, entry }: { readonly folded: string; readonly entry: TreeEntry },
): string | null {
  const other = foldPath(entry.path);
  if (folded.startsWith(`${other}/`))
    return `${entry.path} is ${entry.kind === 'symlink' ? 'a symbolic link' : 'not a folder'}`;
  if (other.startsWith(`${folded}/`)) return `${path} is a folder`;
  return entry.path !== path && other === folded
    ? `${entry.path} exists; paths may not differ by case or kind of letters alone`
    : null;
}
