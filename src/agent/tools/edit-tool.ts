import * as v from 'valibot';
import { droppedBy } from './dropped-text.ts';
import { whyAmbiguous, whyMissed } from './edit-miss.ts';
import { plainBreaks, usualBreak, withBreaksOf } from './line-breaks.ts';
import { occurrencesOf } from './occurrences.ts';
import { unreadable } from './read-tools.ts';
import { saveText } from './save-text.ts';
import { defineTool, type ToolContext } from './tool.ts';

export const editFile = defineTool({
  name: 'edit_file',
  description:
    'Replace text that occurs exactly once: old by new, or several pairs in edits, in order, all or none.',
  parameters: v.strictObject({
    path: v.string(),
    old: v.optional(v.string()),
    new: v.optional(v.string()),
    edits: v.optional(v.array(v.object({ old: v.string(), new: v.string() }))),
  }),
  access: 'edit',
  effect: 'changes',
  doing: ({ path }) => `edits ${path}`,
  run: async ({ path, old, new: next, edits = [] }, context) => {
    const content = await context.tree.read(path);
    if (content.kind !== 'text') return { kind: 'error', reason: unreadable(path, content) };
    const own = old === undefined && next === undefined ? [] : [{ old: old ?? '', new: next ?? '' }];
    const all = [...own, ...edits];
    if (all.length === 0) return { kind: 'error', reason: 'give old and new, or edits.' };
    let { text } = content;
    for (const [at, each] of all.entries()) {
      const edited = await withEdit({ path, text, old: each.old, next: each.new }, context);
      if (edited.kind === 'error') {
        const which = all.length === 1 ? '' : `edit ${at + 1} of ${all.length}, and so none was made: `;
        return { kind: 'error', reason: `${which}${edited.reason}` };
      }
      text = edited.text;
    }
    const said = `Edited ${path}${all.length === 1 ? '' : ` in ${all.length} places`}.`;
    return saveText({ path, before: content.text, after: text, encoding: content.encoding, said }, context);
  },
});

interface Edit {
  readonly path: string;
  readonly text: string;
  readonly old: string;
  readonly next: string;
}

type EditedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'error'; readonly reason: string };

async function withEdit(edit: Edit, context: ToolContext): Promise<EditedText> {
  const { path, text, old, next } = withoutNumbers(edit);
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
  const dropped = droppedBy(piece, put);
  if (dropped !== null && dropped.placeholder !== null && context.changes.isNewDoubt(path)) {
    const reason = `nothing was changed: a line of the new text only stands for text that is left out, and ${dropped.lines} of the ${dropped.of} lines of old would be gone. Write out all that stays. If it is meant so, make the call once more.`;
    return { kind: 'error', reason };
  }
  return { kind: 'text', text: `${text.slice(0, found.from)}${put}${text.slice(found.to)}` };
}

/** Numbers of lines that a model has copied from what `read_file` shows, where the file itself has none there. */
function withoutNumbers(edit: Edit): Edit {
  const isNumbered = (text: string) => text.split('\n').every((line) => line === '' || /^\d+\|/.test(line));
  const isCopied = edit.old !== '' && isNumbered(edit.old) && placeOf(edit.text, edit.old).kind === 'none';
  if (!isCopied) return edit;
  const plain = (text: string) => text.replace(/^\d+\|/gm, '');
  return { ...edit, old: plain(edit.old), next: isNumbered(edit.next) ? plain(edit.next) : edit.next };
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
