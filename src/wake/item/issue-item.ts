import { isSameLabel } from '../../core/access/labels.ts';
import { Halt } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { issueNumber, itemKey } from '../../core/item.ts';
import type { PassedOver } from '../../core/log/task-events.ts';
import { cutText, onOneLine } from '../../core/plain-text.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import type { IssueThread } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import { passOver } from './pass-over.ts';

const TITLE_LENGTH = 80;

/** What is worked on, as it stands now. */
export interface Subject {
  readonly place: ItemTarget;
  /** The issue of an item that is one. */
  readonly issue: IssueThread | null;
  /** There is nothing to work on; null: there is. */
  readonly ended: Attempt | null;
}

/**
 * Looks at an issue once more before it is worked on: hours may have passed since it was queued. What was closed, or has
 * lost a label of the queue, is passed over and counts as done. Whatever goes wrong becomes the item's ending.
 */
export async function subjectOf(hold: Hold, place: ItemTarget): Promise<Subject> {
  const { forEach } = hold.goal;
  if (forEach?.kind !== 'issues') return { place, issue: null, ended: null };
  const { world, deadline } = hold.session;
  try {
    const issue = await world.issues.read(issueNumber(place.item.element), deadline.work);
    if (issue === null) return passedOver(hold, place, { kind: 'gone' });
    const why = reasonToPassOver(issue, forEach.labels);
    if (why !== null) return passedOver(hold, place, why);
    return { place: titled(hold, place, issue), issue, ended: null };
  } catch (reason) {
    return { place, issue: null, ended: attemptEndedBy(asHalt(reason)) };
  }
}

function reasonToPassOver(issue: IssueThread, labels: readonly string[]): PassedOver | null {
  if (issue.state === 'closed') return { kind: 'closed' };
  const missing = labels.find((label) => !issue.labels.some((each) => isSameLabel(each, label)));
  return missing === undefined ? null : { kind: 'label_removed', label: missing };
}

function passedOver(hold: Hold, place: ItemTarget, why: PassedOver): Subject {
  const detail = passOver(hold, place, why);
  const attempt = attemptEndedBy(new Halt('no_change', detail));
  // Where a draft holds half of it already, this is what people read there.
  const ended = { ...attempt, pursuit: { ...attempt.pursuit, summary: detail } };
  return { place, issue: null, ended };
}

/** `#12 The title`: for people. The model reads the title among the words of others. */
function titled({ session }: Hold, place: ItemTarget, { title }: IssueThread): ItemTarget {
  const words = cutText(session.mask.mask(onOneLine(title)), TITLE_LENGTH);
  return { ...place, item: { ...place.item, title: `${place.item.element} ${words}`.trim() } };
}

/** The key of the version that was worked on, where the item's own is older: neither is done again. */
export function seenKey({ item }: ItemTarget, issue: IssueThread | null): string | null {
  if (issue === null) return null;
  const seen = itemKey(item.element, issue.version);
  return seen === item.key ? null : seen;
}
