import { eachInSteps, type Steps } from '../text/steps.ts';
import type { TextRange } from './read-text.ts';

/** What is left of a value that was cut, where at least so much of it is. */
const SHORTEST_PART = 12;

export type FindRests = (text: string) => Steps<readonly TextRange[]>;

/** Where a text was shortened, part of a known value may be left: its beginning before the cut, its end behind it. */
export function restFinder(values: readonly string[]): FindRests {
  const long = values.filter((value) => value.length > SHORTEST_PART);
  // One look for each cut, however many values there are.
  const parts = new Set(long.flatMap(partsOf));
  return function* (text) {
    if (parts.size === 0 || text.length < SHORTEST_PART) return [];
    const isPart = (from: number) => from >= 0 && parts.has(text.slice(from, from + SHORTEST_PART));
    const cuts = yield* cutsIn(text);
    const ends = [text.trimEnd().length, ...cuts.map(({ from }) => from)];
    const starts = [text.length - text.trimStart().length, ...cuts.map(({ to }) => to)];
    const before = yield* eachInSteps(ends, (to) =>
      isPart(to - SHORTEST_PART) ? beginnings(text, to, long) : null,
    );
    const behind = yield* eachInSteps(starts, (from) => (isPart(from) ? rests(text, from, long) : null));
    return [...before.flat(), ...behind.flat()];
  };
}

function partsOf(value: string): readonly string[] {
  return Array.from({ length: value.length - SHORTEST_PART + 1 }, (_, at) =>
    value.slice(at, at + SHORTEST_PART),
  );
}

/** Marks of a cut in a row count as one, so that a text full of them costs one look. */
function* cutsIn(text: string): Steps<readonly TextRange[]> {
  if (!text.includes('…') && !text.includes('...')) return [];
  return yield* eachInSteps(text.matchAll(/(?:…|\.{3,})+/g), ({ index, 0: mark }) => ({
    from: index,
    to: index + mark.length,
  }));
}

/** The longest beginning of each value that ends at `to`. */
function beginnings(text: string, to: number, values: readonly string[]): readonly TextRange[] {
  const last = text.slice(to - SHORTEST_PART, to);
  return values.flatMap((value) => {
    for (let at = value.lastIndexOf(last); at >= 0; at = at === 0 ? -1 : value.lastIndexOf(last, at - 1)) {
      const from = to - SHORTEST_PART - at;
      if (from >= 0 && text.startsWith(value.slice(0, at), from)) return [{ from, to }];
    }
    return [];
  });
}

/** The longest end of each value that begins at `from`. */
function rests(text: string, from: number, values: readonly string[]): readonly TextRange[] {
  const first = text.slice(from, from + SHORTEST_PART);
  return values.flatMap((value) => {
    for (let at = value.indexOf(first); at >= 0; at = value.indexOf(first, at + 1)) {
      const rest = value.slice(at);
      if (text.startsWith(rest, from)) return [{ from, to: from + rest.length }];
    }
    return [];
  });
}
