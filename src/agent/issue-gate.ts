import { ALERT_LABEL, isSameLabel, reasonNotToSet, reasonNotToTakeAway } from '../core/access/labels.ts';
import { type EffectOnIssue, isOnGivenIssue, type ProposedEffect, wordsOf } from '../core/effect.ts';
import { onOneLine } from '../core/text/plain-text.ts';
import { LABEL_REFUSALS } from './denial-texts.ts';
import type { Assignment } from './pursuit.ts';
import { ownThread } from './subject/about-item.ts';
import { cutLines } from './tools/cut.ts';
import type { ToolContext } from './tools/tool.ts';

const MOST_NEW_ISSUES = 3;
const LABELS_SHOWN = { bytes: 2_000, count: 100 };

interface IssueTarget {
  readonly assignment: Pick<Assignment, 'goal' | 'issue' | 'subject' | 'queueLabels' | 'excludedLabels'>;
  readonly context: Pick<ToolContext, 'issues' | 'mask' | 'fence' | 'noteList'>;
}

/**
 * Why an effect on issues is not taken up; null: it is. An item of a queue over issues reaches its own issue only,
 * even if that issue asks for another one; other items reach any issue. Looks at GitHub, and changes nothing there.
 */
export async function reasonNotToPropose(
  effect: ProposedEffect,
  target: IssueTarget,
): Promise<string | null> {
  const { mask, noteList } = target.context;
  const secret = mask.finds(wordsOf(effect));
  if (secret !== null) return `the text contains a secret (${secret}); nothing of it goes to an issue.`;
  if (isOnGivenIssue(effect)) return reasonNotToTouch(effect, target);
  if (effect.kind === 'keep_issue') {
    const isKept = noteList.effects.some(({ kind }) => kind === 'keep_issue');
    return isKept ? 'this task has written the issue of its goal already; withdraw that first.' : null;
  }
  const opened = noteList.effects.filter(({ kind }) => kind === 'open_issue').length;
  return opened < MOST_NEW_ISSUES ? null : `a task may open at most ${MOST_NEW_ISSUES} issues.`;
}

async function reasonNotToTouch(
  effect: EffectOnIssue,
  { assignment, context }: IssueTarget,
): Promise<string | null> {
  const own = ownThread(assignment)?.number;
  if (own !== undefined && effect.issue !== own)
    return `this task is #${own}, and no other issue or pull request may be touched.`;
  const thread = await context.issues.thread(effect.issue);
  if (thread === 'too_many') return 'this task has looked at enough issues.';
  if (thread === null) return `#${effect.issue} is a pull request or does not exist.`;
  if (thread.labels.some((label) => label === ALERT_LABEL))
    return `issue #${effect.issue} is one of the agent's own alerts.`;
  if (effect.kind === 'unlabel_issue') return reasonNotToUnlabel(effect.labels, assignment);
  return effect.kind === 'label_issue' ? reasonNotToLabel(effect.labels, { assignment, context }) : null;
}

function reasonNotToUnlabel(
  labels: readonly string[],
  { goal, excludedLabels = [] }: IssueTarget['assignment'],
): string | null {
  for (const label of labels) {
    const reason = reasonNotToTakeAway(label, excludedLabels, goal.permissions.labels);
    if (reason !== null)
      return `the label ${label} ${LABEL_REFUSALS[reason]}, so only a person may take it away.`;
  }
  return null;
}

async function reasonNotToLabel(
  labels: readonly string[],
  { assignment, context }: IssueTarget,
): Promise<string | null> {
  for (const label of labels) {
    const reason = reasonNotToSet(label, assignment.queueLabels, assignment.goal.permissions.labels);
    if (reason !== null) return `the label ${label} ${LABEL_REFUSALS[reason]}, so only a person may set it.`;
  }
  const known = await context.issues.labels();
  const unknown = labels.find((label) => !known.some((each) => isSameLabel(each, label)));
  if (unknown === undefined) return null;
  const settable = known.filter(
    (label) => reasonNotToSet(label, assignment.queueLabels, assignment.goal.permissions.labels) === null,
  );
  const shown = cutLines(
    settable.map((label) => onOneLine(context.mask.mask(label))),
    LABELS_SHOWN,
  ).lines;
  return `the repository has no label ${unknown}. It has:\n${context.fence.around(shown.join('\n'))}`;
}
