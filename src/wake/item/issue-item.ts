import { Halt } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { issueNumber } from '../../core/item.ts';
import type { PassedOver } from '../../core/log/task-events.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import { reasonToPassOver } from '../../core/work/issue-subject.ts';
import type { IssueThread } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import { passOver } from './pass-over.ts';

const TITLE_LENGTH = 80;

/** The item with its issue, read again just before the work. */
export interface Subject {
  readonly target: ItemTarget;
  /** The issue of an item that is one. */
  readonly issue: IssueThread | null;
  /** There is nothing to work on; null: there is. */
  readonly ended: Attempt | null;
}

/**
 * Looks at an issue once more before it is worked on: hours may have passed since it was queued. What was closed, or has
 * lost a label of the queue, is passed over and counts as done. Whatever goes wrong becomes the item's ending.
 */
export async function subjectOf(hold: Hold, target: ItemTarget): Promise<Subject> {
  const { forEach } = hold.goal;
  if (forEach?.kind !== 'issues') return { target, issue: null, ended: null };
  const { world, deadline } = hold.session;
  try {
    const issue = await world.issues.read(issueNumber(target.item.element), deadline.work);
    if (issue === null) return passedOver(hold, target, { kind: 'gone' });
    const why = reasonToPassOver(issue, forEach);
    if (why !== null) return passedOver(hold, target, why);
    return { target: titled(hold, target, issue), issue, ended: null };
  } catch (reason) {
    return { target, issue: null, ended: attemptEndedBy(asHalt(reason)) };
  }
}

function passedOver(hold: Hold, target: ItemTarget, why: PassedOver): Subject {
  const detail = passOver(hold, target, why);
  const attempt = attemptEndedBy(new Halt('no_change', detail));
  // Where a draft holds half of it already, this is what people read there.
  const ended = { ...attempt, pursuit: { ...attempt.pursuit, summary: detail } };
  return { target, issue: null, ended };
}

/** `#12 The title`: for people. The model reads the title among the words of others. */
function titled({ session }: Hold, target: ItemTarget, { title }: IssueThread): ItemTarget {
  const words = cutText(onOneLine(session.mask.mask(title)), TITLE_LENGTH);
  return { ...target, item: { ...target.item, title: `${target.item.element} ${words}`.trim() } };
}
