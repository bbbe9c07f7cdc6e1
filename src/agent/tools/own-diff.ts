import * as v from 'valibot';
import { globMatcher } from '../../core/access/matching/globs.ts';
import { filePatches } from '../../core/progress/patch-lines.ts';
import { cutToBytes } from '../../core/text/plain-text.ts';
import { littleLeft } from './shown-lines.ts';
import { defineTool } from './tool.ts';

export const ownDiff = defineTool({
  name: 'diff',
  description: 'What the draft changes so far.',
  parameters: v.strictObject({}),
  access: null,
  effect: 'looks',
  doing: () => 'looks at its change',
  run: async (_, context) => {
    const { tree, goal, fence, mask, turns, signal } = context;
    const { files, patch, isCut } = await tree.diff(signal);
    const mayRead = globMatcher(goal.permissions.read);
    const hidden = files.filter(({ path }) => !mayRead(path)).length;
    const readable = filePatches(patch).filter(({ path }) => mayRead(path));
    const masked = await turns.mask(readable.map(({ text }) => text).join(''), mask);
    const part = cutToBytes(masked, context.room());
    const isPart = isCut || part.length < masked.length;
    const rest = [
      ...(isPart ? [`\n(cut: read the files for the rest${littleLeft(context)})`] : []),
      ...(hidden > 0 ? [`\n(${hidden} of them may not be read)`] : []),
    ].join('');
    return { kind: 'done', text: `${files.length} files differ\n${fence.around(part)}${rest}` };
  },
});
