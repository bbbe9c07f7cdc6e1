import * as v from 'valibot';
import type { Mask } from '../../core/access/mask.ts';
import { checkSentence } from '../../core/progress/check-report.ts';
import { cutText, withoutControls } from '../../core/text/plain-text.ts';
import { MOST_FINDINGS, type WorkFinding } from '../../core/work-finding.ts';
import { cutMiddle } from './cut.ts';
import { maskedLine } from './masked-line.ts';
import { defineTool, type Tool } from './tool.ts';

const SUMMARY_LENGTH = 4_000;
const CHECK_OUTPUT_LENGTH = 8_000;
const RUN_OUTPUT_BYTES = 8_000;
const COMMAND_LENGTH = 2_000;

const TITLE_LENGTH = 120;
const PATH_LENGTH = 200;
const FINDING_LENGTH = 500;

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

/** Offered only to goals with `permissions.run`, and only where a sandbox works. */
export const RUN = defineTool({
  name: 'run',
  description:
    'Run a shell line in a copy of the files as they stand, without network: one test, git log -5 -- path, git blame. What it writes is thrown away. At most 60 s and 8 kB.',
  parameters: v.strictObject({ command: v.pipe(filled, v.maxLength(COMMAND_LENGTH)) }),
  access: null,
  effect: 'looks',
  doing: ({ command }) => `runs ${command}`,
  run: async ({ command }, context) => {
    const { detail, output } = await context.runInCopy(command);
    const shown = cutMiddle(output.trimEnd(), Math.min(RUN_OUTPUT_BYTES, context.room()));
    return { kind: 'done', text: `${detail}\n${context.fence.around(shown)}` };
  },
});

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

const finding = v.object({
  path: v.optional(v.string()),
  line: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))),
  text: filled,
});

const findings = v.optional(v.pipe(v.array(finding), v.maxLength(MOST_FINDINGS)));

/** Masked and cut. */
function asFindings(given: v.InferOutput<typeof findings>, mask: Mask): readonly WorkFinding[] {
  return (given ?? []).map(({ path, line, text }) => ({
    path: path === undefined ? null : maskedLine(path, PATH_LENGTH, mask),
    line: path === undefined ? null : (line ?? null),
    text: maskedLine(text, FINDING_LENGTH, mask),
  }));
}

const finish = defineTool({
  name: 'finish',
  description:
    'End: the objective is reached, or nothing needs to change. title: of the change, like a commit subject. summary: for the reviewer, each changed file with why. findings: at most 20 things that a person should know or decide.',
  parameters: v.strictObject({
    title: v.optional(v.string()),
    summary: filled,
    findings,
  }),
  access: null,
  effect: 'speaks',
  doing: () => 'finishes',
  run: async ({ title = '', summary, findings: found }, { mask }) => ({
    kind: 'finish',
    title: maskedLine(title, TITLE_LENGTH, mask),
    summary: cutText(withoutControls(mask.mask(summary)), SUMMARY_LENGTH),
    findings: asFindings(found, mask),
  }),
});

const giveUp = defineTool({
  name: 'give_up',
  description: 'End: the objective cannot be reached. Say why. findings: as for finish.',
  parameters: v.strictObject({ reason: filled, findings }),
  access: null,
  effect: 'speaks',
  doing: () => 'gives up',
  run: async ({ reason, findings: found }, { mask }) => ({
    kind: 'give_up',
    reason: cutText(withoutControls(mask.mask(reason)), SUMMARY_LENGTH),
    findings: asFindings(found, mask),
  }),
});

export const WORK_TOOLS: readonly Tool[] = [note, finish, giveUp];
