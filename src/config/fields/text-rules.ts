import * as v from 'valibot';
import { globProblem } from '../../core/access/glob-problem.ts';
import { show } from '../../report/problems/problem.ts';
import { parseDuration } from './inputs.ts';

/** Null: fine. Otherwise what follows the field's name, and after a line break what would be right. */
export type TextRule = (text: string) => string | null;

/** A rule as a valibot action. */
export function obeys(rule: TextRule) {
  return v.rawCheck<string>(({ dataset, addIssue }) => {
    const message = dataset.typed ? rule(dataset.value) : null;
    if (message !== null) addIssue({ message });
  });
}

/** Not blank, no line break, at most `longest` characters. */
export function oneLine(longest: number): TextRule {
  return (text) => {
    if (text.trim() === '') return 'must not be empty';
    if (/[\r\n\u2028\u2029]/.test(text)) return 'must be one line, but has a line break';
    return tooLong(text, longest);
  };
}

/** Not blank, any number of lines. */
export function someText(longest: number): TextRule {
  return (text) => (text.trim() === '' ? 'must not be empty' : tooLong(text.trim(), longest));
}

function tooLong(text: string, longest: number): string | null {
  return text.length > longest ? `must have at most ${longest} characters, but has ${text.length}` : null;
}

export function isDuration(text: string): string | null {
  const reading = parseDuration(text);
  if (reading.kind === 'value') return null;
  const [wrong, right = ''] = reading.message.split('; ');
  return `is not right: ${wrong}\n${right}`;
}

/** A glob of paths below the repository's root. */
export function isGlob(glob: string): string | null {
  const start = glob.startsWith('!') && !glob.startsWith('!(') ? glob.slice(1) : glob;
  if (start.trim() === '') return 'must not be empty\nwrite a glob such as docs/**';
  if (/[\r\n\0]/.test(glob)) return 'must be one line, but has a line break';
  if (glob !== glob.trim()) return `is ${show(glob)}, which starts or ends with a space\nremove the space`;
  if (/^(?:\/|[A-Za-z]:|~)/.test(start)) {
    return `is ${show(glob)}, which is not relative\nwrite it from the repository's root without a leading /, e.g. docs/**`;
  }
  if (glob.includes('\\')) return `is ${show(glob)}, which has a backslash\nseparate folders by /`;
  return segmentFault(glob, start.split('/')) ?? complexity(glob);
}

function segmentFault(glob: string, segments: readonly string[]): string | null {
  if (segments.includes('..')) {
    return `is ${show(glob)}, which leaves the repository with ..\nwrite it from the repository's root`;
  }
  if (segments.includes('.')) return `is ${show(glob)}, which has a . folder\nleave ./ out`;
  if (segments.at(-1) === '') return `is ${show(glob)}, which matches no file\nwrite ${show(`${glob}**`)}`;
  return segments.includes('') ? `is ${show(glob)}, which has an empty folder name\nwrite one /` : null;
}

function complexity(glob: string): string | null {
  const problem = globProblem(glob);
  return problem === null ? null : `is ${show(glob)}: ${problem.split('; ').join('\n')}`;
}
