import { maskedRecord } from '../../core/access/masked-record.ts';
import type { EffectReceipt } from '../../core/effect.ts';
import { Halt } from '../../core/ending.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { itemRecord, unfinishedOutbox } from '../../core/progress/checkpoint.ts';
import { draftSettings } from '../../core/progress/draft.ts';
import { isWrittenByAgent, keptAmong, straysAmong } from '../../core/progress/found-drafts.ts';
import { isOffered, isWaiting, withEffectDone } from '../../core/progress/outbox-entries.ts';
import type { DraftRecord, OutboxEntry } from '../../core/state.ts';
import type { CreatedDraft, Draft, IssueText } from '../../ports.ts';
import { SECOND_DRAFT } from '../../report/on-github/pull-request.ts';
import type { Hold } from '../lease/held-goal.ts';
import { carryOver } from './carry-over.ts';
import { aimAt } from './draft-aim.ts';
import { maskedDraftText, type WantedDraft } from './draft-text.ts';
import { findDrafts } from './find-drafts.ts';
import { carryOutOnIssue } from './issue-effects.ts';
import { hasLateWork } from './outcomes.ts';
import { receive, receiveEnded, receiveOutcome } from './receive-draft.ts';

/**
 * Carries out the effects that items have decided on, in order, each after a fresh look whether it is still allowed.
 * Each is found before it is made, so that a repeated one changes nothing. Receipts travel with the next push.
 * Returns how many were carried out.
 */
export async function runOutbox(hold: Hold): Promise<number> {
  let done = 0;
  for (const key of unfinishedOutbox(hold.checkpoint)) {
    for (const entry of itemRecord(hold.checkpoint, key).outbox) {
      const receipt = await carryOut(hold, key, entry);
      hold.receive((checkpoint) => withEffectDone(checkpoint, key, { marker: entry.marker, receipt }));
      if (receipt !== null) hold.noteEffect(receipt);
      done++;
    }
  }
  return done;
}

/** Null: the draft keeps its own receipt, or the effect was given up. */
async function carryOut(hold: Hold, key: string, entry: OutboxEntry): Promise<EffectReceipt | null> {
  if (entry.kind !== 'draft') return carryOutOnIssue(hold, key, entry);
  await ensureDraft(hold, { key: entry.draft, marker: entry.marker });
  return null;
}

/** Find or create: one draft per branch, in whatever state it is found. */
async function ensureDraft(hold: Hold, wanted: WantedDraft): Promise<void> {
  const { session } = hold;
  const { github } = session.world;
  const record = hold.checkpoint.drafts[wanted.key];
  if (record === undefined || record.tip === null) return;
  await hold.watch.questionAllowed(github.requestTimeoutMs);
  const found = await findDrafts(session, record, session.deadline.work);
  const kept = keptAmong(found, record);
  for (const stray of straysAmong(found, { goal: hold.goal, kept })) await closeStray(hold, stray);
  if (!isWaiting(record)) return;
  const text = await maskedDraftText(hold, record, wanted);
  if (kept?.state === 'open') return refreshDraft(hold, { wanted, open: kept, text });
  if (kept !== undefined) {
    const isMoved = (await hasLateWork(session, record, kept)) && (await carryOver(hold, wanted.key, kept));
    return isMoved ? ensureDraft(hold, wanted) : receiveEnded(hold, wanted, kept);
  }
  if (!isOffered(hold.checkpoint, wanted.key)) return;
  await hold.watch.effectAllowed(github.requestTimeoutMs);
  const draft = await openDraft(hold, record, text);
  if (typeof draft === 'string') return receiveOutcome(hold, wanted, { outcome: draft, found: undefined });
  receive(hold, wanted, draft);
  report(hold, { event: 'draft_opened', ...onGitHub(draft), title: text.title });
  for (const lack of draft.lacks) {
    const failure = { kind: 'draft_lacks', draft: draft.number, branch: draft.branch, lack } as const;
    report(hold, { event: 'effect_failed', failure });
  }
}

/** A person was faster: has put the commits on the default branch, or has deleted the branch, which is a "no". */
async function openDraft(
  hold: Hold,
  { branch }: DraftRecord,
  text: IssueText,
): Promise<CreatedDraft | 'merged' | 'closed'> {
  const { session } = hold;
  const { github, workspace } = session.world;
  const signal = session.deadline.work;
  try {
    const base = session.tips.base.branch;
    return await github.createDraft(
      { ...text, ...maskedRecord(draftSettings(hold.goal, session.settings), session.mask), branch, base },
      signal,
    );
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    if (reason.ending === 'no_change') return 'merged';
    if ((await workspace.fetchBranch(branch, signal)) === null) return 'closed';
    throw reason;
  }
}

async function closeStray(hold: Hold, stray: Draft): Promise<void> {
  const { github } = hold.session.world;
  await hold.watch.effectAllowed(github.requestTimeoutMs);
  await github.closeDraft(stray.number, SECOND_DRAFT, hold.session.deadline.work);
  report(hold, { event: 'draft_closed', ...onGitHub(stray) });
}

interface Refresh {
  readonly wanted: WantedDraft;
  readonly open: Draft;
  readonly text: IssueText;
}

async function refreshDraft(hold: Hold, { wanted, open, text }: Refresh): Promise<void> {
  const { world, settings, deadline, mask } = hold.session;
  const receipt = hold.checkpoint.drafts[wanted.key]?.number;
  const isReceived = receipt === open.number;
  receive(hold, wanted, open);
  // A pull request that a person opened for the branch keeps the words of that person.
  const isOwn = isWrittenByAgent(open, { marker: wanted.marker, receipt });
  const aim = isOwn ? await aimAt(hold, wanted.key, open) : {};
  const isSame = open.title === text.title && open.body === text.body && aim.base === undefined;
  if (isOwn && !(isSame && isReceived)) {
    // The wake that opened it may not have come to its labels and reviewers.
    const { labels, reviewers } = maskedRecord(draftSettings(hold.goal, settings), mask);
    const change = { ...text, ...aim, ...(isReceived ? {} : { labels, reviewers }) };
    await hold.watch.effectAllowed(world.github.requestTimeoutMs);
    await world.github.updateDraft(open.number, change, deadline.work);
  }
  report(hold, { event: isOwn && !isSame ? 'draft_updated' : 'draft_found', ...onGitHub(open) });
}

function onGitHub({ number, branch, url }: Draft) {
  return { draft: number, branch, url };
}

function report(hold: Hold, event: LogEvent): void {
  hold.session.journal.write({ ...event, goal: hold.goal.id });
}
