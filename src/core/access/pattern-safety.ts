/**
 * Finds a repeated group that holds a repetition itself, such as `(a+)+`: the usual cause of a match that takes
 * for ever. Answers with that group, or null. The expression must be a valid one.
 */
export function nestedRepetition(source: string): string | null {
  const open: { start: number; risky: boolean }[] = [];
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at];
    if (character === '\\') at += 1;
    else if (character === '[') at = endOfClass(source, at);
    else if (character === '(') open.push({ start: at, risky: false });
    else if (isUnbounded(source, at)) markAll(open);
    else if (character === ')') {
      const group = open.pop();
      if (group?.risky && isUnbounded(source, at + 1)) return source.slice(group.start, at + 2);
    }
  }
  return null;
}

function markAll(groups: { risky: boolean }[]): void {
  for (const group of groups) group.risky = true;
}

/** `*`, `+`, `{3,}` and large counts. A question mark or a small count repeats too little to matter. */
function isUnbounded(source: string, at: number): boolean {
  const rest = source.slice(at, at + 16);
  if (rest.startsWith('*') || rest.startsWith('+')) return true;
  const counts = /^\{(\d+)(,?)(\d*)\}/.exec(rest);
  if (counts === null) return false;
  const [, least, comma, most] = counts;
  return (comma === ',' && most === '') || Number(most || least) > 20;
}

function endOfClass(source: string, start: number): number {
  let at = start + 1;
  while (at < source.length && source[at] !== ']') at += source[at] === '\\' ? 2 : 1;
  return at;
}
