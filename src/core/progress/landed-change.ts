import { type LineChange, lineChanges } from './line-changes.ts';

/** A file at one commit. */
export interface FileVersion {
  readonly blob: string;
  /** Null: it is no text. */
  readonly text: string | null;
}

/** One file of a draft. Null: there is no such file. */
export interface DraftedFile {
  /** Where the draft started. */
  readonly base: FileVersion | null;
  readonly draft: FileVersion | null;
}

/** So much of what a draft does to a file has to be there, in lines: whoever lands a change by hand may touch it up. */
const SHARE = 0.8;

/**
 * Whether a later version of the file holds what the draft does to it. What others have changed elsewhere in the file, or right
 * beside the place, says nothing; what they have changed in the very lines counts as missing.
 */
export function isLanded({ base, draft }: DraftedFile, now: FileVersion | null): boolean {
  if (now?.blob === draft?.blob) return true;
  if (now === null || draft === null || now.blob === base?.blob) return false;
  if (now.text === null || draft.text === null) return false;
  const old = base === null ? '' : base.text;
  if (old === null) return false;
  const before = base === null ? [] : linesOf(old);
  const wanted = lineChanges(before, linesOf(draft.text));
  const made = lineChanges(before, linesOf(now.text));
  return wanted !== null && made !== null && holdsMost(before, { wanted, made });
}

interface Changes {
  readonly wanted: readonly LineChange[];
  readonly made: readonly LineChange[];
}

function holdsMost(before: readonly string[], { wanted, made }: Changes): boolean {
  let [all, held] = [0, 0];
  for (const change of wanted) {
    const touching = made.filter(({ from, to }) => from <= change.to && to >= change.from);
    all += change.lines.length + change.to - change.from;
    held += commonLines(
      change.lines,
      touching.flatMap(({ lines }) => lines),
    );
    held += goneLines(before, change, touching);
  }
  return all > 0 && held >= SHARE * all;
}

/** How many of these lines stand in the other ones, in this order. */
function commonLines(lines: readonly string[], others: readonly string[]): number {
  const changes = lineChanges(lines, others);
  if (changes === null) return 0;
  return lines.length - changes.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** How many of the lines that a change takes out are gone. */
function goneLines(before: readonly string[], change: LineChange, touching: readonly LineChange[]): number {
  let gone = 0;
  for (const { from, to } of touching)
    gone += Math.max(0, Math.min(to, change.to) - Math.max(from, change.from));
  const kept = touching.flatMap(({ lines }) => lines);
  const taken = before.slice(change.from, change.to).filter((line) => !change.lines.includes(line));
  const still = taken.filter((line) => line !== '' && kept.includes(line)).length;
  return Math.max(0, gone - still);
}

/** Line ends and spaces before them are nobody's change. */
function linesOf(text: string): readonly string[] {
  return text
    .replace(/\r?\n$/, '')
    .split('\n')
    .map((line) => line.trimEnd());
}
