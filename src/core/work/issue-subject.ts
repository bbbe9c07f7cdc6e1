import { isSameLabel } from '../access/labels.ts';
import type { IssueFilter } from '../goal.ts';
import { itemKey } from '../item.ts';
import type { PassedOver } from '../log/task-events.ts';
import type { ItemTarget } from './attempt.ts';

/** What is known of an issue now, hours after it was queued. */
interface IssueNow {
  readonly state: 'open' | 'closed';
  readonly labels: readonly string[];
}

/** What was closed, or has not the labels of the queue any more, is passed over. Null: it is still to be worked on. */
export function reasonToPassOver(issue: IssueNow, filter: IssueFilter): PassedOver | null {
  if (issue.state === 'closed') return { kind: 'closed' };
  const has = (label: string) => issue.labels.some((each) => isSameLabel(each, label));
  const missing = filter.labels.find((label) => !has(label));
  if (missing !== undefined) return { kind: 'label_removed', label: missing };
  const added = filter.unlabelled === true ? issue.labels[0] : filter.without?.find(has);
  return added === undefined ? null : { kind: 'label_added', label: added };
}

/** The key of the version that was worked on, where the item's own is older: neither is done again. */
export function seenKey({ item }: ItemTarget, version: string | null): string | null {
  if (version === null) return null;
  const seen = itemKey(item.element, version);
  return seen === item.key ? null : seen;
}
