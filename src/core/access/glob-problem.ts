export type GlobProblem = 'too_long' | 'group' | 'stars' | 'double_stars' | 'braces' | 'reversed_range';

/**
 * Why a glob that a model or a person wrote is not used; null: it is fine. Many wildcards in one path segment take
 * long to match, and a range from back to front matches nothing.
 */
export function globProblem(glob: string): GlobProblem | null {
  if (glob.length > 200) return 'too_long';
  if (/[@?+*!]\(/.test(glob)) return 'group';
  if (glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > 4)) return 'stars';
  if ((glob.match(/\*\*/g) ?? []).length > 4) return 'double_stars';
  if ((glob.match(/\{/g) ?? []).length > 4) return 'braces';
  if (isReversedSomewhere(glob)) return 'reversed_range';
  return null;
}

/** Whether a glob matches one path only: itself. */
export function isLiteral(glob: string): boolean {
  return !/[*?[\]{}()!\\]/.test(glob);
}

/** A class of characters in a glob, such as `[a-z]` or `[!a-z]`. */
interface GlobClass {
  readonly isNegated: boolean;
  readonly members: string;
  /** Characters of the glob. */
  readonly length: number;
}

/** The class that begins with the bracket at `at`; null: the bracket is not closed, and stands for itself. */
export function globClassAt(glob: string, at: number): GlobClass | null {
  const [whole, not, members] = /^\[([!^]?)(\]?[^\]]*)\]/.exec(glob.slice(at)) ?? [];
  if (whole === undefined || members === undefined || members === '') return null;
  return { isNegated: not !== '', members, length: whole.length };
}

/** Whether a range goes from back to front, such as `z-a`, and so holds nothing. */
export function hasReversedRange({ members }: GlobClass): boolean {
  return [...members.matchAll(/(.)-(.)/gsu)].some(([, from = '', to = '']) => from > to);
}

/** Whether any class of the glob has such a range. */
function isReversedSomewhere(glob: string): boolean {
  for (let at = 0; at < glob.length; at++) {
    const char = glob.charAt(at);
    const found = char === '[' ? globClassAt(glob, at) : null;
    if (found !== null && hasReversedRange(found)) return true;
    if (char === '\\') at += 1;
    else if (found !== null) at += found.length - 1;
  }
  return false;
}
