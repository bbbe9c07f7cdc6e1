import { openDrafts } from '../../core/progress/checkpoint.ts';
import {
  type DraftOwner,
  isInOutbox,
  type OutcomeFacts,
  withDraftToLookAt,
} from '../../core/progress/draft-outcome.ts';
import { isAhead, justEnded, keptAmong, straysAmong } from '../../core/progress/found-drafts.ts';
import type { Checkpoint, DraftRecord } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { type EndedDraft, endDraft } from '../../core/work/ended-draft.ts';
import type { Draft } from '../../ports.ts';
import type { Session } from '../lease/session.ts';

/** The goal that drafts belong to, even if its file is gone. */
export interface Owner extends DraftOwner {
  /** Nobody works on it: nothing is put into its outbox. */
  readonly isLeft?: true;
}

/** Reads what people did with the goal's open drafts, and records what follows from it. */
export async function readOutcomes(
  session: Session,
  goal: Owner,
  checkpoint: Checkpoint,
): Promise<EndedDraft> {
  let reading: EndedDraft = { checkpoint, events: [] };
  for (const [key, draft] of openDrafts(checkpoint)) {
    // What still waits in the outbox for this draft looks at it under the lease.
    if (isInOutbox(checkpoint, key)) continue;
    const found = await session.world.github.findDrafts(draft.branch, session.deadline.work);
    const own = keptAmong(found, draft);
    const outcome = own === undefined ? 'closed' : own.state;
    if (own !== undefined && outcome === 'merged' && isAhead(draft, own) && goal.isLeft !== true) {
      reading = { ...reading, checkpoint: askForDraft(goal, reading.checkpoint, key) };
      continue;
    }
    if (outcome === 'open' && (own === undefined || !(await isTouched(session, draft, own)))) {
      if (straysAmong(found, { goal, kept: own }).length > 0)
        reading = { ...reading, checkpoint: askForDraft(goal, reading.checkpoint, key) };
      continue;
    }
    const ended = outcome === 'open' ? 'taken_over' : outcome;
    const next = endDraft(reading.checkpoint, { goal, key, outcome: ended, ...outcomeFacts(session) });
    reading = { checkpoint: next.checkpoint, events: [...reading.events, ...next.events] };
  }
  return { ...reading, checkpoint: await askForLate(session, goal, reading.checkpoint) };
}

/** A draft that was opened after its branch's first one had ended is closed by the outbox, under the lease. */
async function askForLate(session: Session, goal: Owner, checkpoint: Checkpoint): Promise<Checkpoint> {
  let asked = checkpoint;
  for (const [key, draft] of justEnded(checkpoint, session.world.clock.now())) {
    if (isInOutbox(asked, key)) continue;
    const found = await session.world.github.findDrafts(draft.branch, session.deadline.work);
    const kept = keptAmong(found, draft);
    if (straysAmong(found, { goal, kept }).length > 0) asked = askForDraft(goal, asked, key);
  }
  return asked;
}

/** A person has pushed to the branch of an open draft, or has reset it. Lists of drafts lag, so git decides. */
async function isTouched(session: Session, record: DraftRecord, draft: Draft): Promise<boolean> {
  if (draft.head === record.tip) return false;
  const tip = await session.world.workspace.fetchBranch(record.branch, session.deadline.work);
  return tip !== record.tip;
}

/** Has the outbox look at a draft under the lease, where anybody works on the goal. */
function askForDraft(goal: Owner, checkpoint: Checkpoint, key: string): Checkpoint {
  return goal.isLeft === true ? checkpoint : withDraftToLookAt(checkpoint, goal, key);
}

/** What the record of a draft's end holds besides the draft and its outcome. */
export function outcomeFacts({ world, tips }: Session): Pick<OutcomeFacts, 'at' | 'base'> {
  return { at: isoTime(world.clock.now()), base: tips.base.commit };
}
