import * as v from 'valibot';
import { droppedBy } from './dropped-text.ts';
import { editFile } from './edit-tool.ts';
import { plainBreaks, usualBreak, withBreaksOf } from './line-breaks.ts';
import { undo } from './move-tools.ts';
import { unreadable, wholeLines } from './read-tools.ts';
import { isNotToBeRead, saveText } from './save-text.ts';
import { defineTool, type Tool, type ToolContext } from './tool.ts';

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
    return saveText({ path, before, after, encoding: known?.encoding, said }, context);
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

export const WRITE_TOOLS: readonly Tool[] = [writeFile, editFile, undo];
