import { isSameLabel, queueLabels, reasonNotToSet } from '../../core/access/labels.ts';
import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { type EffectReceipt, type ProposedEffect, wordsOf } from '../../core/effect.ts';
import { Halt } from '../../core/ending.ts';
import { readMarker } from '../../core/marker.ts';
import { cutText, onOneLine } from '../../core/plain-text.ts';
import type { OutboxEntry } from '../../core/state.ts';
import type { Happening } from '../../ledger/journal.ts';
import type { IssueThread } from '../../ports.ts';
import { commentText, newIssueText, type Signature } from '../../report/on-github/issue-words.ts';
import type { Hold } from '../lease/held-goal.ts';

const TITLE_LENGTH = 120;

type IssueEntry = Exclude<OutboxEntry, { kind: 'draft' }>;
type EntryOn = Exclude<IssueEntry, { kind: 'open_issue' }>;

/** What became of an effect: it stands on GitHub now, or it is given up and never tried again. */
type Fate =
  | { readonly kind: 'done'; readonly receipt: EffectReceipt; readonly isNew: boolean }
  | { readonly kind: 'given_up'; readonly why: string };

/**
 * Carries out one effect on issues: looked for first, so that a repeated one changes nothing, then made after a fresh
 * look whether it is still allowed. Null: it was given up, and the log says why.
 */
export async function carryOutOnIssue(hold: Hold, entry: IssueEntry): Promise<EffectReceipt | null> {
  const fate = await fateOf(hold, entry);
  hold.session.journal.write({ ...happeningOf(entry, fate), goal: hold.goal.id });
  return fate.kind === 'done' ? fate.receipt : null;
}

async function fateOf(hold: Hold, entry: IssueEntry): Promise<Fate> {
  const why = whyWithdrawn(hold, entry);
  if (why !== null) return { kind: 'given_up', why };
  try {
    return entry.kind === 'open_issue' ? await ensureOpened(hold, entry) : await ensureOn(hold, entry);
  } catch (reason) {
    // Neither an outage nor a missing permission: GitHub will not take it tomorrow either.
    if (reason instanceof Halt && reason.ending === 'unexpected')
      return { kind: 'given_up', why: reason.detail };
    throw reason;
  }
}

/** What was allowed when it was decided on may not be any more. */
function whyWithdrawn({ goal, session }: Hold, entry: IssueEntry): string | null {
  if (!goal.permissions.effects.includes(entry.kind)) return `${goal.file} does not allow it any more.`;
  const secret = session.mask.finds(wordsOf(entry));
  if (secret !== null) return `Its text holds ${secret}.`;
  if (entry.kind !== 'label_issue') return null;
  const queues = queueLabels(session.goals);
  const steering = entry.labels.find((label) => reasonNotToSet(label, queues) !== null);
  return steering === undefined ? null : `The label ${steering} decides what the agent works on.`;
}

async function ensureOn(hold: Hold, entry: EntryOn): Promise<Fate> {
  const { world, deadline } = hold.session;
  await hold.watch.questionAllowed(world.github.requestTimeoutMs);
  const thread = await world.issues.read(entry.issue, deadline.work);
  if (thread === null) return { kind: 'given_up', why: `Issue #${entry.issue} is gone.` };
  const receipt = { kind: entry.kind, issue: thread.number, url: thread.url };
  if (isThere(thread, entry)) return { kind: 'done', receipt, isNew: false };
  if (thread.state === 'closed' && hold.goal.forEach?.kind === 'issues')
    return { kind: 'given_up', why: `Issue #${entry.issue} was closed in the meantime.` };
  await hold.watch.effectAllowed(world.github.requestTimeoutMs);
  const isDone = await put(hold, entry);
  if (isDone) return { kind: 'done', receipt, isNew: true };
  return { kind: 'given_up', why: `Issue #${entry.issue} is gone or locked.` };
}

function isThere({ comments, labels }: IssueThread, entry: EntryOn): boolean {
  if (entry.kind === 'label_issue')
    return entry.labels.every((label) => labels.some((each) => isSameLabel(each, label)));
  return comments.some(({ byAgent, body }) => byAgent && readMarker(body) === entry.marker);
}

function put(hold: Hold, entry: EntryOn): Promise<boolean> {
  const { world, deadline, mask } = hold.session;
  const said = maskedRecord(entry, mask);
  if (said.kind === 'label_issue') return world.issues.label(said.issue, said.labels, deadline.work);
  const body = maskedAboveFoot(commentText(said.body, signature(hold, said)), mask);
  return world.issues.comment(said.issue, body, deadline.work);
}

async function ensureOpened(hold: Hold, entry: Extract<IssueEntry, { kind: 'open_issue' }>): Promise<Fate> {
  const { world, deadline, mask } = hold.session;
  await hold.watch.questionAllowed(world.github.requestTimeoutMs);
  const found = await world.issues.findOpened(entry.marker, deadline.work);
  if (found === null) await hold.watch.effectAllowed(world.github.requestTimeoutMs);
  const said = maskedRecord(entry, mask);
  const text = newIssueText(said, signature(hold, said));
  const shown = { title: mask.mask(text.title), body: maskedAboveFoot(text.body, mask) };
  const { number, url } = found ?? (await world.issues.open(shown, deadline.work));
  return { kind: 'done', receipt: { kind: entry.kind, issue: number, url }, isNew: found === null };
}

function signature({ goal, session }: Hold, { marker }: IssueEntry): Signature {
  return { file: goal.file, wake: session.order.wake, marker };
}

const EVENTS = {
  comment_on_issue: 'issue_commented',
  open_issue: 'issue_opened',
  label_issue: 'issue_labelled',
} as const satisfies Record<ProposedEffect['kind'], Happening['event']>;

function happeningOf(entry: IssueEntry, fate: Fate): Omit<Happening, 'goal'> {
  if (fate.kind === 'given_up') {
    const message = `${wanted(entry)} is given up: ${fate.why}`;
    return { event: 'effect_failed', message, data: { effect: entry.kind } };
  }
  const { issue, url } = fate.receipt;
  const again = fate.isNew ? '' : ' An earlier wake had done it already.';
  return { event: EVENTS[entry.kind], message: `${done(entry, issue)}${again}`, data: { issue, url } };
}

function wanted(entry: IssueEntry): string {
  switch (entry.kind) {
    case 'comment_on_issue':
      return `The comment on issue #${entry.issue}`;
    case 'label_issue':
      return `Labelling issue #${entry.issue}`;
    case 'open_issue':
      return `The new issue "${titleOf(entry)}"`;
  }
}

function done(entry: IssueEntry, issue: number): string {
  switch (entry.kind) {
    case 'comment_on_issue':
      return `Issue #${issue} has a new comment.`;
    case 'label_issue':
      return `Issue #${issue} is labelled: ${entry.labels.join(', ')}.`;
    case 'open_issue':
      return `Issue #${issue} is open: ${titleOf(entry)}.`;
  }
}

function titleOf({ title }: Extract<IssueEntry, { kind: 'open_issue' }>): string {
  return cutText(onOneLine(title), TITLE_LENGTH);
}
