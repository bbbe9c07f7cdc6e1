import type { Ending } from './ending.ts';

interface ItemEndingFacts {
  /** The item needs no further work. */
  readonly isFinished: boolean;
  /** Not the item's fault: the attempt does not count. */
  readonly givesAttemptBack: boolean;
  /** What was done so far is kept on the work branch. */
  readonly keepsWork: boolean;
  /** Nothing else of the goal can be done in this wake either. */
  readonly endsGoal: boolean;
  /** Only one save-and-release push is allowed from here on. */
  readonly endsWake: boolean;
}

const FAILED: ItemEndingFacts = {
  isFinished: false,
  givesAttemptBack: false,
  keepsWork: false,
  endsGoal: false,
  endsWake: false,
};
const FINISHED: ItemEndingFacts = { ...FAILED, isFinished: true, keepsWork: true };
const HALF_DONE: ItemEndingFacts = { ...FAILED, keepsWork: true };
const OUTAGE: ItemEndingFacts = { ...FAILED, givesAttemptBack: true, keepsWork: true, endsGoal: true };
const HALTED: ItemEndingFacts = { ...OUTAGE, endsWake: true };

/** What follows from how an item ended. Endings that are not listed are failures of that item alone. */
const FACTS: Partial<Record<Ending, ItemEndingFacts>> = {
  worked: FINISHED,
  no_change: FINISHED,
  time_limit: HALF_DONE,
  call_limit: HALF_DONE,
  checks_failed: HALF_DONE,
  budget_spent: { ...HALF_DONE, endsGoal: true },
  model_unavailable: OUTAGE,
  github_unavailable: OUTAGE,
  missing_key: OUTAGE,
  waiting_for_draft: { ...OUTAGE, keepsWork: false },
  taken_over: { ...FAILED, givesAttemptBack: true },
  // The attempt counts: work that may never land must not be paid for at every tick.
  forbidden: { ...FAILED, endsGoal: true },
  stopped: HALTED,
  cancelled: HALTED,
  yielded_to_person: HALTED,
  lease_lost: { ...HALTED, keepsWork: false },
};

export function itemEndingFacts(ending: Ending): ItemEndingFacts {
  return FACTS[ending] ?? FAILED;
}

/** Why an item ended as `time_limit` by its own limit, not by that of the wake. */
export const ITEM_TIME_UP = 'The time of this task was used up (limits.minutes).';
