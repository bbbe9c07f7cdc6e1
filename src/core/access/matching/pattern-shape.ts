/** What can be told of a regular expression without the engine that matches it, which takes a while to load. */
export type PatternFault =
  | { readonly kind: 'syntax'; readonly reason: string }
  /** It uses what a linear engine does not have. */
  | { readonly kind: 'not_linear' }
  | { readonly kind: 'too_large' };

/** Time is also in proportion to the size of the expression, in which `a{50}` counts as fifty. */
const MOST_STEPS = 500;
/** Characters. The pattern itself is looked at in time that grows faster than it is long. */
const LONGEST_SOURCE = 5_000;
const NOT_LINEAR = /\(\?(?:[=!]|<[=!])|\\[1-9]|\\k</;
/** Escaped characters, and characters in brackets, which mean nothing but themselves. */
const ORDINARY = /\\[^1-9k]|\[(?:\\[\s\S]|[^\]\\])*\]/g;
const PARTS =
  /\\(?:[pPu]\{[^}]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?::|<[^>]*>))?|\)|[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/g;

/** Why an expression in JavaScript's syntax is not used; null: it is fine. */
export function patternFault(source: string): PatternFault | null {
  if (source.length > LONGEST_SOURCE) return { kind: 'too_large' };
  const reason = syntaxProblem(source);
  if (reason !== null) return { kind: 'syntax', reason };
  if (NOT_LINEAR.test(source.replace(ORDINARY, ''))) return { kind: 'not_linear' };
  return stepsOf(source) > MOST_STEPS ? { kind: 'too_large' } : null;
}

/** Of an expression without a fault. */
export function matchesEmptyText(source: string): boolean {
  return new RegExp(source).test('');
}

/** JavaScript's own words are the ones that its users know. */
function syntaxProblem(source: string): string | null {
  try {
    new RegExp(source);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return reason.slice(reason.lastIndexOf(': ') + 2);
  }
}

/** How many single characters the expression is when every repetition is written out. */
function stepsOf(source: string): number {
  const open: number[] = [];
  let sum = 0;
  let last = 0;
  for (const [part] of source.matchAll(PARTS)) {
    if (part.startsWith('(')) {
      open.push(sum);
      [sum, last] = [0, 0];
    } else if (part === ')') {
      last = sum;
      sum += open.pop() ?? 0;
    } else {
      const times = timesOf(part);
      sum += times === null ? 1 : last * (times - 1);
      last = times === null ? 1 : last * times;
    }
  }
  return sum;
}

/** Null: the part repeats nothing. */
function timesOf(part: string): number | null {
  if (/^[*+?]/.test(part)) return 1;
  const counts = /^\{(\d+)(?:,(\d*))?\}/.exec(part);
  return counts === null ? null : Math.max(1, Number(counts[1]), Number(counts[2] ?? 0));
}
