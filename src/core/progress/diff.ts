import { utf8Length } from '../text/bytes.ts';

/** What nobody reads as one line counts as several: one for every so many bytes, in binary files as well. */
export const BYTES_PER_LINE = 500;

/** As how many lines one line of so many bytes counts. */
export function lineWeight(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / BYTES_PER_LINE));
}

/** As how many lines a text counts. */
export function weightOfText(text: string): number {
  if (text === '') return 0;
  const lines = text.replace(/\n$/, '').split('\n');
  return lines.reduce((sum, line) => sum + lineWeight(utf8Length(line)), 0);
}

/** What a draft changes against its base. */
export interface Diff {
  readonly files: readonly {
    readonly path: string;
    /** Lines by `lineWeight`. */
    readonly added: number;
    readonly removed: number;
    /** Id of the new blob; null: deleted. */
    readonly blob: string | null;
  }[];
  /** Unified diff, cut at 200 kB. */
  readonly patch: string;
  /** Whether the patch is not the whole of it. */
  readonly isCut: boolean;
}

/** Added plus removed lines. */
export function linesOf(files: Diff['files']): number {
  return files.reduce((sum, file) => sum + file.added + file.removed, 0);
}
