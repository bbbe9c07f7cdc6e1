import type { Permissions } from '../goal.ts';
import { matchesGlobs, matchesGlobsInAnySpelling, matchesGlobsStrictly } from './globs.ts';
import { protectedAs } from './protected-paths.ts';

export { normalisePath } from './path.ts';

export type PathAction = 'read' | 'write' | 'delete';

/** What stands at the path now. */
export type EntryKind = 'file' | 'executable' | 'symlink' | 'submodule' | 'lfs_pointer' | 'missing';

export interface PathRequest {
  readonly action: PathAction;
  /** A path that `normalisePath` has let through. */
  readonly path: string;
  readonly entryKind: EntryKind;
}

export interface PathRules {
  readonly permissions: Permissions;
  /** What the settings protect on top of the built-in list. */
  readonly protectedGlobs: readonly string[];
  readonly goalsFolder: string;
}

export type Decision = { readonly kind: 'allowed' } | { readonly kind: 'denied'; readonly reason: string };

const REFUSED_KINDS: Partial<Record<EntryKind, string>> = {
  symlink: 'is a symbolic link; links are neither read nor changed',
  submodule: 'is a submodule; submodules are neither read nor changed',
  lfs_pointer: 'is kept in Git LFS; such files are neither read nor changed',
};

/** Whether the goal may do this. The only place that says so; it believes nothing the model says. */
export function decidePath(request: PathRequest, rules: PathRules): Decision {
  const reason = request.action === 'read' ? readProblem(request, rules) : writeProblem(request, rules);
  return reason === null ? { kind: 'allowed' } : { kind: 'denied', reason };
}

function readProblem({ path, entryKind }: PathRequest, { permissions }: PathRules): string | null {
  if (!matchesGlobs(permissions.read, path)) {
    return `${path} is outside what this goal may read (${permissions.read.join(', ') || 'nothing'})`;
  }
  return kindProblem(path, entryKind);
}

function writeProblem({ path, entryKind }: PathRequest, rules: PathRules): string | null {
  const { permissions, protectedGlobs, goalsFolder } = rules;
  if (!permissions.effects.includes('draft_pull_request')) {
    return 'this goal may not change files: its effects have no draft_pull_request';
  }
  const protection = protectedAs(path, goalsFolder);
  if (protection !== null) return `${path} is protected: it is ${protection}`;
  if (matchesGlobsInAnySpelling(protectedGlobs, path)) return `${path} is protected by the settings`;
  if (!matchesGlobsStrictly(permissions.write, path)) {
    return `${path} is outside what this goal may write (${permissions.write.join(', ') || 'nothing'})`;
  }
  return kindProblem(path, entryKind);
}

function kindProblem(path: string, kind: EntryKind): string | null {
  const why = REFUSED_KINDS[kind];
  return why === undefined ? null : `${path} ${why}`;
}
