import type { Steps } from '../../core/text/steps.ts';

/** Of a line, where only its beginning or its end counts. */
const LONGEST_LOOKED_AT = 5_000;
const MOST_TRIES = 4;
/** So many lines are looked at in one step. */
const LINES_AT_ONCE = 1_000;

/** Undefined: there is none. Each try goes through all that was printed, so they are few, with a rest before each. */
export function* jsonIn(printed: string): Steps<unknown> {
  const whole = parsed(printed);
  if (whole !== undefined) return whole;
  yield;
  const several = yield* severalIn(printed);
  if (several !== null) return several;
  const starts = yield* startsIn(printed);
  const ends = yield* endsIn(printed);
  for (const start of starts) {
    for (const end of ends) {
      if (end <= start) continue;
      yield;
      const value = parsed(printed.slice(start, end));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

/** One JSON on each of several lines, as where a linter ran in one folder after the other: all together. Null: it is not so. */
function* severalIn(printed: string): Steps<readonly unknown[] | null> {
  const values: unknown[] = [];
  let [lines, found] = [0, 0];
  for (let from = 0; from <= printed.length; ) {
    if (++lines % LINES_AT_ONCE === 0) yield;
    const end = printed.indexOf('\n', from);
    const to = end < 0 ? printed.length : end;
    if (BEGINS.test(printed.slice(from, Math.min(to, from + LONGEST_LOOKED_AT)))) {
      const value = parsed(printed.slice(from, to));
      if (value === undefined) return null;
      found += 1;
      for (const each of Array.isArray(value) ? value : [value]) values.push(each);
    }
    from = to + 1;
  }
  return found < 2 ? null : values;
}

const BEGINS = /^\s*[[{]/;

/** Where the first lines begin that begin with a bracket. */
function* startsIn(printed: string): Steps<readonly number[]> {
  const found: number[] = [];
  let lines = 0;
  for (let from = 0; from <= printed.length && found.length < MOST_TRIES; ) {
    if (++lines % LINES_AT_ONCE === 0) yield;
    const end = printed.indexOf('\n', from);
    const to = end < 0 ? printed.length : end;
    if (/^[[{]/.test(printed.slice(from, Math.min(to, from + LONGEST_LOOKED_AT)).trimStart()))
      found.push(from);
    from = to + 1;
  }
  return found;
}

/** Where the last lines end that end with a bracket, the last one first. */
function* endsIn(printed: string): Steps<readonly number[]> {
  const found: number[] = [];
  let lines = 0;
  for (let to = printed.length; to > 0 && found.length < MOST_TRIES; ) {
    if (++lines % LINES_AT_ONCE === 0) yield;
    const from = printed.lastIndexOf('\n', to - 1) + 1;
    if (/[\]}]$/.test(printed.slice(Math.max(from, to - LONGEST_LOOKED_AT), to).trimEnd())) found.push(to);
    to = from - 1;
  }
  return found;
}

/** No linter nests so much. Brackets in its words count as well, but not so many are without another one. */
const DEEPEST = 100_000;

function isTooDeep(text: string): boolean {
  if (text.length <= DEEPEST) return false;
  let depth = 0;
  for (let at = 0; at < text.length && depth <= DEEPEST; at++) {
    const char = text[at];
    if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
  }
  return depth > DEEPEST;
}

function parsed(text: string): unknown {
  if (isTooDeep(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
