import { withPauseOf } from '../../core/due/pause.ts';
import type { Ending, Halt } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { loggedTitle } from '../../core/item.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import type { Checkpoint } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { type Attempt, type AttemptedItem, withoutWork } from '../../core/work/attempt.ts';
import { attemptEvents } from '../../core/work/attempt-events.ts';
import { type AttemptFacts, type AttemptRecord, recordAttempt } from '../../core/work/attempt-record.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import type { NextItem } from '../../core/work/next-item.ts';
import type { RefRefusal } from '../../ports.ts';
import { ATTEMPT_TEXTS } from '../../report/log/attempt-texts.ts';
import { obstacleReason } from '../../report/log/end-reasons.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import type { HeldChange, Hold } from '../lease/held-goal.ts';
import { runOutbox } from '../outbox/outbox.ts';
import { afterRefusal } from './refused-branch.ts';

export interface FinishedItem {
  readonly attempt: Attempt;
  /** The item that has started with the same push; null: the goal ends. */
  readonly next: string | null;
  /** Why the goal ends although items are left; null: no particular reason. */
  readonly obstacle: EndReason | null;
  /** Nothing but the release may be pushed any more, and it saves this; null: there is nothing to save. */
  readonly leftToRelease: { readonly save: HeldChange | null } | null;
  /** What ended the goal after the push, while the item's effects were carried out; null: nothing did. */
  readonly halt: Halt | null;
}

/** The item that starts with the push of the last one, by how that one ended and the checkpoint as it is then. */
export type ChooseNext = (after: Checkpoint, ending: Ending) => NextItem;

/**
 * Ends an item. One record says all that its attempt changed; one push carries the work branch, the checkpoint, what was
 * spent, the outbox and the next item's attempt. What becomes of that push decides how it goes on.
 */
export async function finishItem(hold: Hold, done: AttemptedItem, choose: ChooseNext): Promise<FinishedItem> {
  return mustEndWake(hold, done.attempt) ? leaveToRelease(hold, done, null) : pushItem(hold, done, choose);
}

/** A lost lease is not among the outcomes: `hold.commit` throws it as a `Halt`, and `items.ts` catches that. */
async function pushItem(hold: Hold, done: AttemptedItem, choose: ChooseNext): Promise<FinishedItem> {
  const before = hold.checkpoint;
  const facts = factsOf(hold, done);
  const record = recordAttempt(before, facts, (after) => choose(after, done.attempt.ending));
  const pushed = await hold.commit(changeOf(facts, record), hold.session.deadline.save);
  switch (pushed.kind) {
    case 'landed':
      if (done.attempt.work !== null) hold.noteWork(done.target.draftKey, done.attempt.work.diff.files);
      return carryOutEffects(hold, done.attempt, record);
    // Nothing has landed. The item is finished once more, without the work: then no branch can be refused.
    case 'branches_refused':
      return pushItem(hold, await afterRefusal(hold, done, pushed.refs), choose);
    // The checkpoint speaks of work that the remote does not have.
    case 'landed_without_branches':
      return putBack(hold, { done, before, refs: pushed.refs });
    // A stop, a person or the deadline came between the work and its push.
    case 'stale':
      return leaveToRelease(hold, done, hold.reasonToEnd(hold.session.ledger.state));
  }
}

function mustEndWake(hold: Hold, attempt: Attempt): boolean {
  return itemEndingFacts(attempt.ending).endsWake || hold.session.deadline.work.aborted;
}

function factsOf({ goal, session }: Hold, { target, attempt, cost }: AttemptedItem): AttemptFacts {
  const at = isoTime(session.world.clock.now());
  return { goal, target, attempt, cost, at, base: session.tips.base.commit };
}

function changeOf(facts: AttemptFacts, record: AttemptRecord): HeldChange {
  const { goal, target, attempt } = facts;
  const { draftKey, draft } = target;
  const { generation, tip } = draft;
  return {
    what: STATE_COMMITS.saveItem(loggedTitle(target.item), attempt.ending),
    change: record.change,
    refs:
      attempt.work === null
        ? []
        : [{ goal: goal.id, draftKey, generation, commit: attempt.work.commit, expect: tip }],
    events: attemptEvents(facts, record),
    item: record.next,
    givesWay: true,
  };
}

/** The effects that the item has decided on. What goes wrong with them ends the goal, and the item stays finished. */
async function carryOutEffects(hold: Hold, attempt: Attempt, then: NextItem): Promise<FinishedItem> {
  const obstacle = then.obstacle === null ? null : obstacleReason(then.obstacle);
  const finished: FinishedItem = { attempt, next: then.next, obstacle, leftToRelease: null, halt: null };
  try {
    await runOutbox(hold);
    return finished;
  } catch (reason) {
    return { ...finished, halt: asHalt(reason) };
  }
}

interface HalfPushed {
  readonly done: AttemptedItem;
  /** The checkpoint as it was before the push. */
  readonly before: Checkpoint;
  readonly refs: readonly RefRefusal[];
}

/**
 * Puts the checkpoint back to what it was before the push: somebody has rewritten the default branch, and that is no fault of the attempt. The lease fences it; where
 * the push was the release there is none any more, and `end-wake.ts` withdraws the work with a fence of its own.
 */
async function putBack(hold: Hold, { done, before, refs }: HalfPushed): Promise<FinishedItem> {
  const { branch } = done.target.draft;
  const detail = ATTEMPT_TEXTS.refused(branch, refs[0]?.detail ?? '');
  const attempt = withoutWork(done.attempt, 'taken_over', detail);
  const facts = factsOf(hold, { ...done, attempt });
  const record = recordAttempt(before, facts, () => NO_NEXT);
  const change = (newest: Checkpoint): Checkpoint => record.change(withPauseOf(before, newest));
  const held = withoutGivingWay(changeOf(facts, { ...record, change }));
  await hold.commit(held, hold.session.deadline.save);
  return carryOutEffects(hold, attempt, NO_NEXT);
}

const NO_NEXT: NextItem = { next: null, obstacle: null };

/** The one push that is still allowed is the release: it saves what the attempt changed. */
function leaveToRelease(hold: Hold, done: AttemptedItem, obstacle: EndReason | null): FinishedItem {
  const { attempt } = done;
  const save = attempt.ending === 'lease_lost' ? null : changeForRelease(hold, done);
  return { attempt, next: null, obstacle, leftToRelease: { save }, halt: null };
}

/** When the release cannot push the branch, the rest is saved without the work. */
function changeForRelease(hold: Hold, done: AttemptedItem): HeldChange {
  const { attempt, target } = done;
  const detail = ATTEMPT_TEXTS.notPushed(target.draft.branch);
  const ending = itemEndingFacts(attempt.ending).isFinished ? 'taken_over' : attempt.ending;
  const bare = changeWithoutNext(hold, { ...done, attempt: withoutWork(attempt, ending, detail) });
  return { ...changeWithoutNext(hold, done), withoutWork: bare };
}

/** The change by which no other item begins. The release pushes it, also where the wake must end. */
function changeWithoutNext(hold: Hold, done: AttemptedItem): HeldChange {
  const facts = factsOf(hold, done);
  const record = recordAttempt(hold.checkpoint, facts, () => NO_NEXT);
  return withoutGivingWay(changeOf(facts, record));
}

/** It is pushed although the wake must end, because it saves what is done already. */
function withoutGivingWay({ givesWay: _, ...change }: HeldChange): HeldChange {
  return change;
}
