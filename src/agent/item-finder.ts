import type { CheckReport } from '../core/progress/check-report.ts';
import type { FileFinding } from '../core/progress/file-finding.ts';
import type { CommandContext } from './command-context.ts';

/** The program that has found an item, and that finds out whether it is done. */
export interface ItemFinder {
  /** What people call it. */
  readonly name: string;
  /** The file that the item is. */
  readonly path: string;
  /** The goal changes files: the item is done when nothing is reported any more. */
  readonly mustMend: boolean;
  /** What it reports of the file, before anything is changed. */
  begin(context: CommandContext): Promise<readonly FileFinding[]>;
  judge(context: CommandContext): Promise<FinderVerdict>;
}

/** Whether what was found is gone, and whether the change has brought anything new. */
export interface FinderVerdict {
  readonly report: Extract<CheckReport, { readonly kind: 'passed' | 'failed' }>;
  /** Of the file. */
  readonly left: readonly FileFinding[];
  /** In any file. */
  readonly fresh: readonly FileFinding[];
}
