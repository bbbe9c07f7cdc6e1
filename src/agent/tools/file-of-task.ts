import { globMatcher } from '../../core/access/matching/globs.ts';
import { utf8Length } from '../../core/text/bytes.ts';
import { lineRangeSteps } from '../../core/text/plain-text.ts';
import { MOST_LINES, showLines } from './shown-lines.ts';
import type { ToolContext } from './tool.ts';

/** With less than that, a part of a file says little. */
const FEW_BYTES = 600;

/** So that no task begins with a call for what it is about. Null: it is no file with text, may not be read, or there is no room. */
export async function fileOfTask(
  file: string | null,
  context: ToolContext,
  most: number,
): Promise<string | null> {
  const { goal, tree } = context;
  if (file === null || most < FEW_BYTES || !globMatcher(goal.permissions.read)(file)) return null;
  const content = await tree.read(file);
  if (content.kind !== 'text') return null;
  const masked = await context.turns.mask(content.text, context.mask);
  const range = await context.turns.through(lineRangeSteps(masked, { from: 1, count: MOST_LINES + 1 }));
  const shown = { name: file, ...range, from: 1, bytes: utf8Length(content.text) };
  const result = showLines(shown, { fence: context.fence, room: () => most });
  return result.kind === 'done' ? result.text : null;
}
