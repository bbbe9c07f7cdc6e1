import { isSameLabel } from '../access/labels.ts';
import { type EffectReceipt, isOnGivenIssue } from '../effect.ts';
import type { Goal } from '../goal.ts';
import { issueNumber, itemOf } from '../item.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { GivenUp, IntendedEffect } from '../log/task-events.ts';
import { readMarker } from '../marker.ts';
import type { OutboxEntry } from '../state.ts';

/** An effect on issues that is to be carried out. */
export type IssueEntry = Exclude<OutboxEntry, { kind: 'draft' }>;
/** One on an issue that is there. */
export type OpenIssueEntry = Extract<IssueEntry, { readonly issue: number }>;

/** What became of an effect: it stands on GitHub now, or it is given up and never tried again. */
export type EffectFate =
  | { readonly kind: 'done'; readonly receipt: EffectReceipt; readonly isNew: boolean }
  | { readonly kind: 'given_up'; readonly why: GivenUp };

interface IssueNow {
  readonly labels: readonly string[];
  readonly comments: readonly { readonly isByAgent: boolean; readonly body: string }[];
}

/** Whether the issue has the agent's comment, or its labels, already. */
export function isOnIssue(entry: OpenIssueEntry, { labels, comments }: IssueNow): boolean {
  if (entry.kind === 'label_issue')
    return entry.labels.every((label) => labels.some((each) => isSameLabel(each, label)));
  if (entry.kind === 'unlabel_issue')
    return !entry.labels.some((label) => labels.some((each) => isSameLabel(each, label)));
  return comments.some(({ isByAgent, body }) => isByAgent && readMarker(body) === entry.marker);
}

/** The only issue that an item may do something on; null: any. `key`: of the item. */
export function onlyIssueOf({ forEach }: Pick<Goal, 'forEach'>, key: string): number | null {
  const { element } = itemOf(key);
  // The goal may have had another queue when the item began, and a file can have such a name.
  return forEach?.kind !== 'files' && /^#\d+$/.test(element) ? issueNumber(element) : null;
}

/** What the log says about it. */
export function fateEvent(entry: IssueEntry, fate: EffectFate): LogEvent {
  if (fate.kind === 'given_up')
    return {
      event: 'effect_failed',
      failure: { kind: 'given_up', effect: nameOf(entry), why: fate.why },
    };
  const { receipt, isNew } = fate;
  const done = { issue: receipt.issue, url: receipt.url, isNew };
  switch (entry.kind) {
    case 'comment_on_issue':
      return { event: 'issue_commented', ...done };
    case 'label_issue':
      return { event: 'issue_labelled', ...done, labels: entry.labels };
    case 'unlabel_issue':
      return { event: 'issue_unlabelled', ...done, labels: entry.labels };
    case 'open_issue':
      return { event: 'issue_opened', ...done, title: entry.title };
    case 'keep_issue':
      return { event: 'issue_kept', ...done, title: entry.title };
  }
}

function nameOf(entry: IssueEntry): IntendedEffect {
  return isOnGivenIssue(entry)
    ? { kind: entry.kind, issue: entry.issue }
    : { kind: entry.kind, title: entry.title };
}

/** By which the one issue of a goal is found again. */
export function keptMarker({ id }: Pick<Goal, 'id'>): string {
  return `${id}/kept`;
}
