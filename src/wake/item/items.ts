import { obstacleToStart } from '../../core/due/due.ts';
import { type Halt, worstEnding } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import { subtractCost } from '../../core/money/budget.ts';
import { giveAttemptBack, itemRecord } from '../../core/progress/checkpoint.ts';
import { draftKeyFor } from '../../core/progress/draft.ts';
import type { Checkpoint, OpenWindow } from '../../core/state.ts';
import { isoTime } from '../../core/time.ts';
import { type Attempt, attemptEndedBy, type ItemTarget } from '../../core/work/attempt.ts';
import { draftObstacleWords } from '../../report/words/obstacle-words.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import type { HeldChange, Hold } from '../lease/held-goal.ts';
import { canPayForItem } from '../lease/money.ts';
import { type EndReason, stuckByDeath, stuckEnd } from '../lease/stuck-end.ts';
import type { Worked } from '../lease/worked.ts';
import { runOutbox } from '../outbox/outbox.ts';
import { type Subject, subjectOf } from './issue-item.ts';
import { type AttemptRecord, recordAttempt } from './item-record.ts';
import { lastChangeOf, type Next, type Pushed, pushAttempt } from './push-attempt.ts';
import { branchTouch } from './touched-branch.ts';
import { attemptItem, placeOf } from './work-on-item.ts';

/**
 * Carries out what earlier wakes left in the outbox, then works on the planned items one after the other: one push
 * each, then its effects. A failing item never stops the others.
 */
export async function workOnItems(hold: Hold): Promise<Worked> {
  const { window } = hold.plan;
  let worked = begin(hold);
  let started = hold.plan.items[0] ?? null;
  try {
    const effects = await runOutbox(hold);
    if (effects > 0) worked = { ...worked, ending: 'worked', detail: 'Unfinished effects were carried out.' };
    while (started !== null && window !== null && isOpen(hold, started)) {
      const step = await workItem(hold, window, started);
      worked = addAttempt(hold, worked, { ...step, key: started });
      started = step.next;
      if (step.endsWake) return { ...worked, save: step.save, endsWake: true };
      await runOutbox(hold);
    }
    return worked;
  } catch (reason) {
    return halted(worked, asHalt(reason), started);
  }
}

/** A person who closes a draft answers the items that were going into it, the started one included. */
function isOpen(hold: Hold, key: string): boolean {
  return itemRecord(hold.checkpoint, key).status === 'open';
}

function begin({ plan }: Hold): Worked {
  const idle: EndReason = plan.items.length === 0 ? plan.idle : { ending: 'no_change', detail: '' };
  return { ...worstOf(idle, [stuckByDeath(plan)]), done: 0, save: null, endsWake: false };
}

/** Of equally bad ones the last. */
function worstOf(first: EndReason, others: readonly (EndReason | null)[]): EndReason {
  const ends = [first, ...others.filter((end) => end !== null)];
  const ending = worstEnding(ends.map((end) => end.ending));
  return ends.findLast((end) => end.ending === ending) ?? first;
}

interface ItemStep extends Pushed {
  readonly endsWake: boolean;
  /** The item's result when only the release may still push. */
  readonly save: HeldChange | null;
}

async function workItem(hold: Hold, window: OpenWindow, key: string): Promise<ItemStep> {
  const subject = await subjectOf(hold, placeOf(hold, window, key));
  const { place } = subject;
  const before = hold.spent;
  const attempt = subject.ended ?? (await attemptSafely(hold, subject));
  const cost = subtractCost(hold.spent, before);
  const record: AttemptRecord = {
    session: hold.session,
    goal: hold.goal,
    place,
    attempt,
    cost,
    at: now(hold),
    next: null,
  };
  if (mustEndWake(hold, attempt)) {
    const save = attempt.ending === 'lease_lost' ? null : lastChangeOf(hold, record);
    return { attempt, next: null, obstacle: null, save, endsWake: true };
  }
  const pushed = await pushAttempt(hold, record, (ended) => nextItem(hold, window, ended));
  return pushed === null ? cutOff(hold, record) : { ...pushed, save: null, endsWake: false };
}

/** A stop, a person or the deadline came between the work and its push: the release carries it. */
function cutOff(hold: Hold, record: AttemptRecord): ItemStep {
  const obstacle = hold.whyLast(hold.session.ledger.state);
  return { attempt: record.attempt, next: null, obstacle, save: lastChangeOf(hold, record), endsWake: true };
}

function announce(hold: Hold, place: ItemTarget): void {
  const { attempts, draft } = itemRecord(hold.checkpoint, place.item.key);
  hold.session.journal.write({
    event: draft === null ? 'item_started' : 'item_continued',
    goal: hold.goal.id,
    item: place.item.key,
    message: `Attempt ${attempts} of ${hold.goal.limits.attempts} at ${place.item.title}${draft === null ? '' : `, going on with what is on ${place.draft.branch}`}.`,
  });
}

/** Whatever goes wrong with one item becomes its ending. */
async function attemptSafely(hold: Hold, subject: Subject): Promise<Attempt> {
  const { place } = subject;
  announce(hold, place);
  try {
    const touch = await branchTouch(hold, place);
    if (touch !== null) return touch;
    await hold.watch.stillAllowed();
    return await attemptItem(hold, subject);
  } catch (reason) {
    return attemptEndedBy(asHalt(reason));
  }
}

function mustEndWake(hold: Hold, attempt: Attempt): boolean {
  return itemEndingFacts(attempt.ending).endsWake || hold.session.deadline.work.aborted;
}

/** The next planned item that may start, decided before the push that records its attempt. */
function nextItem(hold: Hold, window: OpenWindow, record: AttemptRecord): Next {
  const { goal, session, plan } = hold;
  const after = recordAttempt(hold.checkpoint, record);
  const rest = plan.items.slice(plan.items.indexOf(record.place.item.key) + 1);
  const open = rest.filter((each) => itemRecord(after, each).status === 'open');
  const [first] = open;
  if (first === undefined || itemEndingFacts(record.attempt.ending).endsGoal)
    return { next: null, obstacle: null };
  if (!session.deadline.hasTimeFor(goal.limits.minutes)) return { next: null, obstacle: null };
  if (!canPayForItem(session, goal, hold.meter)) {
    return {
      next: null,
      obstacle: {
        ending: 'budget_spent',
        detail: 'Too little of what was set aside is left for the next item.',
      },
    };
  }
  const facts = draftFacts(session, goal, after);
  const refusal = (key: string) => obstacleToStart(goal, draftKeyFor(goal, after, { window, key }), facts);
  const next = open.find((key) => refusal(key) === null);
  const obstacle = refusal(first);
  if (next !== undefined || obstacle === null) return { next: next ?? null, obstacle: null };
  return { next: null, obstacle: { ending: 'waiting_for_draft', detail: draftObstacleWords(obstacle) } };
}

function addAttempt(
  { goal, checkpoint }: Hold,
  worked: Worked,
  { attempt, obstacle, save, key }: ItemStep & { readonly key: string },
): Worked {
  const isDone = itemEndingFacts(attempt.ending).isFinished;
  const own: EndReason = { ending: attempt.ending, detail: isDone ? worked.detail : attempt.detail };
  const stuck = stuckEnd(goal, save?.change(checkpoint) ?? checkpoint, key);
  return { ...worked, ...worstOf(worked, [own, stuck, obstacle]), done: worked.done + (isDone ? 1 : 0) };
}

/** An effect or a look at the state ended the goal: an attempt that was started and not worked on is given back. */
function halted(worked: Worked, halt: Halt, started: string | null): Worked {
  const endsWake = itemEndingFacts(halt.ending).endsWake;
  const ending = worstEnding([worked.ending, halt.ending]);
  const result: Worked = { ...worked, ending, detail: halt.detail, endsWake };
  if (halt.ending === 'lease_lost' || started === null) return result;
  const change = (checkpoint: Checkpoint) => giveAttemptBack(checkpoint, started);
  return { ...result, save: { what: `give back the attempt at ${started}`, change, item: null } };
}

function now(hold: Hold): string {
  return isoTime(hold.session.world.clock.now());
}
