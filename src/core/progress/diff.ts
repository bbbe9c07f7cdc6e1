/** What a draft changes against its base. */
export interface Diff {
  readonly files: readonly {
    readonly path: string;
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
