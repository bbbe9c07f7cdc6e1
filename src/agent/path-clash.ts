import { foldPath } from '../core/access/matching/path.ts';
import type { TreeEntry } from '../ports.ts';
import type { Turns } from './tools/turns.ts';

interface PathClash {
  /** The path that is there already. */
  readonly with: string;
  readonly reason: string;
}

/** Why some file system could not have a file at this path beside those that are there already; null: all could. */
export function clashWith(
  path: string,
  entries: readonly TreeEntry[],
  turns: Turns,
): Promise<PathClash | null> {
  const folded = foldPath(path);
  return turns.find(entries, (entry) => {
    const reason = reasonOf(path, { folded, entry });
    return reason === null ? null : { with: entry.path, reason };
  });
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
