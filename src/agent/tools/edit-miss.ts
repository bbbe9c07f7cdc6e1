import type { Masked } from '../../core/text/masked.ts';
import { cutText, linesOf } from '../../core/text/plain-text.ts';
import { lookDifferences, looksLike } from './look-alike.ts';
import type { ToolContext } from './tool.ts';

const MOST_LINES = 12;
const LONGEST_LINE = 300;
const MOST_PLACES = 10;
/** Of the words of two lines, from which on they are called alike. */
const ALIKE = 0.5;
const AT_ONCE = 1_000;

interface Missed {
  readonly path: string;
  /** Masked as a whole: half a secret is not recognised any more. */
  readonly text: Masked;
  readonly old: string;
}

/** Why an old text was not found, and what is there in its place. */
export async function whyMissed(
  { path, text, old }: Missed,
  { turns, fence }: Pick<ToolContext, 'turns' | 'fence'>,
): Promise<string> {
  const nowhere = `the old text matched 0 times in ${path}; it must match exactly once.`;
  const lines = linesOf(text);
  const wanted = trimmedLines(old);
  if (wanted.length === 0) return `${nowhere} It holds nothing but blanks.`;
  const looks = await looksOf(lines, turns);
  const places = sameLooks(looks, wanted);
  const [first] = places;
  const shown = (at: number): string => {
    const some = lines.slice(at, at + Math.min(wanted.length, MOST_LINES));
    return fence.around(some.map((line) => cutText(line, LONGEST_LINE).replace(/\r$/, '')).join('\n'));
  };
  if (first !== undefined) {
    const there = lines.slice(first, first + wanted.length).join('\n');
    const differences = lookDifferences(there, oldLines(old).join('\n')).join('; ');
    return `${nowhere} ${placeOf(first, wanted.length)} ${wanted.length === 1 ? 'looks' : 'look'} like it and differ${wanted.length === 1 ? 's' : ''} in: ${differences}. Take the text as the file has it, or a piece of it without that:\n${shown(first)}`;
  }
  const near = nearest(looks, wanted);
  return near === null
    ? `${nowhere} No line of the file is like it; read the file again.`
    : `${nowhere} Nearest to it ${wanted.length === 1 ? 'is' : 'are'} ${placeOf(near, wanted.length).toLowerCase()}:\n${shown(near)}`;
}

/** Where a text that must occur once occurs more often. */
export function whyAmbiguous(
  path: string,
  text: string,
  { old, times }: { old: string; times: number },
): string {
  const places: number[] = [];
  let line = 1;
  let from = 0;
  for (let at = text.indexOf(old); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(old, at + 1)) {
    for (; from < at; from++) if (text[from] === '\n') line += 1;
    places.push(line);
  }
  const more = times > places.length ? ', …' : '';
  return `the old text matched ${times} times in ${path}; it must match exactly once. It is at lines ${places.join(', ')}${more}; take more of the text around the one that you mean.`;
}

function placeOf(first: number, count: number): string {
  return count === 1 ? `Line ${first + 1}` : `Lines ${first + 1}-${first + count}`;
}

/** Without blank lines before and behind. */
function oldLines(old: string): readonly string[] {
  return old
    .replace(/^(?:[ \t]*(?:\r\n|\r|\n))+/, '')
    .trimEnd()
    .split(/\r\n|\r|\n/);
}

function trimmedLines(old: string): readonly string[] {
  return old.trim() === '' ? [] : oldLines(old).map(looksLike);
}

async function looksOf(lines: readonly string[], turns: ToolContext['turns']): Promise<readonly string[]> {
  const looks: string[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE) {
    await turns.rest();
    looks.push(...lines.slice(at, at + AT_ONCE).map(looksLike));
  }
  return looks;
}

/** Where lines look like those that are wanted, of which the first and the last may be parts of lines. */
function sameLooks(looks: readonly string[], wanted: readonly string[]): readonly number[] {
  const [first = '', ...others] = wanted;
  const last = others.pop();
  return looks.flatMap((look, at) => {
    const begins = last === undefined ? look.includes(first) : look.endsWith(first);
    if (!begins) return [];
    const isSame = others.every((line, index) => looks[at + 1 + index] === line);
    const ends = last === undefined || looks[at + 1 + others.length]?.startsWith(last) === true;
    return isSame && ends ? [at] : [];
  });
}

/** The line that has most words in common with the longest wanted one, counted back to the first; null: none is alike. */
function nearest(looks: readonly string[], wanted: readonly string[]): number | null {
  const longest = wanted.reduce((a, b) => (b.length > a.length ? b : a), '');
  const offset = wanted.indexOf(longest);
  const words = wordsOf(longest);
  let best = { at: -1, score: 0 };
  for (const [at, look] of looks.entries()) {
    const others = wordsOf(look);
    const common = [...words].filter((word) => others.has(word)).length;
    const score = (2 * common) / (words.size + others.size || 1);
    if (score > best.score) best = { at, score };
  }
  return best.score >= ALIKE ? Math.max(0, best.at - offset) : null;
}

function wordsOf(line: string): ReadonlySet<string> {
  return new Set(
    line
      .slice(0, 2_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [],
  );
}
