type LineBreak = '\n' | '\r\n' | '\r';

/** One line of a text with what ends it; the last one may end in nothing. */
interface EndedLine {
  readonly text: string;
  readonly end: LineBreak | '';
}

function endedLines(text: string): readonly EndedLine[] {
  const lines: EndedLine[] = [];
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push({ text: text.slice(from, index), end: end as LineBreak });
    from = index + end.length;
  }
  return from < text.length ? [...lines, { text: text.slice(from), end: '' }] : lines;
}

/** What most lines of a text end in; null: it has no line break. */
export function usualBreak(text: string): LineBreak | null {
  if (!text.includes('\r')) return text.includes('\n') ? '\n' : null;
  const counts = new Map<LineBreak, number>();
  for (const { end } of endedLines(text)) if (end !== '') counts.set(end, (counts.get(end) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

/**
 * A text as a model wrote it, with the line breaks of the text that it replaces: each line that was there before keeps its own, a
 * new one gets `usual`. Models write LF, whatever the file has.
 */
export function withBreaksOf(before: string, text: string, usual: LineBreak): string {
  // Nothing can differ then, and a text may have very many lines.
  if (usual === '\n' && !before.includes('\r') && !text.includes('\r')) return text;
  const old = endedLines(before);
  const now = endedLines(text);
  const breaks = new Map<number, LineBreak>();
  const keep = (at: number, line: EndedLine | undefined): boolean => {
    if (line === undefined || line.text !== now[at]?.text) return false;
    if (line.end !== '') breaks.set(at, line.end);
    return true;
  };
  let start = 0;
  while (start < now.length && keep(start, old[start])) start += 1;
  let end = 0;
  while (end < now.length - start && end < old.length - start) {
    if (!keep(now.length - 1 - end, old[old.length - 1 - end])) break;
    end += 1;
  }
  const middle = Map.groupBy(old.slice(start, old.length - end), (line) => line.text);
  for (let at = start; at < now.length - end; at++) keep(at, middle.get(now[at]?.text ?? '')?.shift());
  return now
    .map((line, at) => (line.end === '' ? line.text : line.text + (breaks.get(at) ?? usual)))
    .join('');
}

/** A text in which every line ends in LF, and where its characters stand in the original. */
interface PlainBreaks {
  readonly text: string;
  /** Index in the original of the character at an index of `text`; its length for the end. */
  originalAt(index: number): number;
}

export function plainBreaks(text: string): PlainBreaks {
  // Where one character less has been taken over.
  const gone = [...text.matchAll(/\r\n/g)].map(({ index }, before) => index - before);
  return {
    text: text.replaceAll(/\r\n?/g, '\n'),
    originalAt: (index) => index + countBelow(gone, index),
  };
}

/** How many of the numbers, which rise, are below a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let from = 0;
  let to = numbers.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((numbers[middle] ?? 0) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}
