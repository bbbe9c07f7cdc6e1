import * as v from 'valibot';
import type { MaskedRecord } from '../../core/access/masked-record.ts';
import type { ProposedEffect } from '../../core/effect.ts';
import type { EffectName } from '../../core/goal.ts';
import { issueLines } from './issue-text.ts';
import { showLines } from './shown-lines.ts';
import { defineTool, type Parameters, type Tool } from './tool.ts';

const issue = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const title = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const body = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20_000));
const labels = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(50))),
  v.nonEmpty(),
  v.maxLength(10),
);

interface EffectDefinition<P extends Parameters> {
  readonly name: EffectName;
  readonly description: string;
  readonly parameters: P;
  readonly doing: (input: MaskedRecord<v.InferOutput<P>>) => string;
  readonly proposes: (input: v.InferOutput<P>) => ProposedEffect;
}

/** A call only adds to what the outbox will do; it does nothing on GitHub. */
function effectTool<P extends Parameters>(definition: EffectDefinition<P>): Tool {
  return defineTool({
    ...definition,
    access: null,
    effect: 'speaks',
    run: async (input, { noteList }) => {
      const effect = definition.proposes(input);
      if (!noteList.hasRoomFor(effect)) {
        return { kind: 'refused', reason: 'a task may have at most 10 effects on issues.' };
      }
      const number = noteList.propose(effect);
      return { kind: 'done', text: `It will be done when this task is saved (effect ${number}).` };
    },
  });
}

export const ISSUE_TOOLS: Readonly<Record<ProposedEffect['kind'], Tool>> = {
  comment_on_issue: effectTool({
    name: 'comment_on_issue',
    description: 'Comment on an issue once this task is saved.',
    parameters: v.strictObject({ issue, body }),
    doing: (input) => `comments on issue ${input.issue}`,
    proposes: (input) => ({ kind: 'comment_on_issue', ...input }),
  }),
  open_issue: effectTool({
    name: 'open_issue',
    description: 'Open an issue once this task is saved.',
    parameters: v.strictObject({ title, body }),
    doing: () => 'opens an issue',
    proposes: (input) => ({ kind: 'open_issue', ...input }),
  }),
  label_issue: effectTool({
    name: 'label_issue',
    description: 'Add labels of the repository to an issue once this task is saved.',
    parameters: v.strictObject({ issue, labels }),
    doing: (input) => `labels issue ${input.issue}`,
    proposes: (input) => ({ kind: 'label_issue', ...input }),
  }),
  unlabel_issue: effectTool({
    name: 'unlabel_issue',
    description: 'Take labels away from an issue once this task is saved.',
    parameters: v.strictObject({ issue, labels }),
    doing: (input) => `takes labels from issue ${input.issue}`,
    proposes: (input) => ({ kind: 'unlabel_issue', ...input }),
  }),
  keep_issue: effectTool({
    name: 'keep_issue',
    description:
      "Write the goal's one issue anew once this task is saved: the whole text, in place of the last one.",
    parameters: v.strictObject({ title, body }),
    doing: () => 'writes the issue of its goal',
    proposes: (input) => ({ kind: 'keep_issue', ...input }),
  }),
};

/** Offered to goals that have effects on issues. */
export const withdraw: Tool = defineTool({
  name: 'withdraw',
  description: 'Take back an effect of this task, by the number that it got.',
  parameters: v.strictObject({ effect: issue }),
  access: null,
  effect: 'speaks',
  doing: (input) => `takes effect ${input.effect} back`,
  run: async ({ effect }, { noteList }) =>
    noteList.hasWithdrawn(effect)
      ? { kind: 'done', text: `Effect ${effect} will not be done.` }
      : { kind: 'error', reason: `this task has no effect ${effect}.` },
});

const line = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Offered to goals that have to do with issues. */
export const readIssue: Tool = defineTool({
  name: 'read_issue',
  description: 'An issue with its comments.',
  parameters: v.strictObject({ issue, from_line: v.optional(line) }),
  access: null,
  effect: 'looks',
  doing: (input) => `reads issue ${input.issue}`,
  run: async (input, context) => {
    const thread = await context.issues.thread(input.issue);
    if (thread === 'too_many') return { kind: 'refused', reason: 'this task has looked at enough issues.' };
    if (thread === null)
      return { kind: 'error', reason: `#${input.issue} is a pull request or does not exist.` };
    const name = `Issue #${input.issue}`;
    const lines = issueLines(thread);
    const from = input.from_line ?? 1;
    return showLines({ name, lines: lines.slice(from - 1), total: lines.length, from }, context);
  },
});

/** Offered to goals whose tasks are about something else than files and issues. */
export const readTask: Tool = defineTool({
  name: 'read_task',
  description: 'The task in full.',
  parameters: v.strictObject({ from_line: v.optional(line) }),
  access: null,
  effect: 'looks',
  doing: () => 'reads on in what its task is about',
  run: async ({ from_line: from = 1 }, context) => {
    const lines = context.subject ?? [];
    return showLines({ name: 'task', lines: lines.slice(from - 1), total: lines.length, from }, context);
  },
});
