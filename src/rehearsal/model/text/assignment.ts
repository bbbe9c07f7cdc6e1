import { readPath, unfence } from './tool-results.ts';

/** The first user message, taken apart. */
export interface ParsedAssignment {
  readonly title: string;
  readonly objective: string;
  readonly mayWrite: readonly string[];
  readonly neverWritable: readonly string[];
  readonly item: string;
  readonly window: { readonly from: string; readonly to: string };
  /** Model calls of this task, as the message states them. */
  readonly calls: number;
  /** The file of the task, as `read_file` would show it; null: none is shown. */
  readonly file: string | null;
  readonly commits: readonly WindowCommit[];
  /** How many commits the window has; more than `commits` when the list was cut. */
  readonly commitCount: number;
  /** What a program has found in the task's file. */
  readonly findings: readonly StatedFinding[];
}

export interface StatedFinding {
  /** From 1; 0: the whole file. */
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

export interface WindowCommit {
  readonly sha: string;
  readonly date: string;
  readonly author: string;
  readonly subject: string;
}

const USUAL_CALLS = 20;

const INLINE_DATA = /^<data-[0-9a-f]+>(.*)<\/data-[0-9a-f]+>$/;

/** Null: the message does not have the layout of an assignment. */
export function readAssignment(message: string): ParsedAssignment | null {
  const objectiveAt = message.indexOf('\nObjective:\n');
  const restAt = endOfObjective(message);
  if (!message.startsWith('Goal: ') || objectiveAt < 0 || restAt < objectiveAt) return null;
  const rest = message.slice(restAt);
  const window = /^Window: (\S+) to (\S+)/m.exec(rest);
  const commits = section(rest, 'Commits of the window');
  return {
    title: message.slice('Goal: '.length, objectiveAt).trim(),
    objective: message.slice(objectiveAt + '\nObjective:\n'.length, restAt).trim(),
    mayWrite: globs(line(rest, 'You may write')),
    neverWritable: globs(line(rest, 'Never writable')),
    item: readPath(line(rest, 'Task').replace(INLINE_DATA, '$1')),
    window: { from: window?.[1] ?? '', to: window?.[2] ?? '' },
    calls: Number(/(\d+) model calls/.exec(line(rest, 'Limits'))?.[1] ?? USUAL_CALLS),
    file: fileOf(rest),
    commits: commits.lines.flatMap(readCommit),
    commitCount: commits.count,
    findings: findingsIn(rest),
  };
}

/** The objective is free text, so its end is the last place that can be one, before any fenced data. */
function endOfObjective(message: string): number {
  const fence = message.search(/^<data-[0-9a-f]+>$/m);
  return message.lastIndexOf('\n\nYou may read: ', fence < 0 ? message.length : fence);
}

function line(text: string, name: string): string {
  const start = text.indexOf(`\n${name}: `);
  if (start < 0) return '';
  const from = start + name.length + 3;
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end).trim();
}

function section(text: string, name: string): { readonly count: number; readonly lines: readonly string[] } {
  const start = text.indexOf(`\n${name}: `);
  if (start < 0) return { count: 0, lines: [] };
  const lines = unfence(text.slice(start))?.body.split('\n') ?? [];
  return { count: Number.parseInt(line(text, name), 10) || 0, lines };
}

const FINDINGS = /^.* reports in this task's file \(line, kind, what\):$/m;

function findingsIn(text: string): readonly StatedFinding[] {
  const start = text.search(FINDINGS);
  const lines = start < 0 ? [] : (unfence(text.slice(start))?.body.split('\n') ?? []);
  return lines.flatMap((each): readonly StatedFinding[] => {
    const [, line = '0', rule, said] = /^(?:(\d+)(?::\d+)? )?(\S+): (.*)$/.exec(each) ?? [];
    return rule === undefined || said === undefined ? [] : [{ line: Number(line), rule, text: said }];
  });
}

const FILE = '\nThe file of this task:\n';

/** With what stands behind it, such as that it was cut. */
function fileOf(text: string): string | null {
  const start = text.indexOf(FILE);
  if (start < 0) return null;
  const shown = text.slice(start + FILE.length);
  const end = /\n<\/data-[0-9a-f]+>(?:\n\(cut: [^\n]*\))?/.exec(shown);
  return end === null ? null : shown.slice(0, end.index + end[0].length);
}

function globs(list: string): readonly string[] {
  if (list === '' || list === 'nothing') return [];
  return list.split(/,\s+/).map((glob) => glob.replaceAll('`', '').replace(/\.$/, '').trim());
}

function readCommit(text: string): readonly WindowCommit[] {
  const [, sha, date, author, subject] =
    /^([0-9a-f]{7,64}) (\d{4}-\d{2}-\d{2})(?: (.*?))?: (.*)$/.exec(text) ?? [];
  if (sha === undefined || date === undefined) return [];
  return [{ sha, date, author: author ?? '', subject: subject ?? '' }];
}
