export interface ChangedPlace {
  /** Line numbers in the new text, from 1. */
  readonly from: number;
  readonly to: number;
  /** Characters taken out plus characters put in. */
  readonly characters: number;
}

/** Where two texts differ: what lies between their common beginning and their common end. */
export function changedPlace(before: string, after: string): ChangedPlace {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const from = lineOf(after, start);
  return {
    from,
    to: Math.max(from, lineOf(after, after.length - end - 1)),
    characters: before.length + after.length - 2 * (start + end),
  };
}

function lineOf(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
