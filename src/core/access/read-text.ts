import type { Steps } from '../text/steps.ts';

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
  return placed(text, () => placesOf(original, text.length, respellings));
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

function placesOf(original: string, length: number, respellings: readonly Respelling[]): Places {
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

/** How much of a text is searched in one step. */
const STEP = 32_768;
/** Longer than any secret that a pattern finds, with what has to stand behind it. */
const LONGEST_MATCH = 10_000;
/** More than a pattern looks back at. */
const BEFORE = 100;

/**
 * The same for what gives all places in a text at once. Where a place reaches the end of a piece, it may go on behind it, so the
 * text is searched as a whole after all.
 */
export function* placesIn(
  text: string,
  find: (piece: string) => readonly TextRange[],
): Steps<readonly TextRange[]> {
  if (text.length <= STEP) return find(text);
  const found: TextRange[] = [];
  for (let start = 0; start < text.length; start += STEP) {
    yield;
    const begin = Math.max(0, start - BEFORE);
    const piece = text.slice(begin, start + STEP + LONGEST_MATCH);
    const isLast = begin + piece.length === text.length;
    for (const { from, to } of find(piece)) {
      if (to === piece.length && !isLast) return find(text);
      const isKnown = begin + to <= (found.at(-1)?.to ?? 0);
      if (!isKnown && begin + to > start && begin + from < start + STEP)
        found.push({ from: begin + from, to: begin + to });
    }
  }
  return found;
}

interface Match {
  readonly index: number;
  readonly [group: number]: string | undefined;
  readonly 0: string;
}

/**
 * The same matches as those of `matchAll`, step by step. A pattern goes through a text in one go and cannot be put aside,
 * so a long text is given to it piece by piece, each with what lies around it.
 */
export function* matchesIn(text: string, pattern: RegExp): Steps<readonly Match[]> {
  const found: Match[] = [];
  let at = 0;
  for (let start = 0; start < text.length || start === 0; start += STEP) {
    if (start > 0) yield;
    const isWhole = text.length <= STEP;
    const from = Math.max(0, start - BEFORE);
    const piece = isWhole ? text : text.slice(from, start + STEP + LONGEST_MATCH);
    at = Math.max(at, start);
    pattern.lastIndex = at - from;
    for (let match = pattern.exec(piece); match !== null; match = pattern.exec(piece)) {
      const index = from + match.index;
      if (!isWhole && index >= start + STEP) break;
      found.push(index === match.index ? match : { ...match, 0: match[0], index });
      // An empty match would be found again for ever.
      if (match[0] === '') pattern.lastIndex += 1;
      at = from + pattern.lastIndex;
    }
  }
  pattern.lastIndex = 0;
  return found;
}
