import {
  alternativesAt,
  globClassAt,
  hasReversedRange,
  isDoubtfulBracket,
  isLiteral,
  placesOf,
} from './glob-marks.ts';
import { LONGEST_PATH } from './path.ts';

export type GlobProblem =
  | 'too_long'
  | 'group'
  | 'stars'
  | 'double_stars'
  | 'braces'
  | 'counted'
  | 'reversed_range'
  | 'name_or_characters';

/**
 * Why a glob that a model or a person wrote is not used; null: it is fine. Many wildcards in one path segment take
 * long to match, a range from back to front matches nothing, and some signs mean one thing to one tool and another to the next.
 */
export function globProblem(glob: string): GlobProblem | null {
  if (glob.length > (isLiteral(glob) ? LONGEST_PATH : 200)) return 'too_long';
  if (hasGroup(glob)) return 'group';
  if (glob.split('/').some((segment) => (segment.match(/\*+/g) ?? []).length > 4)) return 'stars';
  if ((glob.match(/\*\*/g) ?? []).length > 4) return 'double_stars';
  const braces = placesOf(glob, /\{/);
  if (braces.filter((at) => alternativesAt(glob, at) !== null).length > 4) return 'braces';
  if (/\{(?:\d+\.\.\d+|[a-z]\.\.[a-z])\}/i.test(glob)) return 'counted';
  const brackets = placesOf(glob, /\[/);
  if (brackets.some((at) => isReversedAt(glob, at))) return 'reversed_range';
  const isDoubtful = brackets.some((at) => isDoubtfulBracket(glob, at)) || /\[\[:\w+:\]/.test(glob);
  return isDoubtful ? 'name_or_characters' : null;
}

/**
 * `+(a|b)` and `!(a)` are groups to some tools. In `team@(eu)`, `c++(old)` and `*(1)` the parentheses can only be a part of a name; a
 * `!` at the very beginning takes away.
 */
function hasGroup(glob: string): boolean {
  return /[@?+*!]\([^/)]*\|/.test(glob) || /\?\(/.test(glob) || /(?!^)!\(/.test(glob);
}

function isReversedAt(glob: string, at: number): boolean {
  const found = globClassAt(glob, at);
  return found !== null && hasReversedRange(found);
}
