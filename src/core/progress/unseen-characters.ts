import type { Steps } from '../text/steps.ts';
import type { Diff } from './diff.ts';
import { patchLines } from './patch-lines.ts';

/** A character of a change that a reader does not see, or that turns the direction of what follows. */
export interface UnseenCharacter {
  readonly path: string;
  /** From 1, in the file as it is with the change. */
  readonly line: number;
  readonly codePoint: number;
}

/**
 * Controls, signs of direction, characters without a shape and blanks that are no white space. Emoji hold two of them by
 * design: a joiner between two pictures and a sign of presentation behind one.
 */
const UNSEEN =
  /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\p{Co}\u1680\u2000-\u200A\u202F\u205F\u2800\uFFF9-\uFFFC\u{1D159}\u{16FE4}]|(?!\t)\p{Cc}/gu;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const JOINER = '\u200D';
const PRESENTATION = '\uFE0F';
const PLAIN = /^[\t\x20-\x7E]*$/;
/** So many lines and characters are looked at in one step. */
const IN_ONE_STEP = 2_000;

/** The first `most` unseen characters of the lines that a change adds. */
export function unseenInPatch(patch: Diff['patch'], most: number): Steps<readonly UnseenCharacter[]> {
  return firstUnseen(addedLines(patch), most);
}

/** The same for a whole file, where a patch does not hold all that was added. */
export function unseenInFile(path: string, text: string, most: number): Steps<readonly UnseenCharacter[]> {
  return firstUnseen(linesOfFile(path, text), most);
}

function* firstUnseen(lines: Iterable<AddedLine>, most: number): Steps<readonly UnseenCharacter[]> {
  const found: UnseenCharacter[] = [];
  let looks = 0;
  for (const { path, line, text } of lines) {
    if (++looks % IN_ONE_STEP === 0) yield;
    for (const codePoint of unseenIn(text)) {
      if (++looks % IN_ONE_STEP === 0) yield;
      if (codePoint === null) continue;
      found.push({ path, line, codePoint });
      if (found.length >= most) return found;
    }
  }
  return found;
}

/** Null for each that belongs to a picture. */
function* unseenIn(line: string): Generator<number | null, void> {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (PLAIN.test(text)) return;
  for (const { 0: character, index } of text.matchAll(UNSEEN))
    yield isOfEmoji(character, text, index) ? null : (character.codePointAt(0) ?? 0);
}

function isOfEmoji(character: string, text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 4), at);
  if (character === PRESENTATION) return EMOJI.test(before) && !before.endsWith(PRESENTATION);
  return character === JOINER && EMOJI.test(before) && PICTURE.test(text.slice(at + 1, at + 3));
}

interface AddedLine {
  readonly path: string;
  readonly line: number;
  readonly text: string;
}

function* linesOfFile(path: string, text: string): Generator<AddedLine, void> {
  let line = 1;
  for (let from = 0; from <= text.length; line++) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    yield { path, line, text: text.slice(from, to) };
    from = to + 1;
  }
}

/** Of a file that is taken away, nothing is added. */
function* addedLines(patch: string): Generator<AddedLine> {
  for (const { sign, path, line, text } of patchLines(patch)) if (sign === '+') yield { path, line, text };
}
