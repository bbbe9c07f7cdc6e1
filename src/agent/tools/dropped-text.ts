/** Fewer lines than this are soon written anew. */
const FEW_LINES = 20;
/** A line that stands for others which the writer did not want to repeat. */
const ELISION =
  /^[^\p{L}\p{N}]*(?:\.\.\.|…)[^\p{L}\p{N}]*$|^\s*(?:\/\/|#|<!--|\/\*|\{\/\*|--|;|%|\(|\[)\s*(?:\.\.\.|…)|^\W*snip\W*$|\b(?:same )?as (?:before|above)\W*$|(?:\.\.\.|…|\b(?:rest|remainder)\b)[^\n]{0,60}\b(?:unchanged|omitted|same|as before|as is|here|remains?|stays?|content|code|file)\b|\b(?:existing|remaining|other|previous|original)\b[^\n]{0,40}(?:\.\.\.|…|\b(?:unchanged|omitted|as before|remains?|stays?)\b)|\b(?:unchanged|omitted)\b[^\n]{0,20}\b(?:below|above|for brevity|from here)\b/iu;

/** What a new text leaves out of the old one. */
export interface Dropped {
  /** Lines of the old text that the new one does not have. */
  readonly lines: number;
  readonly of: number;
  /** The line that stands for what was left out; null: there is none. */
  readonly placeholder: string | null;
}

/** Null: the new text is a whole one, as far as can be told. */
export function droppedBy(before: string, after: string): Dropped | null {
  const old = filledLines(before);
  const now = filledLines(after);
  const known = new Set(old);
  const placeholder = now.find((line) => !known.has(line) && ELISION.test(line)) ?? null;
  const left = new Map<string, number>();
  for (const line of now) left.set(line, (left.get(line) ?? 0) + 1);
  let gone = 0;
  for (const line of old) {
    const times = left.get(line) ?? 0;
    if (times === 0) gone += 1;
    else left.set(line, times - 1);
  }
  const isMost = old.length >= FEW_LINES && now.length * 2 < old.length;
  const isPart = placeholder !== null && gone > 0 && now.length < old.length;
  return isMost || isPart ? { lines: gone, of: old.length, placeholder: isPart ? placeholder : null } : null;
}

function filledLines(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}
