import { digest } from '../text/digest.ts';

/** One place in a file that a finder reports. */
export interface FileFinding {
  readonly path: string;
  /** From 1; 0: it is about the whole file. */
  readonly line: number;
  /** From 1; null: not known. */
  readonly column: number | null;
  /** What kind of fault it is, in one word. */
  readonly rule: string;
  /** Says the same wherever in the file the fault moves to. */
  readonly text: string;
  /** Missing: a program cannot tell what would be right. */
  readonly fix?: TextFix;
}

/** What stands there now, and what is right. Offsets are those of the file's text. */
export interface TextFix {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a finder found. */
export interface FinderReport {
  readonly findings: readonly FileFinding[];
  /** How many files were searched; null: a command did that. */
  readonly files: number | null;
  /** Files that were too long or too many, or that could not be read. */
  readonly leftOut: readonly string[];
  /** There may be more findings than these. */
  readonly isCut: boolean;
}

/** What became of the findings of one file. */
export interface FindingComparison {
  /** Reported before, and still reported. */
  readonly left: readonly FileFinding[];
  /** In any file, and not reported before. */
  readonly fresh: readonly FileFinding[];
  /** How many of the file are reported no more. */
  readonly gone: number;
}

const VERSION_LENGTH = 32;

/** Two findings of one file are one piece of work. Paths in order. */
export function findingsByPath(
  findings: readonly FileFinding[],
): ReadonlyMap<string, readonly FileFinding[]> {
  const inOrder = findings.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return Map.groupBy(inOrder, ({ path }) => path);
}

/** The same where the same is found in the same file. `blob`: null: there is no such file. */
export function findingsVersion(findings: readonly FileFinding[], blob: string | null): string {
  const said = findings.map(({ line, rule, text }) => JSON.stringify([line, rule, text])).sort();
  return digest([blob ?? '', ...said], VERSION_LENGTH);
}

/** Findings are held against each other by what they say, not by their lines, which move with every change. */
export function compareFindings(
  before: readonly FileFinding[],
  after: readonly FileFinding[],
  path: string,
): FindingComparison {
  const known = new Map<string, number>();
  for (const finding of before) known.set(nameOf(finding), (known.get(nameOf(finding)) ?? 0) + 1);
  const left: FileFinding[] = [];
  const fresh: FileFinding[] = [];
  for (const finding of after) {
    const times = known.get(nameOf(finding)) ?? 0;
    known.set(nameOf(finding), times - 1);
    if (times <= 0) fresh.push(finding);
    else if (finding.path === path) left.push(finding);
  }
  const own = before.filter((finding) => finding.path === path).length;
  return { left, fresh, gone: own - left.length };
}

function nameOf({ path, rule, text }: FileFinding): string {
  return JSON.stringify([path, rule, text]);
}
