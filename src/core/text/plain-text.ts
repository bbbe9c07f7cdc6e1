import { type Masked, reshaped } from './masked.ts';
import { linesInSteps, type Steps, withoutRest } from './steps.ts';

/**
 * Words of the model or of a file on their way to a terminal or a log: on one line, without half characters and such that
 * steer a terminal or turn the direction of the text. All texts here are masked before: half a secret is not known.
 */
export function onOneLine(text: Masked): Masked {
  return reshaped(text, (plain) =>
    plain
      .toWellFormed()
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
      .trim(),
  );
}

/** JSON of which no text holds half a character: servers can make none of it. */
export function jsonWithoutHalves(json: Masked): Masked {
  if (!/\\ud[89a-f]/i.test(json)) return json;
  const whole = (_: string, value: unknown) => (typeof value === 'string' ? value.toWellFormed() : value);
  return reshaped(json, (text) => JSON.stringify(JSON.parse(text, whole)));
}

/** The same for texts of several lines: line breaks and tabs stay. */
export function withoutControls(text: Masked): Masked {
  return reshaped(text, (plain) =>
    plain
      .toWellFormed()
      .replaceAll(/\r\n|[\u2028\u2029]/g, '\n')
      .replaceAll(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, ''),
  );
}

/** Without white space around it. */
export function trimmed(text: Masked): Masked {
  return reshaped(text, (plain) => plain.trim());
}

/** The part between two offsets. */
export function partOf(text: Masked, from: number, to: number): Masked {
  return reshaped(text, (plain) => plain.slice(from, to));
}

export function linesOf(text: Masked): readonly Masked[] {
  const lines: Masked[] = [];
  const line = { from: 0, to: 0 };
  // One for all lines: a long text may have millions.
  const cut = (plain: string): string => plain.slice(line.from, line.to);
  const take = (from: number, to: number): void => {
    line.from = from;
    line.to = to;
    lines.push(reshaped(text, cut));
  };
  withoutRest(linesInSteps(text, take));
  return lines;
}

interface LineRange {
  readonly lines: readonly Masked[];
  /** How many lines the whole text has. */
  readonly total: number;
}

/**
 * At most `count` lines from line `from` on, the first being 1, step by step. What follows a last line break is no line where it is
 * empty. A text may have millions of lines, so the others are only counted.
 */
export function* lineRangeSteps(
  text: Masked,
  { from, count }: { readonly from: number; readonly count: number },
): Steps<LineRange> {
  const lines: Masked[] = [];
  let total = 0;
  yield* linesInSteps(text, (start, end) => {
    if (start === text.length && total > 0) return;
    total += 1;
    if (total >= from && lines.length < count) lines.push(reshaped(text, (plain) => plain.slice(start, end)));
  });
  return text === '' ? { lines: [], total: 0 } : { lines, total };
}

/** At most `length` UTF-16 units, never half a character; what was cut ends in `…`. */
export function cutText(text: Masked, length: number): Masked {
  if (text.length <= length) return text;
  return reshaped(text, (plain) => {
    const start = plain.slice(0, Math.max(0, length - 1));
    return `${start.replace(/[\uD800-\uDBFF]$/, '')}…`;
  });
}

const IN_WORD = '[!-~\\p{Default_Ignorable_Code_Point}\\p{Cf}]*';
const WORD_START = new RegExp(`${IN_WORD}$`, 'u');
const WORD_END = new RegExp(`^${IN_WORD}`, 'u');

/**
 * A text that nobody has masked yet. It is cut between two words, and so never inside of what a mask has to know as a whole.
 * A word that `length` divides stays where the text becomes at most twice as long with it, and is left out otherwise.
 */
export function cutBetweenWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '');
  const begun = WORD_START.exec(start)?.[0] ?? '';
  const rest = WORD_END.exec(text.slice(start.length, start.length + length + 1))?.[0] ?? '';
  const hidesNothing = /^(.)\1*$/u.test(begun + rest);
  if (begun === '' || rest === '' || hidesNothing) return `${start}…`;
  if (rest.length > length) return `${start.slice(0, start.length - begun.length)}…`;
  return start.length + rest.length === text.length ? text : `${start}${rest}…`;
}

/** The longest beginning of `text` that has at most `bytes` bytes of UTF-8, never half a character. */
export function cutToBytes(text: Masked, bytes: number): Masked {
  return reshaped(text, (plain) => {
    // The encoder stops before a character that does not fit.
    const { read } = new TextEncoder().encodeInto(plain, new Uint8Array(bytes));
    return plain.slice(0, read);
  });
}
