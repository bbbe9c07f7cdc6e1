import { count, figure } from '../../core/figures.ts';
import { filePatches } from '../../core/progress/patch-lines.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import type { Masked } from '../../core/text/masked.ts';
import { cutToBytes } from '../../core/text/plain-text.ts';

/** A file's part of a diff, masked. */
interface FilePart {
  readonly path: string;
  readonly text: Masked;
}

export interface ShownDiff {
  readonly text: string;
  /** What of it is not shown, as a sentence; empty: nothing. */
  readonly rest: string;
}

/** Files of which a diff says something, and the rest only by number. */
const MOST_FILES = 50;

/** The parts of these files; of a path that is not among them, nothing. */
export function partsOf(patch: string, isShown: (path: string) => boolean) {
  return filePatches(patch).filter(({ path }) => isShown(path));
}

/** A diff within so many bytes: each file gets its share, and short files leave theirs to the long ones. */
export function shownWithin(parts: readonly FilePart[], bytes: number): ShownDiff {
  const shown = parts.slice(0, MOST_FILES);
  const sizes = new Map(shown.map(({ path, text }) => [path, utf8Length(text)]));
  const share = shareOf([...sizes.values()], bytes);
  const texts = shown.map(({ path, text }) =>
    (sizes.get(path) ?? 0) <= share ? text : `${cutToBytes(text, share)}\n`,
  );
  const cut = [...sizes.values()].filter((size) => size > share).length;
  const more = parts.length - shown.length;
  const rest = [
    ...(cut > 0
      ? [`Of ${count(cut, 'file')} only the first ${figure(share)} bytes of the diff are shown.`]
      : []),
    ...(more > 0 ? [`The diff of ${count(more, 'more file')} is not shown.`] : []),
  ];
  return { text: texts.join(''), rest: rest.join(' ') };
}

/** How many bytes of each are shown, so that all together are within `bytes`. */
function shareOf(sizes: readonly number[], bytes: number): number {
  let left = bytes;
  const sorted = sizes.toSorted((a, b) => a - b);
  for (const [at, size] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - at));
    if (size > share) return share;
    left -= size;
  }
  return bytes;
}
