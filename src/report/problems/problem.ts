import { compareText } from '../../core/compare-text.ts';

/** One thing that is wrong in a file that a person wrote. */
export interface Problem {
  /** Path in the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
  /** What is wrong. */
  readonly message: string;
  /** What would be right; empty where the message says it all. */
  readonly hint: string;
}

/** One line: `goals/x.yml:4:3: what is wrong; what would be right`. */
export function formatProblem(problem: Problem): string {
  const place = `${printable(problem.file)}:${problem.line}:${problem.column}`;
  return problem.hint === ''
    ? `${place}: ${problem.message}`
    : `${place}: ${problem.message}; ${problem.hint}`;
}

/** By file, then by place; equal problems once. */
export function sortProblems(problems: readonly Problem[]): readonly Problem[] {
  const unique = new Map(problems.map((problem) => [formatProblem(problem), problem]));
  return [...unique.values()].sort(
    (a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column,
  );
}

/** A value of the file as it may stand in a message: short, quoted, without control characters. */
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

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
