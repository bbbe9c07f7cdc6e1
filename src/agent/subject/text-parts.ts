import { utf8Length } from '../../core/text/bytes.ts';
import { joinMasked, type Masked } from '../../core/text/masked.ts';
import { cutToBytes } from '../../core/text/plain-text.ts';
import { cutLines } from '../tools/cut.ts';
import type { Fence } from '../tools/fence.ts';

/** A part of what the model reads of it. Words of others stand in its lines only, each behind `> `. */
export interface TextPart {
  readonly head: Masked;
  readonly lines: readonly Masked[];
  /** What is shown where there is no room for all: of a log it is the end that says what went wrong. */
  readonly kept: 'first' | 'last';
}

export interface SubjectText {
  /** What stands before it in a message. */
  readonly heading: Masked;
  readonly parts: readonly TextPart[];
}

/** All of it, for reading on. */
export function subjectLines({ parts }: SubjectText): readonly Masked[] {
  return parts.flatMap(({ head, lines }) => [head, ...lines]);
}

/** As much of each part as there is room for: what a short part leaves is for the longer ones. */
export function subjectInPrompt(text: SubjectText | null, fence: Fence, bytes: number): string | null {
  if (text === null) return null;
  const { lines, isCut } = shownWithin(text, bytes);
  const rest = isCut ? '\n(cut: read_task shows all of it, by lines)' : '';
  return `${text.heading}\n${fence.around(lines.join('\n'))}${rest}`;
}

export function subjectWithin(text: SubjectText, bytes: number): Masked {
  return joinMasked(shownWithin(text, bytes).lines, '\n');
}

function shownWithin({ parts }: SubjectText, bytes: number) {
  const shares = sharesOf(parts.map(sizeOf), bytes);
  const shown = parts.map((part, index) => cutPart(part, shares[index] ?? 0));
  return { lines: shown.flatMap(({ lines }) => lines), isCut: shown.some(({ isCut }) => isCut) };
}

function sizeOf({ head, lines }: TextPart): number {
  return lines.reduce((sum, line) => sum + utf8Length(line) + 1, utf8Length(head) + 1);
}

/** The same for all, but none gets more than it needs. */
function sharesOf(sizes: readonly number[], bytes: number): readonly number[] {
  const shares = new Map<number, number>();
  let left = bytes;
  const ordered = sizes.map((size, index) => ({ size, index })).toSorted((a, b) => a.size - b.size);
  for (const [done, { size, index }] of ordered.entries()) {
    const share = Math.min(size, Math.max(0, Math.floor(left / (ordered.length - done))));
    shares.set(index, share);
    left -= share;
  }
  return sizes.map((_, index) => shares.get(index) ?? 0);
}

function cutPart({ head, lines, kept }: TextPart, bytes: number) {
  const room = { bytes: bytes - utf8Length(head) - 1, count: Number.POSITIVE_INFINITY };
  const ordered = kept === 'first' ? lines : lines.toReversed();
  const { length } = cutLines(ordered, room).lines;
  // A line that is too long by itself is shown in part.
  const shown =
    length > 0
      ? ordered.slice(0, length)
      : ordered.slice(0, 1).map((line) => cutToBytes(line, Math.max(0, room.bytes)));
  return {
    lines: [head, ...(kept === 'first' ? shown : shown.toReversed())],
    isCut: length < lines.length,
  };
}
