/** A class of characters in a glob, such as `[a-z]` or `[!a-z]`. */
interface GlobClass {
  readonly isNegated: boolean;
  readonly members: string;
  /** Characters of the glob. */
  readonly length: number;
}

/** Names such as `[slug]`, `[...path]` and `[user-id]` are common, so only what is plainly a class is one. */
const RANGES = /^(?:\p{Ll}-\p{Ll}|\p{Lu}-\p{Lu}|\p{Lo}-\p{Lo}|\p{N}-\p{N}|[_.-])+$/u;
const BRACKETS = /^\[([!^]?)(\]?[^\]]*)\]/;

/**
 * The class that begins with the bracket at `at`: one with `!`, of ranges alone, or of one letter in both cases. Null: it is part of
 * a name, and stands for itself.
 */
export function globClassAt(glob: string, at: number): GlobClass | null {
  const [whole, not, members] = BRACKETS.exec(glob.slice(at)) ?? [];
  if (whole === undefined || members === undefined || members === '') return null;
  const isNegated = not !== '';
  const isClass = isNegated || (RANGES.test(members) && /.-./u.test(members)) || isCasePair(members);
  return isClass ? { isNegated, members, length: whole.length } : null;
}

function isCasePair(members: string): boolean {
  const [one = '', other = '', ...more] = [...members];
  return more.length === 0 && one !== other && one.toLowerCase() === other.toLowerCase();
}

/** Whether a range goes from back to front, such as `z-a`, and so holds nothing. */
export function hasReversedRange({ members }: GlobClass): boolean {
  return [...members.matchAll(/(.)-(.)/gsu)].some(([, from = '', to = '']) => from > to);
}

/**
 * Whether the brackets at `at` hold a few characters and stand beside letters or behind a wildcard, as in `*.[ch]` and `v[12]`: some
 * read that as one of these characters, some as a name.
 */
export function isDoubtfulBracket(glob: string, at: number): boolean {
  const [whole, , members = ''] = BRACKETS.exec(glob.slice(at)) ?? [];
  if (whole === undefined || globClassAt(glob, at) !== null || !/^[\p{L}\p{N}_]{1,3}$/u.test(members))
    return false;
  const before = glob.slice(glob.lastIndexOf('/', at) + 1, at);
  const after = glob.charAt(at + whole.length);
  return /[*?]/.test(before) || /[\p{L}\p{N}}]$/u.test(before) || /[\p{L}\p{N}*?{]/u.test(after);
}

/** One of several texts, such as `{a,b}`. */
interface Alternatives {
  readonly choices: readonly string[];
  /** Characters of the glob. */
  readonly length: number;
}

/** The alternatives that begin with the brace at `at`; null: it is part of a name, such as `{id}`, and stands for itself. */
export function alternativesAt(glob: string, at: number): Alternatives | null {
  if (glob.charAt(at) !== '{') return null;
  const edges: number[] = [at];
  let depth = 0;
  for (let end = at; end < glob.length; end++) {
    const char = glob.charAt(end);
    if (char === '\\') end += 1;
    else if (char === '{') depth += 1;
    else if (char === ',' && depth === 1) edges.push(end);
    else if (char === '}') depth -= 1;
    if (depth > 0) continue;
    if (edges.length === 1) return null;
    const choices = [...edges.slice(1), end].map((to, index) => glob.slice((edges[index] ?? at) + 1, to));
    return { choices, length: end + 1 - at };
  }
  return null;
}

/** Whether a glob matches one path only: itself. */
export function isLiteral(glob: string): boolean {
  if (/[*?\\]/.test(glob) || glob.startsWith('!')) return false;
  return placesOf(glob, /[[{]/).every(
    (at) => globClassAt(glob, at) === null && alternativesAt(glob, at) === null,
  );
}

/** Where a character that is not behind a backslash stands. */
export function placesOf(glob: string, char: RegExp): readonly number[] {
  return Array.from(glob, (_, at) => at).filter(
    (at) => char.test(glob.charAt(at)) && glob.charAt(at - 1) !== '\\',
  );
}
