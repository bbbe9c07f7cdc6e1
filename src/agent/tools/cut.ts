import { utf8Length } from '../../core/text/bytes.ts';
export interface CutList {
  readonly lines: readonly string[];
  /** How many were left out. */
  readonly more: number;
}

/** As many lines from the start as fit into `bytes` and `count`. */
export function cutLines(
  lines: readonly string[],
  most: { readonly bytes: number; readonly count: number },
): CutList {
  let bytes = 0;
  let kept = 0;
  for (const line of lines) {
    bytes += utf8Length(line) + 1;
    if (kept === most.count || bytes > most.bytes) break;
    kept += 1;
  }
  return { lines: lines.slice(0, kept), more: lines.length - kept };
}
