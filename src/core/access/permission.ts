import type { Permissions } from '../goal.ts';
import { isLiteral } from './matching/glob-marks.ts';
import { matchesGlobs, matchesGlobsInAnySpelling, matchesGlobsStrictly } from './matching/globs.ts';
import { mayBeNamed, type Protection, type ProtectionRules, protectedAs } from './protected-paths.ts';

export { normalisePath } from './matching/path.ts';

export type PathAction = 'read' | 'write' | 'delete';

/** What is at the path now. */
export type EntryKind =
  | 'file'
  | 'executable'
  | 'symlink'
  | 'submodule'
  | 'lfs_pointer'
  | 'unnameable'
  | 'missing';

export interface PathRequest {
  readonly action: PathAction;
  /** A path that `normalisePath` has let through. */
  readonly path: string;
  readonly entryKind: EntryKind;
  /** What some file systems take the path for, if that is another one: where that is protected, the path is so too. */
  readonly alias?: string;
}

export interface PathRules extends ProtectionRules {
  readonly permissions: Permissions;
  /** What the settings protect on top of the built-in list. */
  readonly protectedGlobs: readonly string[];
  /** The only file that the task may change; null or missing: all that the goal may. */
  readonly ownFile?: string | null;
}

export type Decision = { readonly kind: 'allowed' } | { readonly kind: 'denied'; readonly denial: Denial };

/** Why something may not be done to a path. */
export type Denial =
  /** No glob of the goal names it. */
  | { readonly kind: 'outside'; readonly action: 'read' | 'write'; readonly globs: readonly string[] }
  /** The goal has no effect that could bring a change into the repository. */
  | { readonly kind: 'no_draft' }
  | { readonly kind: 'protected'; readonly as: Protection }
  | { readonly kind: 'protected_by_settings' }
  /** The goal may write it, and not delete it. */
  | { readonly kind: 'kept'; readonly globs: readonly string[] }
  /** The task is another file. */
  | { readonly kind: 'other_file'; readonly own: string }
  | { readonly kind: 'not_a_file'; readonly is: RefusedEntry };

export type RefusedEntry = Exclude<EntryKind, 'file' | 'executable' | 'missing'>;

/** Whether the goal may do this. The only place that says so; it believes nothing the model says. */
export function decidePath(request: PathRequest, rules: PathRules): Decision {
  const denial = request.action === 'read' ? readDenial(request, rules) : writeDenial(request, rules);
  return denial === null ? { kind: 'allowed' } : { kind: 'denied', denial };
}

function readDenial({ path, entryKind }: PathRequest, { permissions }: PathRules): Denial | null {
  if (!matchesGlobs(permissions.read, path)) {
    return { kind: 'outside', action: 'read', globs: permissions.read };
  }
  return entryDenial(entryKind);
}

function writeDenial(
  { action, path, alias = path, entryKind }: PathRequest,
  rules: PathRules,
): Denial | null {
  const { permissions, protectedGlobs, ownFile = null } = rules;
  if (!permissions.effects.includes('draft_pull_request')) return { kind: 'no_draft' };
  for (const name of [path, alias]) {
    const protection = protectedAs(name, rules);
    if (protection !== null && !(mayBeNamed(protection) && isNamed(name, permissions.write)))
      return { kind: 'protected', as: protection };
    if (matchesGlobsInAnySpelling(protectedGlobs, name)) return { kind: 'protected_by_settings' };
  }
  if (!matchesGlobsStrictly(permissions.write, path)) {
    return { kind: 'outside', action: 'write', globs: permissions.write };
  }
  if (ownFile !== null && path !== ownFile) return { kind: 'other_file', own: ownFile };
  const { delete: globs = [] } = permissions;
  if (action === 'delete' && !matchesGlobsStrictly(globs, path)) return { kind: 'kept', globs };
  return entryDenial(entryKind);
}

/** Whether nothing is kept from the goal: neither a file of today nor one of the past. */
export function mayReadAll({ read }: Pick<Permissions, 'read'>): boolean {
  return read.includes('**') && !read.some((glob) => glob.startsWith('!'));
}

/** Whether a person has written exactly this path into the goal. What a wildcard happens to match, nobody has meant. */
function isNamed(path: string, globs: readonly string[]): boolean {
  return globs.includes(path) && isLiteral(path);
}

function entryDenial(kind: EntryKind): Denial | null {
  const isFile = kind === 'file' || kind === 'executable' || kind === 'missing';
  return isFile ? null : { kind: 'not_a_file', is: kind };
}
