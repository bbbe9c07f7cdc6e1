import * as v from 'valibot';
import { globProblem } from '../../core/access/matching/glob-problem.ts';
import { fieldProblems, notRight } from '../../report/problems/field-problems.ts';
import { EMPTY_GLOB, globProblems, unusableGlobProblems } from '../../report/problems/glob-problems.ts';
import { asFieldValue, type ProblemText } from '../../report/problems/problem.ts';
import { toIssueMessage } from '../yaml/issue-message.ts';
import { parseDuration } from './inputs.ts';

/** Null: the text is fine. Otherwise the message goes on after the field's name. */
export type TextRule = (text: string) => ProblemText | null;

/** A rule as a valibot action. */
export function obeys(rule: TextRule) {
  return v.rawCheck<string>(({ dataset, addIssue }) => {
    const problem = dataset.typed ? rule(dataset.value) : null;
    if (problem !== null) addIssue({ message: toIssueMessage(problem) });
  });
}

/** Not blank, no line break, at most `longest` characters. */
export function oneLine(longest: number): TextRule {
  return (text) => {
    if (text.trim() === '') return fieldProblems.empty;
    if (/[\r\n\u2028\u2029]/.test(text)) return fieldProblems.lineBreak;
    return lengthProblem(text, longest);
  };
}

/** Not blank, any number of lines. */
export function someText(longest: number): TextRule {
  return (text) => (text.trim() === '' ? fieldProblems.empty : lengthProblem(text.trim(), longest));
}

export function lengthProblem(text: string, longest: number): ProblemText | null {
  return text.length > longest ? fieldProblems.tooLong(longest, text.length) : null;
}

export function durationProblem(text: string): ProblemText | null {
  const reading = parseDuration(text);
  return reading.kind === 'value' ? null : notRight(reading.problem);
}

/** Of a glob of paths below the repository's root. */
export function globRuleProblem(glob: string): ProblemText | null {
  const start = glob.startsWith('!') ? glob.slice(1) : glob;
  if (start.trim() === '') return EMPTY_GLOB;
  if (/[\r\n\0]/.test(glob)) return fieldProblems.lineBreak;
  const problem = formProblem(glob, start) ?? segmentProblem(glob, start.split('/')) ?? matchingProblem(glob);
  return problem === null ? null : asFieldValue(glob, problem);
}

function formProblem(glob: string, start: string): ProblemText | null {
  if (glob !== glob.trim()) return globProblems.space;
  if (/^(['"`“”„‘’«»]).*['"`“”‘’«»]$/.test(start)) return globProblems.quoted;
  if (/^(?:\/|[A-Za-z]:(?:[\\/]|$)|~(?:\/|$))/.test(start)) return globProblems.notRelative;
  return glob.includes('\\') ? globProblems.backslash : null;
}

function segmentProblem(glob: string, segments: readonly string[]): ProblemText | null {
  if (segments.includes('..')) return globProblems.outside;
  if (segments.includes('.')) return globProblems.dotFolder;
  if (segments.at(-1) === '') return globProblems.folder(glob);
  return segments.includes('') ? globProblems.emptyFolder : null;
}

function matchingProblem(glob: string): ProblemText | null {
  const problem = globProblem(glob);
  return problem === null ? null : unusableGlobProblems[problem];
}
