import type { Diff } from './diff.ts';

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
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cf}\p{Zl}\p{Zp}\u2800\uFFF9-\uFFFC]|(?!\t)\p{Cc}/gu;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?$/u;
const PICTURE = /^\p{Extended_Pictographic}/u;
const JOINER = '\u200D';
const PRESENTATION = '\uFE0F';
const PLAIN = /^[\t\x20-\x7E]*$/;

/** The first `most` unseen characters of the lines that a change adds. */
export function unseenInPatch(patch: Diff['patch'], most: number): readonly UnseenCharacter[] {
  const found: UnseenCharacter[] = [];
  for (const { path, line, text } of addedLines(patch)) {
    if (found.length >= most) break;
    found.push(...unseenIn(text).map((codePoint) => ({ path, line, codePoint })));
  }
  return found.slice(0, most);
}

/** The same for a whole file, where a patch does not hold all that was added. */
export function unseenInFile(path: string, text: string, most: number): readonly UnseenCharacter[] {
  const lines = text.split('\n');
  const found = lines.flatMap((each, at) =>
    unseenIn(each).map((codePoint) => ({ path, line: at + 1, codePoint })),
  );
  return found.slice(0, most);
}

function unseenIn(line: string): readonly number[] {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  if (PLAIN.test(text)) return [];
  return Array.from(text.matchAll(UNSEEN))
    .filter(({ 0: character, index }) => !isOfEmoji(character, text, index))
    .map(({ 0: character }) => character.codePointAt(0) ?? 0);
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

/** The lines that a unified diff adds. Heads are told from content by where they are, never by how they begin. */
function* addedLines(patch: string): Generator<AddedLine> {
  let path = '';
  let line = 0;
  let isHead = true;
  for (const text of patch.split('\n')) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)/.exec(text)?.[1];
    if (text.startsWith('diff --git ')) isHead = true;
    else if (hunk !== undefined) {
      isHead = false;
      line = Number(hunk);
    } else if (isHead) path = /^\+\+\+ b\/([^\t]*)/.exec(text)?.[1] ?? path;
    else if (text.startsWith('+')) yield { path, line: line++, text: text.slice(1) };
    else if (text.startsWith(' ')) line += 1;
  }
}
