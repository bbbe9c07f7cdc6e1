/** A text, or what counts how often it is looked at. */
export type Characters = Pick<string, 'length' | 'charCodeAt'>;

interface Occurrences {
  readonly times: number;
  /** Index of the first one; -1: there is none. */
  readonly first: number;
}

/**
 * How often a part occurs, occurrences that overlap included, in time in proportion to both texts (Knuth, Morris and Pratt):
 * a search that begins anew behind each occurrence takes minutes where a model repeats one character.
 */
export function occurrencesOf(text: Characters, part: Characters): Occurrences {
  if (part.length === 0) return { times: 0, first: -1 };
  const borders = bordersOf(part);
  let times = 0;
  let first = -1;
  let matched = 0;
  for (let at = 0; at < text.length; at += 1) {
    matched = grown({ part, borders, matched }, text.charCodeAt(at));
    if (matched < part.length) continue;
    if (times === 0) first = at - part.length + 1;
    times += 1;
    matched = borders[matched - 1] ?? 0;
  }
  return { times, first };
}

interface PartialMatch {
  readonly part: Characters;
  readonly borders: Int32Array;
  /** How many characters of the part the text ends with. */
  readonly matched: number;
}

/** For each beginning of the part: the length of its longest shorter beginning that it also ends with. */
function bordersOf(part: Characters): Int32Array {
  const borders = new Int32Array(part.length);
  for (let at = 1; at < part.length; at += 1)
    borders[at] = grown({ part, borders, matched: borders[at - 1] ?? 0 }, part.charCodeAt(at));
  return borders;
}

function grown({ part, borders, matched }: PartialMatch, code: number): number {
  let length = matched;
  while (length > 0 && part.charCodeAt(length) !== code) length = borders[length - 1] ?? 0;
  return part.charCodeAt(length) === code ? length + 1 : length;
}
