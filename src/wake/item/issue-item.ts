import type { ItemSubject } from '../../agent/subject/subject-text.ts';
import { Halt } from '../../core/ending.ts';
import type { IssueFilter, PullsQueue, RunsQueue } from '../../core/goal.ts';
import { asHalt } from '../../core/halt.ts';
import { issueNumber, versionOf } from '../../core/item.ts';
import type { PassedOver } from '../../core/log/task-events.ts';
import { cutText, onOneLine } from '../../core/text/plain-text.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import { reasonToPassOver } from '../../core/work/issue-subject.ts';
import type { IssueThread } from '../../ports.ts';
import type { Hold } from '../lease/held-goal.ts';
import { commitWithDiff } from './commit-diff.ts';
import { passOver } from './pass-over.ts';
import { runOfItem } from './run-item.ts';

const TITLE_LENGTH = 80;

/** The item with its issue, read again just before the work. */
export interface Subject {
  readonly target: ItemTarget;
  /** The issue of an item that is one. */
  readonly issue: IssueThread | null;
  /** What it is about otherwise; missing: a file, an issue, or the whole window. */
  readonly about?: ItemSubject;
  /** Of the issue, or of what it is about, as it is now; null: it has none but that of its key. */
  readonly version: string | null;
  /** There is nothing to work on; null: there is. */
  readonly ended: Attempt | null;
}

/**
 * Looks at an issue or a run once more before it is worked on: hours may have passed since it was queued. What was closed, has
 * lost a label of the queue, or passes again is passed over and counts as done. Whatever goes wrong becomes the item's ending.
 */
export async function subjectOf(hold: Hold, target: ItemTarget): Promise<Subject> {
  const { forEach } = hold.goal;
  try {
    if (forEach?.kind === 'issues') return await issueOf(hold, target, forEach);
    if (forEach?.kind === 'pull_requests') return await pullOf(hold, target, forEach);
    if (forEach?.kind === 'releases') return await releaseOf(hold, target);
    if (forEach?.kind === 'commits') return await commitOf(hold, target);
    if (forEach?.kind === 'runs') return await runOf(hold, target, forEach);
    return { target, issue: null, version: null, ended: null };
  } catch (reason) {
    return { target, issue: null, version: null, ended: attemptEndedBy(asHalt(reason)) };
  }
}

async function issueOf(hold: Hold, target: ItemTarget, filter: IssueFilter): Promise<Subject> {
  const { world, deadline } = hold.session;
  const issue = await world.issues.read(issueNumber(target.item.element), deadline.work);
  if (issue === null) return passedOver(hold, target, { kind: 'gone' });
  const why = reasonToPassOver(issue, filter);
  if (why !== null) return passedOver(hold, target, why);
  return { target: titled(hold, target, issue), issue, version: issue.version, ended: null };
}

async function pullOf(hold: Hold, target: ItemTarget, queue: PullsQueue): Promise<Subject> {
  const { world, deadline } = hold.session;
  const number = issueNumber(target.item.element);
  const pull = await world.subjects.readPull(number, deadline.work);
  if (pull === null) return passedOver(hold, target, { kind: 'gone' });
  const isAsWanted = queue.merged === true && pull.isMerged;
  const why = reasonToPassOver(isAsWanted ? { ...pull, state: 'open' } : pull, queue);
  if (why !== null) return passedOver(hold, target, why);
  const files = await world.subjects.pullFiles(number, deadline.work);
  const about = { kind: 'pull', pull, files } as const;
  return { target: titled(hold, target, pull), issue: null, about, version: pull.version, ended: null };
}

/** A newer one takes its place, and is a task of its own. */
async function releaseOf(hold: Hold, target: ItemTarget): Promise<Subject> {
  const { world, deadline } = hold.session;
  const release = await world.subjects.newestRelease(deadline.work);
  if (release === null || String(release.id) !== versionOf(target.item))
    return passedOver(hold, target, { kind: 'gone' });
  return { target, issue: null, about: { kind: 'release', release }, version: null, ended: null };
}

async function commitOf(hold: Hold, target: ItemTarget): Promise<Subject> {
  const commit = await commitWithDiff(hold.session, versionOf(target.item));
  const about = commit === null ? {} : { about: { kind: 'commit', commit } as const };
  return { target, issue: null, ...about, version: null, ended: null };
}

async function runOf(hold: Hold, target: ItemTarget, queue: RunsQueue): Promise<Subject> {
  const { element } = target.item;
  const found = await runOfItem(hold, queue, { element, version: versionOf(target.item) });
  if (found === null) return passedOver(hold, target, { kind: 'passes_again' });
  return { target, issue: null, about: found.subject, version: found.version, ended: null };
}

function passedOver(hold: Hold, target: ItemTarget, why: PassedOver): Subject {
  const detail = passOver(hold, target, why);
  const attempt = attemptEndedBy(new Halt('no_change', detail));
  // Where a draft holds half of it already, this is what people read there.
  const ended = { ...attempt, pursuit: { ...attempt.pursuit, summary: detail } };
  return { target, issue: null, version: null, ended };
}

/** `#12 The title`: for people. The model reads the title among the words of others. */
function titled({ session }: Hold, target: ItemTarget, { title }: IssueThread): ItemTarget {
  const words = cutText(onOneLine(session.mask.mask(title)), TITLE_LENGTH);
  return { ...target, item: { ...target.item, title: `${target.item.element} ${words}`.trim() } };
}
