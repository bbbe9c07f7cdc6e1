import { alternativesAt, globClassAt, hasReversedRange } from './glob-marks.ts';
import { escapePattern } from './linear-pattern.ts';

const IN_SEGMENT = '[^/]';
const NOTHING = '[^\\x00-\\x{10FFFF}]';

/**
 * A glob as an expression of the linear engine, which must match a whole path. `*` and `?` stay within a folder, `**` between
 * slashes is any number of folders, `{a,b}` is one of several, `[a-z]` one of these characters. All else stands for itself, and
 * dot files count like others. Brackets and braces match a name that is spelled just so as well.
 */
export function globSource(glob: string): string {
  const meant = wholeSource(glob, false);
  const byName = wholeSource(glob, true);
  return meant === byName ? meant : `(?:${meant}|${byName})`;
}

function wholeSource(glob: string, isByName: boolean): string {
  const once = glob.replace(/\/\*\*(?=\/\*\*(?:\/|$))/g, '');
  // `**.md` is meant for files in every folder, and other tools read it so.
  const rest = /^\*\*(?![/*]|$)/.test(once) ? once.slice(2) : null;
  if (rest !== null) return `.*${sourceOf(rest, { isSegmentStart: false, isSegmentEnd: true, isByName })}`;
  return sourceOf(once, { isSegmentStart: true, isSegmentEnd: true, isByName });
}

/** What is around a part of a glob: a part between braces may be a whole folder name or a piece of one. */
interface Around {
  readonly isSegmentStart: boolean;
  readonly isSegmentEnd: boolean;
  /** Brackets and braces are part of a name. */
  readonly isByName: boolean;
}

function sourceOf(glob: string, around: Around): string {
  let source = '';
  for (let at = 0; at < glob.length; ) {
    const part = partAt(glob, at, around);
    source += part.source;
    at += part.length;
  }
  return source;
}

interface Part {
  readonly source: string;
  /** Characters of the glob. */
  readonly length: number;
}

function partAt(glob: string, at: number, around: Around): Part {
  const folders = foldersAt(glob, at, around);
  if (folders !== null) return folders;
  const stars = /^\*+/.exec(glob.slice(at))?.[0].length ?? 0;
  if (stars > 0) return starsAt(glob, { at, stars }, around);
  const char = glob.charAt(at);
  if (char === '?') return { source: IN_SEGMENT, length: 1 };
  if (char === '\\' && at + 1 < glob.length) return { source: escapePattern(glob.charAt(at + 1)), length: 2 };
  const group = around.isByName ? null : (classAt(glob, at) ?? bracesAt(glob, at, around));
  return group ?? { source: escapePattern(char), length: 1 };
}

/** `**` where it stands for folders, with the slash that belongs to it; null: there is none here. */
function foldersAt(glob: string, at: number, around: Around): Part | null {
  const isStart = at === 0 ? around.isSegmentStart : glob.charAt(at - 1) === '/';
  const before = /^\/\*\*(?=\/|$)/.exec(glob.slice(at))?.[0];
  if (before !== undefined) {
    const isEnd = at + before.length === glob.length;
    if (!isEnd) return { source: '(?:/.*)?/', length: before.length + 1 };
    if (around.isSegmentEnd)
      return { source: glob.charAt(at - 1) === '*' ? '/.*' : '(?:/.*)?', length: before.length };
  }
  const stars = isStart ? /^\*\*(?=\/|$)/.exec(glob.slice(at))?.[0] : undefined;
  if (stars === undefined) return null;
  if (at + stars.length < glob.length) return { source: '(?:.*/)?', length: stars.length + 1 };
  return around.isSegmentEnd ? { source: '.*', length: stars.length } : null;
}

/** A folder or file name has at least one character, so a segment of stars alone does not match nothing. */
function starsAt(
  glob: string,
  { at, stars }: { readonly at: number; readonly stars: number },
  around: Around,
): Part {
  const isStart = at === 0 ? around.isSegmentStart : glob.charAt(at - 1) === '/';
  const end = at + stars;
  const isEnd = end === glob.length ? around.isSegmentEnd : glob.charAt(end) === '/';
  return { source: `${IN_SEGMENT}${isStart && isEnd ? '+' : '*'}`, length: stars };
}

/** `[a-z]`, `[!a-z]`. A range from back to front, `[z-a]`, matches nothing. */
function classAt(glob: string, at: number): Part | null {
  const found = globClassAt(glob, at);
  if (found === null) return null;
  const { isNegated, members, length } = found;
  if (hasReversedRange(found)) return { source: NOTHING, length };
  const source = members.replace(/^-|[\\[\]^&]/g, '\\$&');
  return { source: isNegated ? `[^/${source}]` : `[${source}]`, length };
}

/** `{a,b}`, also within one another. */
function bracesAt(glob: string, at: number, around: Around): Part | null {
  const found = alternativesAt(glob, at);
  if (found === null) return null;
  const { choices, length } = found;
  const end = at + length;
  const inside = {
    ...around,
    isSegmentStart: at === 0 ? around.isSegmentStart : glob.charAt(at - 1) === '/',
    isSegmentEnd: end === glob.length ? around.isSegmentEnd : glob.charAt(end) === '/',
  };
  return { source: `(?:${choices.map((choice) => sourceOf(choice, inside)).join('|')})`, length };
}
