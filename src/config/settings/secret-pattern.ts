import { type RepetitionLimits, slowGroupIn } from '../../core/access/pattern-safety.ts';
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

/** It is matched against long texts, and nothing ends a match that takes too long. */
const LIMITS: RepetitionLimits = {
  isRisky: ({ least, most }) => most > least,
  mostNested: 1,
  // Up to here alternatives cost little however often they overlap.
  mostAlternating: 8,
};

function slowProblem(pattern: string): ProblemText | null {
  const slow = slowGroupIn(pattern, LIMITS);
  if (slow === null) return null;
  return slow.kind === 'nested'
    ? settingValueProblems.nestedRepetition
    : settingValueProblems.repeatedAlternatives;
}
