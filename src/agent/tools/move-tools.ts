import * as v from 'valibot';
import { unreadable } from './read-tools.ts';
import { isNotToBeRead, saveText } from './save-text.ts';
import { defineTool, type Tool } from './tool.ts';

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
      const isBinary = content.kind !== 'text';
      await context.changes.record({ path, before, after: null, encoding, isBinary }, context.turns);
    }
    return { kind: 'done', text: isUnread ? `There is no ${path} any more.` : `Deleted ${path}.` };
  },
});

const moveFile = defineTool({
  name: 'move_file',
  description: 'Move or rename a file; nothing may be at `to` yet.',
  parameters: v.strictObject({ path: v.string(), to: v.string() }),
  access: 'move',
  effect: 'changes',
  doing: ({ path, to }) => `moves ${path} to ${to}`,
  run: async ({ path, to }, context) => {
    const content = await context.tree.read(path);
    if (content.kind !== 'text') return { kind: 'error', reason: unreadable(path, content) };
    if (isNotToBeRead(to, context))
      return { kind: 'refused', reason: `${to} may not be read, so nothing is moved there.` };
    const there = await context.tree.read(to);
    if (there.kind !== 'missing') return { kind: 'error', reason: `${to} exists already.` };
    const { text, encoding } = content;
    const made = { path: to, before: null, after: text, encoding, said: `Moved ${path} to ${to}.` };
    const saved = await saveText(made, context);
    if (saved.kind !== 'done') return saved;
    await context.tree.remove(path);
    await context.changes.record({ path, before: text, after: null, encoding }, context.turns);
    return saved;
  },
});

export const undo = defineTool({
  name: 'undo',
  description: 'Put a file back to what it was when this task began.',
  parameters: v.strictObject({ path: v.string() }),
  access: null,
  effect: 'changes',
  doing: ({ path }) => `puts ${path} back`,
  run: async ({ path: given }, context) => {
    const path = given.replace(/^(?:\.\/)+/, '');
    const start = context.changes.startOf(path);
    if (start === null)
      return { kind: 'error', reason: `this task has changed nothing at ${path} that can be put back.` };
    const content = await context.tree.read(path);
    const before = content.kind === 'text' ? content.text : null;
    const { first: after, encoding } = start;
    if (after === null) await context.tree.remove(path);
    else await context.tree.write(path, after, encoding);
    await context.changes.record({ path, before, after, encoding, isPutBack: true }, context.turns);
    const was = after === null ? 'gone' : 'as it was';
    return { kind: 'done', text: `${path} is ${was}, as when this task began.` };
  },
});

/** Offered to goals that may delete something. */
export const DELETE_TOOLS: readonly Tool[] = [deleteFile, moveFile];
