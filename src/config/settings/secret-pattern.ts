import { matchesEmptyText, patternFault } from '../../core/access/matching/pattern-shape.ts';
import { fieldProblems } from '../../report/problems/field-problems.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { settingValueProblems } from '../../report/problems/settings-problems.ts';
import { lengthProblem } from '../fields/text-rules.ts';

/** Of a regular expression that the linear engine takes and that matches something. */
export function secretPatternProblem(pattern: string): ProblemText | null {
  if (pattern === '') return fieldProblems.empty;
  const problem = lengthProblem(pattern, 500);
  if (problem !== null) return problem;
  const found = patternProblem(pattern);
  return found === null ? null : asFieldValue(pattern, found);
}

function patternProblem(source: string): ProblemText | null {
  const fault = patternFault(source);
  switch (fault?.kind) {
    case undefined:
      return matchesEmptyText(source) ? settingValueProblems.matchesEmpty : null;
    case 'syntax':
      return settingValueProblems.notPattern(fault.reason);
    case 'not_linear':
      return settingValueProblems.notLinearPattern;
    case 'too_large':
      return settingValueProblems.largePattern;
  }
}
