import { type Halt, worstEnding } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { itemOf, loggedTitle } from '../../core/item.ts';
import { itemEndingFacts } from '../../core/item-ending.ts';
import { giveAttemptBack, itemRecord } from '../../core/progress/checkpoint.ts';
import type { Checkpoint, OpenWindow } from '../../core/state.ts';
import type { EndReason } from '../../core/work/end-reason.ts';
import { nextItem } from '../../core/work/next-item.ts';
import { stuckFacts, worstEnd } from '../../core/work/worst-end.ts';
import { stuckReason } from '../../report/log/end-reasons.ts';
import { RESULT_TEXTS } from '../../report/log/result-texts.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { draftFacts } from '../lease/draft-facts.ts';
import type { Hold } from '../lease/held-goal.ts';
import { canPayForItem } from '../lease/money.ts';
import type { Worked } from '../lease/worked.ts';
import { runOutbox } from '../outbox/outbox.ts';
import { type ChooseNext, type FinishedItem, finishItem } from './finish-item.ts';
import { workOnItem } from './work-on-item.ts';

/**
 * Carries out what earlier wakes left in the outbox, then works on the planned items one after the other: one push
 * each, then its effects. A failing item never stops the others.
 */
export async function workOnItems(hold: Hold): Promise<Worked> {
  const { window, items } = hold.plan;
  let worked = begin(hold);
  let started = items[0] ?? null;
  const attempted: string[] = [];
  try {
    const effects = await runOutbox(hold);
    if (effects > 0) worked = { ...worked, ending: 'worked', detail: RESULT_TEXTS.effectsDone };
    while (started !== null && window !== null && isOpen(hold, started)) {
      attempted.push(started);
      const done = await workOnItem(hold, window, started);
      const finished = await finishItem(hold, done, nextAfter(hold, window, attempted));
      worked = addItem(hold, worked, { ...finished, key: started });
      started = finished.next;
      if (finished.leftToRelease !== null)
        return { ...worked, save: finished.leftToRelease.save, endsWake: true };
      if (finished.halt !== null) throw finished.halt;
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

/** Chosen before the push that ends this item, because the next one starts with that push. */
function nextAfter(
  { goal, session, plan, meter }: Hold,
  window: OpenWindow,
  attempted: readonly string[],
): ChooseNext {
  const rest = plan.items.slice(plan.items.indexOf(attempted.at(-1) ?? '') + 1);
  return (after, ending) =>
    nextItem(after, {
      goal,
      window,
      rest,
      attempted,
      ending,
      hasTime: session.deadline.hasTimeFor(goal.limits.minutes),
      canPay: canPayForItem(session, goal, meter),
      drafts: draftFacts(session, goal, after),
    });
}

/** An item whose last attempt was used up by the death of its wake makes the goal end as stuck. */
function begin({ plan, goal }: Hold): Worked {
  const idle: EndReason = plan.items.length === 0 ? plan.idle : { ending: 'no_change', detail: '' };
  const left = plan.dead?.item ?? null;
  const stuck = left === null ? null : stuckReason(stuckFacts(goal, plan.checkpoint, left));
  return { ...worstEnd(idle, [stuck]), done: 0, save: null, endsWake: false };
}

function addItem(
  { goal, checkpoint }: Hold,
  worked: Worked,
  { attempt, obstacle, leftToRelease, key }: FinishedItem & { readonly key: string },
): Worked {
  const isDone = itemEndingFacts(attempt.ending).isFinished;
  const own: EndReason = { ending: attempt.ending, detail: isDone ? worked.detail : attempt.detail };
  const after = leftToRelease?.save?.change(checkpoint) ?? checkpoint;
  const stuck = stuckReason(stuckFacts(goal, after, key));
  return { ...worked, ...worstEnd(worked, [own, stuck, obstacle]), done: worked.done + (isDone ? 1 : 0) };
}

/** An effect or a look at the state ended the goal: an attempt that was started and not worked on is given back. */
function halted(worked: Worked, halt: Halt, started: string | null): Worked {
  const endsWake = itemEndingFacts(halt.ending).endsWake;
  const ending = worstEnding([worked.ending, halt.ending]);
  const result: Worked = { ...worked, ending, detail: halt.detail, endsWake };
  if (halt.ending === 'lease_lost' || started === null) return result;
  const change = (checkpoint: Checkpoint) => giveAttemptBack(checkpoint, started);
  return {
    ...result,
    save: { what: STATE_COMMITS.giveAttemptBack(loggedTitle(itemOf(started))), change, item: null },
  };
}
