import { isLfsPointer } from '../../core/access/lfs.ts';
import { matchesGlobs } from '../../core/access/matching/globs.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import { type TextEncoding, unencodable } from '../../core/text/text-encoding.ts';
import type { ToolContext, ToolResult } from './tool.ts';

const LARGEST_FILE = 1_000_000;
/** What a file that is larger already may grow by, bytes. */
const ROOM_IN_LARGE_FILES = 100_000;

/** Whether the answer must not depend on the file: not even on whether it is there. */
export function isNotToBeRead(path: string, { goal }: ToolContext): boolean {
  return !matchesGlobs(goal.permissions.read, path);
}

interface Save {
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  /** Undefined: UTF-8. */
  readonly encoding: TextEncoding | undefined;
  readonly said: string;
}

/** Writes a text, unless it is none that a file may hold. */
export async function saveText(
  { path, before, after, encoding, said }: Save,
  context: ToolContext,
): Promise<ToolResult> {
  const isUnread = isNotToBeRead(path, context);
  const known = isUnread ? '' : (before ?? '');
  const unfit = characterProblem(after, known) ?? encodingProblem(after, encoding);
  if (unfit !== null) return { kind: 'error', reason: unfit };
  const reason = textProblem(after, known) ?? (await secretProblem(known, after, context));
  if (reason !== null) return { kind: 'refused', reason };
  if (isUnread) context.changes.hide(path);
  if (after !== before) await context.tree.write(path, after, encoding);
  if (after !== before || isUnread)
    await context.changes.record({ path, before, after, encoding }, context.turns);
  const isSame = after === before && !isUnread;
  return { kind: 'done', text: isSame ? `${said} Nothing is different from before.` : said };
}

/** `known`: what the file holds already, which is not the model's doing. */
function textProblem(after: string, known: string): string | null {
  if (!after.isWellFormed()) return 'the text contains half a character (a lone surrogate).';
  if (after.includes('\0')) return 'the text contains a NUL character; only text files can be written.';
  if (isLfsPointer(after)) return 'the text is a pointer of Git LFS, which stands for another file.';
  const bytes = utf8Length(after);
  const most = Math.max(LARGEST_FILE, utf8Length(known) + ROOM_IN_LARGE_FILES);
  return bytes > most ? `the text has ${bytes} bytes; a file may have at most ${most}.` : null;
}

function characterProblem(after: string, known: string): string | null {
  return replacementsIn(after) > replacementsIn(known)
    ? 'the text contains the character U+FFFD, which stands for one that could not be read; write the character itself.'
    : null;
}

function replacementsIn(text: string): number {
  return text.split('\uFFFD').length - 1;
}

function encodingProblem(after: string, encoding: TextEncoding = 'utf-8'): string | null {
  const char = unencodable(after, encoding);
  return char === null
    ? null
    : `the file is written in ${encoding}, which has no ${JSON.stringify(char)}; use characters that it has.`;
}

async function secretProblem(
  before: string,
  after: string,
  { mask, turns }: ToolContext,
): Promise<string | null> {
  const secret = await turns.through(mask.inSteps.finds(after));
  // What the file held already is not the model's doing.
  if (secret === null || (await turns.through(mask.inSteps.finds(before))) === secret) return null;
  return `the text contains what looks like a secret (${secret}); secrets are never written.`;
}
