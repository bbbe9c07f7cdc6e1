import { show } from '../../report/problems/problem.ts';
import { whyNotCompiled } from './setting-rules.ts';

/** A regular expression that compiles, matches something, and cannot take for ever. */
export function isSecretPattern(pattern: string): string | null {
  if (pattern === '') return 'must not be empty';
  if (pattern.length > 500) return `must have at most 500 characters, but has ${pattern.length}`;
  const fault = whyNotCompiled(pattern);
  if (fault !== null)
    return `is ${show(pattern)}, which is not a regular expression: ${fault}\nmend the pattern`;
  if (new RegExp(pattern).test('')) {
    return `is ${show(pattern)}, which matches the empty text\nwrite a pattern that needs at least one character`;
  }
  return whySlow(pattern);
}

/** What a group holds that makes repeating it dangerous. */
interface PatternGroup {
  repeats: boolean;
  alternatives: boolean;
}

const PARTS =
  /\\(?:[pPu]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]+:))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/g;

/** Nested repetition makes some texts take exponential time: `(a+)+`, `(a|ab)*`. */
function whySlow(pattern: string): string | null {
  const open: PatternGroup[] = [{ repeats: false, alternatives: false }];
  let closed: PatternGroup | null = null;
  for (const [part] of pattern.matchAll(PARTS)) {
    const inside = open.at(-1);
    if (inside === undefined) return null;
    const repeat = repetition(part);
    const why = repeat === null || closed === null ? null : whyRepeatedSlow(closed, repeat.most);
    if (why !== null) return tooSlow(pattern, why);
    if (repeat !== null) inside.repeats ||= repeat.most > repeat.least;
    closed = part === ')' ? closeGroup(open) : null;
    if (part.startsWith('(')) open.push({ repeats: false, alternatives: false });
    if (part === '|') inside.alternatives = true;
  }
  return null;
}

function whyRepeatedSlow(group: PatternGroup, most: number): string | null {
  if (group.repeats && most > 1) return 'repeats a group that repeats something itself';
  return group.alternatives && most > MOST_ALTERNATING ? 'repeats a group with alternatives (|)' : null;
}

/** Up to here alternatives cost little however often they overlap. */
const MOST_ALTERNATING = 8;

/** Least and most times; null: the part is not a quantifier. */
function repetition(part: string): { readonly least: number; readonly most: number } | null {
  if (part.startsWith('?')) return { least: 0, most: 1 };
  if (/^[*+]/.test(part)) return { least: part.startsWith('*') ? 0 : 1, most: Number.POSITIVE_INFINITY };
  const counts = /^\{(\d+)(,(\d*))?\}/.exec(part);
  if (counts === null) return null;
  const least = Number(counts[1]);
  if (counts[2] === undefined) return { least, most: least };
  return { least, most: counts[3] === '' ? Number.POSITIVE_INFINITY : Number(counts[3]) };
}

/** What a group holds is held by the group around it as well. */
function closeGroup(open: PatternGroup[]): PatternGroup | null {
  const group = open.pop() ?? null;
  const around = open.at(-1);
  if (group !== null && around !== undefined) {
    around.repeats ||= group.repeats;
    around.alternatives ||= group.alternatives;
  }
  return group;
}

function tooSlow(pattern: string, why: string): string {
  return `is ${show(pattern)}, which ${why}: some texts would take it for ever\nrepeat single characters or classes only, e.g. [A-Za-z0-9]{20,}`;
}
