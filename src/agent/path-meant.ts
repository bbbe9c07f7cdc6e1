import { globMatcher } from '../core/access/matching/globs.ts';
import { existingPath, lookOfPath, type PathProblem } from '../core/access/matching/path.ts';
import { normalisePath } from '../core/access/permission.ts';
import type { Permissions } from '../core/goal.ts';
import type { TreeEntry } from '../ports.ts';
import type { Turns } from './tools/turns.ts';

/** A path that a call means. */
export interface MeantPath {
  readonly path: string;
  /** What some file systems take it for, where that may be something else. */
  readonly alias?: string;
}

type PathReading =
  | ({ readonly kind: 'path' } & MeantPath)
  | { readonly kind: 'refused'; readonly problem: PathProblem };

interface Tree {
  readonly entries: readonly TreeEntry[];
  readonly permissions: Permissions;
  readonly turns: Turns;
  /** Reading does no harm, whatever a file is called. */
  readonly isRead: boolean;
}

/**
 * The path that the model means. Whatever a file that is there is called, it is used by exactly that name, and a new file may lie in
 * any folder that is there: the rules are about new names. A file that looks the same to people is meant where no other is.
 */
export async function pathMeant(raw: string, tree: Tree): Promise<PathReading> {
  const normal = normalisePath(raw);
  const path = normal.kind === 'path' ? normal.path : raw;
  const paths = new Set(tree.entries.map((entry) => entry.path));
  const there = [raw, path, raw.replace(/^(?:\.\/)+/, '')].find((each) => paths.has(each));
  if (there !== undefined)
    return there === path && normal.kind === 'path' ? normal : existing(there, normal, tree.isRead);
  const alike = await oneThatLooksAlike(raw, tree);
  if (alike !== null) return existing(alike, normalisePath(alike), tree.isRead);
  return normal.kind === 'path' ? normal : inOddFolder(raw, paths, normal);
}

function existing(path: string, normal: ReturnType<typeof normalisePath>, isRead: boolean): PathReading {
  if (isRead) return { kind: 'path', path };
  const found = existingPath(path);
  if (found !== null) return { kind: 'path', ...found };
  return normal.kind === 'refused' ? normal : { kind: 'path', path };
}

/** A readable file, so that nothing is told about another one. */
async function oneThatLooksAlike(raw: string, { entries, permissions, turns }: Tree): Promise<string | null> {
  const look = lookOfPath(raw).replace(/^(?:\.\/)+/, '');
  const mayRead = globMatcher(permissions.read);
  // Most paths look like what they are.
  const odd = await turns.filter(entries, ({ path }) => !/^[ -~]*$/.test(path) || path.includes('  '));
  const alike = odd.filter(({ path }) => lookOfPath(path) === look && mayRead(path));
  return alike.length === 1 ? (alike[0]?.path ?? null) : null;
}

/** A new file, of an ordinary name, in a folder that is there. */
function inOddFolder(
  raw: string,
  paths: ReadonlySet<string>,
  refused: Extract<ReturnType<typeof normalisePath>, { kind: 'refused' }>,
): PathReading {
  const parts = raw.split('/');
  for (let depth = parts.length - 1; depth > 0; depth--) {
    const folder = parts.slice(0, depth).join('/');
    const isThere = [...paths].some((path) => path.startsWith(`${folder}/`));
    if (!isThere) continue;
    const rest = parts.slice(depth).join('/');
    const isFine = normalisePath(rest).kind === 'path' && normalisePath(`x/${rest}`).kind === 'path';
    return isFine ? existing(raw, refused, false) : refused;
  }
  return refused;
}
