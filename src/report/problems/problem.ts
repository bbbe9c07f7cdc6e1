import { compareText } from '../../core/text/compare-text.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';

/** What is wrong with something that a person wrote. */
export interface ProblemText {
  readonly message: string;
  /** What would be right, or what to do; empty where the message says it all. */
  readonly hint: string;
}

/** One thing that is wrong in a file that a person wrote. */
export interface Problem extends ProblemText {
  /** Path in the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

export function problemText(message: string, hint = ''): ProblemText {
  return { message, hint };
}

/** `what is wrong; what would be right`, without a full stop. */
export function problemLine({ message, hint }: ProblemText): string {
  return hint === '' ? message : `${message}; ${hint}`;
}

/** The same as a sentence of its own, with a full stop where none is. */
export function problemSentence(problem: ProblemText): string {
  const line = problemLine(problem);
  return /[.?]$/.test(line) ? line : `${line}.`;
}

/** A problem with a value as a sentence of its own: `"7h" does not divide a day`. */
export function ofValue(value: string, { message, hint }: ProblemText): ProblemText {
  return problemText(`${show(value)} ${message}`, hint);
}

/** The same to go on after the name of its field: `is "7h", which does not divide a day`. */
export function asFieldValue(value: string, { message, hint }: ProblemText): ProblemText {
  return problemText(`is ${show(value)}, which ${message}`, hint);
}

/** One line: `goals/x.yml:4:3: what is wrong; what would be right`. */
export function formatProblem(problem: Problem): string {
  return `${printable(problem.file)}:${problem.line}:${problem.column}: ${problemLine(problem)}`;
}

/** By file, then by place; equal problems once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** `files, issues and list` */
export function namesInWords(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** A value as a message shows it: short, quoted, without control characters. */
export function show(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return `"${printable(shorten(value)).replaceAll('"', '\\"')}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a mapping' : String(value);
}

/** Control, format and line-break characters become `\uXXXX`, so that a message stays one harmless line. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** No mask has seen it yet: it is cut between words, so that the mask that comes last knows each of them. */
function shorten(text: string): string {
  return text.length > 60 ? cutBetweenWords(text, 57).replace(/…$/, '...') : text;
}
