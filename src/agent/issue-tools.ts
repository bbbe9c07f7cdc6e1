import * as v from 'valibot';
import type { ProposedEffect } from '../core/effect.ts';
import type { EffectName } from '../core/goal.ts';
import { type Desk, defineTool, type Tool, type ToolResult } from './tool.ts';

const issue = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const title = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(200));
const body = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(20_000));
const labels = v.pipe(
  v.array(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(50))),
  v.nonEmpty(),
  v.maxLength(10),
);

const commentOnIssue = defineTool({
  name: 'comment_on_issue',
  description: 'Comment on an issue once this item is saved.',
  parameters: v.strictObject({ issue, body }),
  access: null,
  effect: 'speaks',
  doing: (input) => `comments on issue ${input.issue}`,
  run: async (input, desk) =>
    propose({ kind: 'comment_on_issue', issue: input.issue, body: desk.mask.mask(input.body) }, desk),
});

const openIssue = defineTool({
  name: 'open_issue',
  description: 'Open an issue once this item is saved.',
  parameters: v.strictObject({ title, body }),
  access: null,
  effect: 'speaks',
  doing: () => 'opens an issue',
  run: async (input, desk) =>
    propose(
      { kind: 'open_issue', title: desk.mask.mask(input.title), body: desk.mask.mask(input.body) },
      desk,
    ),
});

const labelIssue = defineTool({
  name: 'label_issue',
  description: 'Add labels to an issue once this item is saved.',
  parameters: v.strictObject({ issue, labels }),
  access: null,
  effect: 'speaks',
  doing: (input) => `labels issue ${input.issue}`,
  run: async (input, desk) =>
    propose(
      { kind: 'label_issue', issue: input.issue, labels: input.labels.map((label) => desk.mask.mask(label)) },
      desk,
    ),
});

/** A call only adds to what the outbox will do; it does nothing on GitHub. */
function propose(effect: ProposedEffect, { notebook }: Pick<Desk, 'notebook'>): ToolResult {
  if (!notebook.propose(effect))
    return { kind: 'refused', reason: 'an item may have at most 10 effects on issues.' };
  return { kind: 'done', text: 'It will be done when this item is saved.' };
}

export const ISSUE_TOOLS: Readonly<Record<Exclude<EffectName, 'draft_pull_request'>, Tool>> = {
  comment_on_issue: commentOnIssue,
  open_issue: openIssue,
  label_issue: labelIssue,
};
