import {
  excludedLabels,
  queueLabels,
  reasonNotToSet,
  reasonNotToTakeAway,
} from '../../core/access/labels.ts';
import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { type MaskedRecord, maskedRecord } from '../../core/access/masked-record.ts';
import { type EffectReceipt, isOnGivenIssue, wordsOf } from '../../core/effect.ts';
import { Halt } from '../../core/ending.ts';
import type { GivenUp } from '../../core/log/task-events.ts';
import {
  type EffectFate,
  fateEvent,
  type IssueEntry,
  isOnIssue,
  keptMarker,
  type OpenIssueEntry,
  onlyIssueOf,
} from '../../core/work/issue-fate.ts';
import type { IssueText } from '../../ports.ts';
import { commentText, newIssueText, type Signature } from '../../report/on-github/issue-words.ts';
import type { Hold } from '../lease/held-goal.ts';

/**
 * Carries out one effect on issues: looked for first, so that a repeated one changes nothing, then made after a fresh
 * look whether it is still allowed. Null: it was given up, and the log says why. `key`: of the item that it belongs to.
 */
export async function carryOutOnIssue(
  hold: Hold,
  key: string,
  entry: IssueEntry,
): Promise<EffectReceipt | null> {
  const fate = await fateOf(hold, key, entry);
  hold.session.journal.write({ ...fateEvent(entry, fate), goal: hold.goal.id });
  return fate.kind === 'done' ? fate.receipt : null;
}

async function fateOf(hold: Hold, key: string, entry: IssueEntry): Promise<EffectFate> {
  const why = reasonToWithdraw(hold, key, entry);
  if (why !== null) return { kind: 'given_up', why };
  try {
    if (isOnGivenIssue(entry)) return await ensureOn(hold, entry);
    return entry.kind === 'open_issue' ? await ensureOpened(hold, entry) : await ensureKept(hold, entry);
  } catch (reason) {
    // Neither an outage nor a missing permission: GitHub will not take it tomorrow either.
    if (reason instanceof Halt && reason.ending === 'unexpected')
      return { kind: 'given_up', why: { kind: 'refused', detail: reason.detail } };
    throw reason;
  }
}

/** What was allowed when it was decided on may not be any more. */
function reasonToWithdraw({ goal, session }: Hold, key: string, entry: IssueEntry): GivenUp | null {
  const own = onlyIssueOf(goal, key);
  if (own !== null && isOnGivenIssue(entry) && entry.issue !== own) return { kind: 'other_issue', own };
  if (!goal.permissions.effects.includes(entry.kind)) return { kind: 'not_allowed', file: goal.file };
  const secret = session.mask.finds(wordsOf(entry));
  if (secret !== null) return { kind: 'secret', secret };
  if (entry.kind !== 'label_issue' && entry.kind !== 'unlabel_issue') return null;
  const listed = goal.permissions.labels;
  const steering = entry.labels.find((label) =>
    entry.kind === 'label_issue'
      ? reasonNotToSet(label, queueLabels(session.goals), listed) !== null
      : reasonNotToTakeAway(label, excludedLabels(session.goals), listed) !== null,
  );
  return steering === undefined ? null : { kind: 'steering_label', label: steering };
}

async function ensureOn(hold: Hold, entry: OpenIssueEntry): Promise<EffectFate> {
  const { world, deadline } = hold.session;
  await hold.watch.questionAllowed(world.github.requestTimeoutMs);
  const isOnPull = hold.goal.forEach?.kind === 'pull_requests';
  const thread = isOnPull
    ? await world.subjects.readPull(entry.issue, deadline.work)
    : await world.issues.read(entry.issue, deadline.work);
  const { issue } = entry;
  if (thread === null) return { kind: 'given_up', why: { kind: 'gone', issue } };
  const receipt = { kind: entry.kind, issue: thread.number, url: thread.url };
  if (isOnIssue(entry, thread)) return { kind: 'done', receipt, isNew: false };
  if (thread.state === 'closed' && takesOpenOnly(hold.goal))
    return { kind: 'given_up', why: { kind: 'closed', issue } };
  await hold.watch.effectAllowed(world.github.requestTimeoutMs);
  const isDone = await put(hold, entry);
  if (isDone) return { kind: 'done', receipt, isNew: true };
  return { kind: 'given_up', why: { kind: 'locked', issue } };
}

function takesOpenOnly({ forEach }: Hold['goal']): boolean {
  return forEach?.kind === 'issues' || (forEach?.kind === 'pull_requests' && forEach.merged !== true);
}

function put(hold: Hold, entry: OpenIssueEntry): Promise<boolean> {
  const { world, deadline, mask } = hold.session;
  const said = maskedRecord(entry, mask);
  if (said.kind === 'label_issue') return world.issues.label(said.issue, said.labels, deadline.work);
  if (said.kind === 'unlabel_issue') return world.issues.unlabel(said.issue, said.labels, deadline.work);
  const body = maskedAboveFoot(commentText(said.body, signature(hold, said)), mask);
  return world.issues.comment(said.issue, body, deadline.work);
}

async function ensureOpened(
  hold: Hold,
  entry: Extract<IssueEntry, { kind: 'open_issue' }>,
): Promise<EffectFate> {
  const { world, deadline } = hold.session;
  await hold.watch.questionAllowed(world.github.requestTimeoutMs);
  const found = await world.issues.findOpened(entry.marker, deadline.work);
  if (found === null) await hold.watch.effectAllowed(world.github.requestTimeoutMs);
  const shown = shownIssue(hold, entry, entry.marker);
  const { number, url } = found ?? (await world.issues.open(shown, deadline.work));
  return { kind: 'done', receipt: { kind: entry.kind, issue: number, url }, isNew: found === null };
}

/** One is open at a time. One that a person has closed stays closed, and the next text begins another. */
async function ensureKept(
  hold: Hold,
  entry: Extract<IssueEntry, { kind: 'keep_issue' }>,
): Promise<EffectFate> {
  const { world, deadline } = hold.session;
  await hold.watch.questionAllowed(world.github.requestTimeoutMs);
  const marker = keptMarker(hold.goal);
  const own = await world.issues.listOpened(marker, deadline.work);
  const open = own.findLast(({ state }) => state === 'open');
  const shown = shownIssue(hold, entry, marker);
  const receipt = (issue: number, url: string) => ({ kind: entry.kind, issue, url });
  await hold.watch.effectAllowed(world.github.requestTimeoutMs);
  if (open !== undefined && (await world.issues.change(open.number, shown, deadline.work)))
    return { kind: 'done', receipt: receipt(open.number, open.url), isNew: false };
  const { number, url } = await world.issues.open(shown, deadline.work);
  return { kind: 'done', receipt: receipt(number, url), isNew: true };
}

/** `marker`: by which it is found again. */
function shownIssue(
  hold: Hold,
  entry: Extract<IssueEntry, { kind: 'open_issue' | 'keep_issue' }>,
  marker: string,
): IssueText {
  const { mask } = hold.session;
  const { title, body } = newIssueText(maskedRecord(entry, mask), signature(hold, { marker }));
  return { title: mask.mask(title), body: maskedAboveFoot(body, mask) };
}

function signature({ goal, session }: Hold, { marker }: Pick<IssueEntry, 'marker'>): MaskedRecord<Signature> {
  return maskedRecord({ file: goal.file, wake: session.order.wake, marker }, session.mask);
}
