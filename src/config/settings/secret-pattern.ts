import { fieldProblems } from '../../report/problems/field-problems.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { settingValueProblems } from '../../report/problems/settings-problems.ts';
import { lengthProblem } from '../fields/text-rules.ts';

/** Of a regular expression that compiles, matches something, and cannot take for ever. */
export function secretPatternProblem(pattern: string): ProblemText | null {
  if (pattern === '') return fieldProblems.empty;
  const problem = lengthProblem(pattern, 500);
  if (problem !== null) return problem;
  const patternProblem = syntaxProblem(pattern) ?? emptyProblem(pattern) ?? slowProblem(pattern);
  return patternProblem === null ? null : asFieldValue(pattern, patternProblem);
}

function syntaxProblem(pattern: string): ProblemText | null {
  try {
    new RegExp(pattern);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return settingValueProblems.notPattern(reason.slice(reason.lastIndexOf(': ') + 2));
  }
}

function emptyProblem(pattern: string): ProblemText | null {
  return new RegExp(pattern).test('') ? settingValueProblems.matchesEmpty : null;
}

/** What is in a group that makes it dangerous to repeat it. */
interface PatternGroup {
  repeats: boolean;
  alternatives: boolean;
}

const PARTS =
  /\\(?:[pPu]\{[^}]*\}|[\s\S])|\[(?:\\[\s\S]|[^\]\\])*\]|\((?:\?(?:<?[=!]|:|<[^>]*>|[a-z-]+:))?|\)|\||[*+?]\??|\{\d+(?:,\d*)?\}\??|[\s\S]/g;

/** Nested repetition makes some texts take exponential time: `(a+)+`, `(a|ab)*`. */
function slowProblem(pattern: string): ProblemText | null {
  const open: PatternGroup[] = [{ repeats: false, alternatives: false }];
  let closed: PatternGroup | null = null;
  for (const [part] of pattern.matchAll(PARTS)) {
    const inside = open.at(-1);
    if (inside === undefined) return null;
    const repeat = repetition(part);
    const problem = repeat === null || closed === null ? null : repetitionProblem(closed, repeat.most);
    if (problem !== null) return problem;
    if (repeat !== null) inside.repeats ||= repeat.most > repeat.least;
    closed = part === ')' ? closeGroup(open) : null;
    if (part.startsWith('(')) open.push({ repeats: false, alternatives: false });
    if (part === '|') inside.alternatives = true;
  }
  return null;
}

function repetitionProblem(group: PatternGroup, most: number): ProblemText | null {
  if (group.repeats && most > 1) return settingValueProblems.nestedRepetition;
  const isSlow = group.alternatives && most > MOST_ALTERNATING;
  return isSlow ? settingValueProblems.repeatedAlternatives : null;
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

/** What is in a group is in the group around it as well. */
function closeGroup(open: PatternGroup[]): PatternGroup | null {
  const group = open.pop() ?? null;
  const around = open.at(-1);
  if (group !== null && around !== undefined) {
    around.repeats ||= group.repeats;
    around.alternatives ||= group.alternatives;
  }
  return group;
}
