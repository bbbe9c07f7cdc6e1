import * as v from 'valibot';
import { isLfsPointer } from '../../core/access/lfs.ts';
import { matchesGlobs } from '../../core/access/matching/globs.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import { type TextEncoding, unencodable } from '../../core/text/text-encoding.ts';
import { droppedBy } from './dropped-text.ts';
import { whyAmbiguous, whyMissed } from './edit-miss.ts';
import { plainBreaks, usualBreak, withBreaksOf } from './line-breaks.ts';
import { occurrencesOf } from './occurrences.ts';
import { unreadable, wholeLines } from './read-tools.ts';
import { defineTool, type Tool, type ToolContext, type ToolResult } from './tool.ts';

const LARGEST_FILE = 1_000_000;
/** What a file that is larger already may grow by, bytes. */
const ROOM_IN_LARGE_FILES = 100_000;

const writeFile = defineTool({
  name: 'write_file',
  description: 'Create a file or replace all of its text.',
  parameters: v.strictObject({ path: v.string(), text: v.string() }),
  access: 'write',
  effect: 'changes',
  doing: ({ path }) => `writes ${path}`,
  run: async ({ path, text }, context) => {
    const content = await context.tree.read(path);
    const isUnread = isNotToBeRead(path, context);
    if (content.kind !== 'text' && content.kind !== 'missing' && !isUnread) {
      return { kind: 'error', reason: unreadable(path, content) };
    }
    const before = content.kind === 'text' ? content.text : null;
    // A file that was deleted a moment ago comes back in its own form.
    const known = isUnread ? null : content.kind === 'text' ? content : context.changes.firstOf(path);
    const after = known === null ? text : inFormOf(known.text, text);
    const doubt = known === null ? null : doubtOf(path, { before: known.text, after, context });
    if (doubt !== null) return { kind: 'error', reason: doubt };
    const said = `Wrote ${path} (${wholeLines(after.split('\n')).length} lines).`;
    return save({ path, before, after, encoding: known?.encoding, said }, context);
  },
});

/** The whole text of a file with the byte order mark and the line breaks that it had. */
function inFormOf(before: string, text: string): string {
  const isOnlyBreaks = text.includes('\r') && plainBreaks(text).text === plainBreaks(before).text;
  if (isOnlyBreaks) return text;
  const kept = before === '' ? text : withBreaksOf(before, text, usualBreak(before) ?? '\n');
  return before.startsWith('\uFEFF') && !kept.startsWith('\uFEFF') ? `\uFEFF${kept}` : kept;
}

/** Asked once for each file: who means it, calls again. Null: there is no doubt. */
function doubtOf(
  path: string,
  {
    before,
    after,
    context,
  }: { readonly before: string; readonly after: string; readonly context: ToolContext },
): string | null {
  const dropped = droppedBy(before, after);
  if (dropped === null || !context.changes.isNewDoubt(path)) return null;
  const { lines, of, placeholder } = dropped;
  const stands = placeholder === null ? '' : ' One line of it only stands for text that is left out.';
  return `nothing was written: ${lines} of the ${of} lines of ${path} would be gone.${stands} write_file replaces the whole text, so it has to hold all that stays; for a part of it, use edit_file. If the rest is meant to go, make the call once more; the reviewer is told.`;
}

const editFile = defineTool({
  name: 'edit_file',
  description: 'Replace one piece of text; `old` must occur exactly once.',
  parameters: v.strictObject({ path: v.string(), old: v.string(), new: v.string() }),
  access: 'edit',
  effect: 'changes',
  doing: ({ path }) => `edits ${path}`,
  run: async (input, context) => {
    const content = await context.tree.read(input.path);
    if (content.kind !== 'text') return { kind: 'error', reason: unreadable(input.path, content) };
    const { text, encoding } = content;
    return edit({ path: input.path, text, encoding, old: input.old, next: input.new }, context);
  },
});

interface Edit {
  readonly path: string;
  readonly text: string;
  readonly encoding: TextEncoding | undefined;
  readonly old: string;
  readonly next: string;
}

async function edit({ path, text, encoding, old, next }: Edit, context: ToolContext): Promise<ToolResult> {
  if (old === '') return { kind: 'error', reason: 'old is empty; it must be text that occurs once.' };
  const found = placeOf(text, old);
  if (found.kind === 'several') return { kind: 'error', reason: whyAmbiguous(path, found.text, found) };
  if (found.kind === 'none') {
    const masked = await context.turns.mask(text, context.mask);
    return { kind: 'error', reason: await whyMissed({ path, text: masked, old }, context) };
  }
  const piece = text.slice(found.from, found.to);
  // Who writes CR LF in the old text means line breaks.
  const isExact = old.includes('\r') && piece === old;
  const usual = usualBreak(piece) ?? usualBreak(text) ?? '\n';
  const put = isExact ? next : withBreaksOf(piece, next, usual);
  const after = `${text.slice(0, found.from)}${put}${text.slice(found.to)}`;
  const dropped = droppedBy(piece, put);
  if (dropped !== null && dropped.placeholder !== null && context.changes.isNewDoubt(path)) {
    const reason = `nothing was changed: a line of the new text only stands for text that is left out, and ${dropped.lines} of the ${dropped.of} lines of old would be gone. Write out all that stays. If it is meant so, make the call once more.`;
    return { kind: 'error', reason };
  }
  return save({ path, before: text, after, encoding, said: `Edited ${path}.` }, context);
}

type Place =
  | { readonly kind: 'one'; readonly from: number; readonly to: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'several'; readonly text: string; readonly old: string; readonly times: number };

/** Where the old text stands: just so, or else with other line breaks. */
function placeOf(text: string, old: string): Place {
  const exact = occurrencesOf(text, old);
  if (exact.times === 1) return { kind: 'one', from: exact.first, to: exact.first + old.length };
  if (exact.times > 1) return { kind: 'several', text, old, times: exact.times };
  if (!/[\r\n]/.test(old)) return { kind: 'none' };
  const plain = plainBreaks(text);
  const wanted = plainBreaks(old).text;
  const { times, first } = occurrencesOf(plain.text, wanted);
  if (times > 1) return { kind: 'several', text: plain.text, old: wanted, times };
  if (times === 0) return { kind: 'none' };
  return { kind: 'one', from: plain.originalAt(first), to: plain.originalAt(first + wanted.length) };
}

const deleteFile = defineTool({
  name: 'delete_file',
  description: 'Delete a file.',
  parameters: v.strictObject({ path: v.string() }),
  access: 'delete',
  effect: 'changes',
  doing: ({ path }) => `deletes ${path}`,
  run: async ({ path }, context) => {
    const content = await context.tree.read(path);
    const isUnread = isNotToBeRead(path, context);
    if (content.kind === 'missing' && !isUnread) return { kind: 'error', reason: unreadable(path, content) };
    if (isUnread) context.changes.hide(path);
    if (content.kind !== 'missing') {
      await context.tree.remove(path);
      const before = content.kind === 'text' ? content.text : '';
      const encoding = content.kind === 'text' ? content.encoding : undefined;
      await context.changes.record({ path, before, after: null, encoding }, context.turns);
    }
    return { kind: 'done', text: isUnread ? `There is no ${path} any more.` : `Deleted ${path}.` };
  },
});

/** Whether the answer must not depend on the file: not even on whether it is there. */
function isNotToBeRead(path: string, { goal }: ToolContext): boolean {
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

async function save(
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

export const WRITE_TOOLS: readonly Tool[] = [writeFile, editFile, deleteFile];
