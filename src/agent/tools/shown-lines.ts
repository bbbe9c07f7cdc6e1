import type { Masked } from '../../core/text/masked.ts';
import { cutToBytes } from '../../core/text/plain-text.ts';
import { cutLines } from './cut.ts';
import { MOST_RESULT_BYTES } from './result-room.ts';
import type { ToolContext, ToolResult } from './tool.ts';

export const MOST_LINES = 400;
/** Said where less is shown than at other times; empty: it is not. */
export function littleLeft({ room }: Pick<ToolContext, 'room'>): string {
  return room() < MOST_RESULT_BYTES ? '; your tokens allow no more at once' : '';
}

/** A path of ordinary letters, and the number of an issue. */
const PLAIN_NAME = /^(?:Issue #\d+|[\w./@+-]+)$/;

interface Range {
  /** What the lines are of. */
  readonly name: string;
  /** Those from `from` on, as many as there are or one more than `MOST_LINES`. */
  readonly lines: readonly Masked[];
  /** How many lines there are in all. */
  readonly total: number;
  readonly from: number;
  readonly to?: number | null;
  /** Bytes of all of it; missing: it is not said. */
  readonly bytes?: number;
}

/** Some lines of a longer text, between marks, and how to read on. */
export function showLines(
  { name, lines, total, from, to = null, bytes }: Range,
  { fence, room }: Pick<ToolContext, 'fence' | 'room'>,
): ToolResult {
  if (from > Math.max(1, total)) return { kind: 'error', reason: `${name} has only ${total} lines.` };
  if (to !== null && to < from) return { kind: 'error', reason: 'to_line comes before from_line.' };
  const count = Math.min(to ?? total, total) - from + 1;
  const wanted = lines.slice(0, count);
  const most = room();
  const why = littleLeft({ room });
  const cut = cutLines(wanted, { bytes: most, count: MOST_LINES });
  // A line that is too long by itself is shown in part, so that reading on gets past it.
  const shown = cut.lines.length > 0 ? cut.lines : wanted.slice(0, 1).map((line) => cutToBytes(line, most));
  const last = from - 1 + shown.length;
  // The name of a file may have been made to be read as an order.
  const shownName = PLAIN_NAME.test(name) ? name : fence.inline(name);
  const size = bytes === undefined ? '' : `, ${bytes} bytes`;
  const header = `${shownName}, lines ${total === 0 ? 0 : from}-${last} of ${total}${size}`;
  const numbered = bytes === undefined ? shown : shown.map((line, at) => `${from + at}|${line}`);
  return { kind: 'done', text: `${header}\n${fence.around(numbered.join('\n'))}${cutNote()}` };

  function cutNote(): string {
    if (shown.length < count) return `\n(cut: go on with from_line ${last + 1}${why})`;
    return shown[0] === wanted[0] ? '' : `\n(cut: line ${from} is longer than ${most} bytes${why})`;
  }
}
