import type { FileFinding } from '../../core/progress/file-finding.ts';
import { cutBetweenWords } from '../../core/text/plain-text.ts';
import type { Steps } from '../../core/text/steps.ts';

/** What a linter has printed, read. */
export type FormatReading =
  | {
      readonly kind: 'findings';
      readonly findings: readonly FileFinding[];
      /** How many places it names, those outside of the repository included. */
      readonly places: number;
    }
  /** `why`: what was met instead, in few words. */
  | { readonly kind: 'unreadable'; readonly why: string };

export interface LinterOutput {
  readonly text: string;
  /** Where the linter ran: it may name files from the root of the machine. */
  readonly folder: string;
}

export type ReadFormat = (output: LinterOutput) => Steps<FormatReading>;

const LONGEST_TEXT = 500;
const LONGEST_RULE = 100;
const LONGEST_PATH = 1_000;

/** What a format says of one place, before it is a finding. */
export interface LintedPlace {
  readonly file: string;
  readonly line: number | null | undefined;
  readonly column: number | null | undefined;
  readonly rule: string | null | undefined;
  readonly text: string;
}

/** Null: the place lies outside of the repository. */
export function findingAt(place: LintedPlace, folder: string): FileFinding | null {
  const path = pathInside(place.file, folder);
  if (path === null) return null;
  const { line, column, rule, text } = place;
  return {
    path,
    line: isPlace(line) ? line : 0,
    column: isPlace(column) ? column : null,
    rule: cutBetweenWords(oneLine(rule ?? '') || 'finding', LONGEST_RULE),
    text: cutBetweenWords(oneLine(text), LONGEST_TEXT),
  };
}

function isPlace(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

/** From the root of the repository, whichever way it is written. Null: outside. */
function pathInside(file: string, folder: string): string | null {
  const plain = withoutAddress(file).replaceAll('\\', '/');
  const inside = plain.startsWith(`${folder}/`) ? plain.slice(folder.length + 1) : plain;
  if (inside.startsWith('/') || /^[a-z]:\//i.test(inside) || inside.length > LONGEST_PATH) return null;
  const parts: string[] = [];
  for (const part of inside.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.length === 0 ? null : parts.join('/');
}

/** SARIF writes paths as addresses. */
function withoutAddress(file: string): string {
  if (!/^file:\/\//i.test(file)) return file;
  const path = file.replace(/^file:\/\/[^/]*/i, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const LONGEST_SAMPLE = 60;

/** In the place of a line: others should have their turn. */
const REST = Symbol('rest');
/** What a linter says in one line is shorter. */
const LONGEST_LINE = 5_000;
/** So many characters are read in one step, and so many are added for a line by itself. */
const STEP = 50_000;
const PER_LINE = 30;

/** The lines of what may be very long, each up to what a linter says in one. */
function* linesOf(text: string): Generator<string | typeof REST, void> {
  let sinceRest = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    const line = text.slice(from, Math.min(to, from + LONGEST_LINE)).trimEnd();
    yield line;
    from = to + 1;
    sinceRest += line.length + PER_LINE;
    if (sinceRest < STEP) continue;
    sinceRest = 0;
    yield REST;
  }
}

/** Reads each line by a pattern; lines that are none of it are told apart from those that say nothing. */
export function* readLines(
  { text, folder }: LinterOutput,
  {
    place,
    isQuiet,
  }: { readonly place: (line: string) => LintedPlace | null; readonly isQuiet: readonly RegExp[] },
): Steps<FormatReading> {
  const findings: FileFinding[] = [];
  let strange: string | null = null;
  let places = 0;
  for (const line of linesOf(text)) {
    if (line === REST) {
      yield;
      continue;
    }
    const found = place(line);
    const finding = found === null ? null : findingAt(found, folder);
    if (found !== null) places += 1;
    if (finding !== null) findings.push(finding);
    else if (found === null && line !== '' && !isQuiet.some((quiet) => quiet.test(line))) strange ??= line;
  }
  if (strange !== null && places === 0) return { kind: 'unreadable', why: sample(strange) };
  return { kind: 'findings', findings, places };
}

export function sample(text: string): string {
  const shown = cutBetweenWords(oneLine(text), LONGEST_SAMPLE);
  return JSON.stringify(shown);
}
