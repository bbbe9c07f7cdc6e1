/** The longest beginning of `text` that has at most `bytes` bytes of UTF-8, never half a character. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  const whole = Buffer.from(text).subarray(0, bytes).toString('utf8');
  return whole.replace(/�$/, '');
}

/** At most `length` UTF-16 units, `…` where something was taken off, never half a character. */
export function cutToLength(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

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
    bytes += Buffer.byteLength(line) + 1;
    if (kept === most.count || bytes > most.bytes) break;
    kept += 1;
  }
  return { lines: lines.slice(0, kept), more: lines.length - kept };
}
