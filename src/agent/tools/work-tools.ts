import * as v from 'valibot';
import { checkSentence } from '../../core/progress/check-report.ts';
import { cutText, withoutControls } from '../../core/text/plain-text.ts';
import { defineTool, type Tool } from './tool.ts';

const SUMMARY_LENGTH = 4_000;
const CHECK_OUTPUT_LENGTH = 8_000;

const filled = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** Offered only to goals that name commands. */
export function runCheckOf(commands: readonly string[]): Tool {
  return defineTool({
    name: 'run_check',
    description: "Run one of the goal's own commands.",
    parameters: v.strictObject({ command: v.picklist(commands) }),
    access: null,
    effect: 'looks',
    doing: ({ command }) => `runs ${command}`,
    run: async ({ command }, context) => {
      const { report, isKnown } = await context.runCommand(command);
      if (report.kind === 'not_run')
        return { kind: 'error', reason: `commands cannot be run here: ${report.detail}.` };
      const output = context.fence.around(
        report.output.slice(-Math.min(CHECK_OUTPUT_LENGTH, context.room())),
      );
      const again = isKnown ? 'No file has changed since it last ran. ' : '';
      return { kind: 'done', text: `${again}${checkSentence(report)}\n${output}` };
    },
  });
}

const note = defineTool({
  name: 'note',
  description: 'Keep a note for a later attempt.',
  parameters: v.strictObject({ text: filled }),
  access: null,
  effect: 'speaks',
  doing: () => 'keeps a note',
  run: async ({ text }, { noteList }) => {
    noteList.note(text);
    return { kind: 'done', text: 'Noted.' };
  },
});

const finish = defineTool({
  name: 'finish',
  description: 'End: the objective is reached, or nothing needs to change. The summary goes into the draft.',
  parameters: v.strictObject({ summary: filled }),
  access: null,
  effect: 'speaks',
  doing: () => 'finishes',
  run: async ({ summary }, { mask }) => ({
    kind: 'finish',
    summary: cutText(withoutControls(mask.mask(summary)), SUMMARY_LENGTH),
  }),
});

const giveUp = defineTool({
  name: 'give_up',
  description: 'End: the objective cannot be reached. Say why.',
  parameters: v.strictObject({ reason: filled }),
  access: null,
  effect: 'speaks',
  doing: () => 'gives up',
  run: async ({ reason }, { mask }) => ({
    kind: 'give_up',
    reason: cutText(withoutControls(mask.mask(reason)), SUMMARY_LENGTH),
  }),
});

export const WORK_TOOLS: readonly Tool[] = [note, finish, giveUp];
