import * as v from 'valibot';
import { isLfsPointer } from '../../core/access/lfs.ts';
import { matchesGlobs } from '../../core/access/matching/globs.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import { occurrencesOf } from './occurrences.ts';
import { unreadable, wholeLines } from './read-tools.ts';
import { defineTool, type Tool, type ToolContext, type ToolResult } from './tool.ts';

const LARGEST_FILE = 1_000_000;

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
    const after = before === null || isUnread ? text : withLineBreaksOf(before, text);
    return save(
      { path, before, after, said: `Wrote ${path} (${wholeLines(after.split('\n')).length} lines).` },
      context,
    );
  },
});

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
    return edit({ path: input.path, text: content.text, old: input.old, next: input.new }, context);
  },
});

interface Edit {
  readonly path: string;
  readonly text: string;
  readonly old: string;
  readonly next: string;
}

async function edit({ path, text, ...wanted }: Edit, context: ToolContext): Promise<ToolResult> {
  if (wanted.old === '') return { kind: 'error', reason: 'old is empty; it must be text that occurs once.' };
  const asIs = occurrencesOf(text, wanted.old);
  const old = asIs.times > 0 ? wanted.old : withLineBreaksOf(text, wanted.old);
  const next = asIs.times > 0 ? wanted.next : withLineBreaksOf(text, wanted.next);
  const { times, first: at } = old === wanted.old ? asIs : occurrencesOf(text, old);
  if (times !== 1) {
    return {
      kind: 'error',
      reason: `the old text matched ${times} times in ${path}; it must match exactly once.`,
    };
  }
  const after = `${text.slice(0, at)}${next}${text.slice(at + old.length)}`;
  return save({ path, before: text, after, said: `Edited ${path}.` }, context);
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
      await context.changes.record({ path, before, after: null }, context.turns);
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
  readonly said: string;
}

async function save({ path, before, after, said }: Save, context: ToolContext): Promise<ToolResult> {
  const isUnread = isNotToBeRead(path, context);
  const known = isUnread ? '' : (before ?? '');
  const reason = textProblem(after) ?? (await secretProblem(known, after, context));
  if (reason !== null) return { kind: 'refused', reason };
  if (isUnread) context.changes.hide(path);
  if (after !== before) await context.tree.write(path, after);
  if (after !== before || isUnread) await context.changes.record({ path, before, after }, context.turns);
  const isSame = after === before && !isUnread;
  return { kind: 'done', text: isSame ? `${said} Nothing is different from before.` : said };
}

function textProblem(after: string): string | null {
  if (!after.isWellFormed()) return 'the text contains half a character (a lone surrogate).';
  if (after.includes('\0')) return 'the text contains a NUL character; only text files can be written.';
  if (isLfsPointer(after)) return 'the text is a pointer of Git LFS, which stands for another file.';
  const bytes = utf8Length(after);
  return bytes > LARGEST_FILE
    ? `the text has ${bytes} bytes; a file may have at most ${LARGEST_FILE}.`
    : null;
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

/** A file that breaks its lines by CR LF throughout keeps doing so; models write LF. */
function withLineBreaksOf(file: string, text: string): string {
  const { times: breaks } = occurrencesOf(file, '\n');
  const usesCrLf = breaks > 0 && occurrencesOf(file, '\r\n').times === breaks;
  return usesCrLf && !text.includes('\r') ? text.replaceAll('\n', '\r\n') : text;
}

export const WRITE_TOOLS: readonly Tool[] = [writeFile, editFile, deleteFile];
