/** Part of a text, by its offsets. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** Where a part stands, from left to right; of occurrences that overlap, the first. */
export function rangesOf(text: string, part: string): readonly TextRange[] {
  const ranges: TextRange[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length))
    ranges.push({ from: at, to: at + part.length });
  return ranges;
}

/** A text as it is read, with the way back to the text as it stands. */
export interface ReadText {
  readonly text: string;
  /** Where a part of it stands in the original. */
  placeOf(range: TextRange): TextRange;
}

/** Characters of the original that are left out, or read as others. */
export interface Respelling extends TextRange {
  readonly meant: string;
}

/** Where each character begins and ends in the original. */
interface Places {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
}

export function asItStands(text: string): ReadText {
  return { text, placeOf: (range) => range };
}

/** The text with `respellings`, which are in order and do not overlap. */
export function respelt(original: string, respellings: readonly Respelling[]): ReadText {
  if (respellings.length === 0) return asItStands(original);
  const parts: string[] = [];
  let at = 0;
  for (const { from, to, meant } of respellings) {
    parts.push(original.slice(at, from), meant);
    at = to;
  }
  parts.push(original.slice(at));
  const text = parts.join('');
  return placed(text, () => placesIn(original, text.length, respellings));
}

/** Most texts hold no secret, so that where their characters stand is never asked. */
export function placed(text: string, find: () => Places): ReadText {
  let known: Places | null = null;
  return {
    text,
    placeOf: ({ from, to }) => {
      known ??= find();
      const start = known.starts[from] ?? 0;
      return { from: start, to: Math.max(start, known.ends[to - 1] ?? start) };
    },
  };
}

function placesIn(original: string, length: number, respellings: readonly Respelling[]): Places {
  const starts = new Uint32Array(length);
  const ends = new Uint32Array(length);
  let read = 0;
  const place = (from: number, to: number): void => {
    starts[read] = from;
    ends[read] = to;
    read += 1;
  };
  let at = 0;
  for (const { from, to, meant } of [
    ...respellings,
    { from: original.length, to: original.length, meant: '' },
  ]) {
    for (; at < from; at++) place(at, at + 1);
    for (let unit = 0; unit < meant.length; unit++) place(from, to);
    at = to;
  }
  return { starts, ends };
}

/** `inner` was read out of the text of `outer`: the same with the way back to the original of `outer`. */
export function readThrough(inner: ReadText, outer: ReadText): ReadText {
  return { text: inner.text, placeOf: (range) => outer.placeOf(inner.placeOf(range)) };
}
