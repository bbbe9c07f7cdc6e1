export type GlobProblem = 'too_long' | 'group' | 'stars' | 'double_stars' | 'braces';

/**
 * Why a glob that a model or a person wrote is not used; null: it is fine. Many wildcards in one path segment can
 * make matching take for ever.
 */
export function globProblem(glob: string): GlobProblem | null {
  if (glob.length > 200) return 'too_long';
  if (/[@?+*!]\(/.test(glob)) return 'group';
  if (glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > 4)) return 'stars';
  if ((glob.match(/\*\*/g) ?? []).length > 4) return 'double_stars';
  if ((glob.match(/\{/g) ?? []).length > 4) return 'braces';
  return null;
}

/** Whether a glob matches one path only: itself. */
export function isLiteral(glob: string): boolean {
  return !/[*?[\]{}()!\\]/.test(glob);
}
