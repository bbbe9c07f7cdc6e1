import { utf8Bytes, utf8Length, utf8Text } from '../../core/text/bytes.ts';

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

/** The beginning and the end of a text that is longer than `bytes`, at whole lines where that can be, with how much is missing. */
export function cutMiddle(text: string, bytes: number): string {
  const all = utf8Bytes(text);
  if (all.length <= bytes) return text;
  const half = Math.max(0, Math.floor(bytes / 2) - 40);
  const head = wholeLines(utf8Text(all.subarray(0, half)), 'first');
  const tail = wholeLines(utf8Text(all.subarray(all.length - half)), 'last');
  const left = all.length - utf8Length(head) - utf8Length(tail);
  return `${head}\n(cut: ${left} bytes of the middle left out)\n${tail}`;
}

/** Without half a line, and without half a character, which reads as a replacement character. */
function wholeLines(text: string, part: 'first' | 'last'): string {
  const line = part === 'first' ? text.lastIndexOf('\n') : text.indexOf('\n');
  if (line > 0 && line < text.length - 1)
    return part === 'first' ? text.slice(0, line) : text.slice(line + 1);
  return part === 'first' ? text.replace(/\uFFFD$/, '') : text.replace(/^\uFFFD{1,3}/, '');
}
