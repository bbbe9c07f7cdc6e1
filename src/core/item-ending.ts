import type { Ending } from './ending.ts';

interface ItemEndingFacts {
  /** The item needs no further work. */
  readonly isFinished: boolean;
  /** Not the item's fault: the attempt does not count. */
  readonly givesAttemptBack: boolean;
  /** `kept`: on the work branch. `measured`: it is too large, and only what fills the draft is looked at. `dropped`: neither. */
  readonly work: 'kept' | 'measured' | 'dropped';
  /** Nothing else of the goal can be done in this wake either. */
  readonly endsGoal: boolean;
  /** Only one save-and-release push is allowed from here on. */
  readonly endsWake: boolean;
}

const FAILED: ItemEndingFacts = {
  isFinished: false,
  givesAttemptBack: false,
  work: 'dropped',
  endsGoal: false,
  endsWake: false,
};
const FINISHED: ItemEndingFacts = { ...FAILED, isFinished: true, work: 'kept' };
const HALF_DONE: ItemEndingFacts = { ...FAILED, work: 'kept' };
const OUTAGE: ItemEndingFacts = { ...FAILED, givesAttemptBack: true, work: 'kept', endsGoal: true };
const HALTED: ItemEndingFacts = { ...OUTAGE, endsWake: true };

/** What follows for an item from how it ended. `FAILED`: a failure of that item alone. */
const FACTS: Readonly<Record<Ending, ItemEndingFacts>> = {
  nothing_due: FAILED,
  no_change: FINISHED,
  worked: FINISHED,
  held_by_another_wake: FAILED,
  waiting_for_draft: { ...OUTAGE, work: 'dropped' },
  paused: FAILED,
  yielded_to_person: HALTED,
  stopped: HALTED,
  cancelled: HALTED,
  taken_over: { ...FAILED, givesAttemptBack: true },
  time_limit: HALF_DONE,
  call_limit: HALF_DONE,
  budget_spent: { ...HALF_DONE, endsGoal: true },
  lease_lost: { ...HALTED, work: 'dropped' },
  gave_up: FAILED,
  no_progress: HALF_DONE,
  too_large: { ...FAILED, work: 'measured' },
  checks_failed: HALF_DONE,
  model_unavailable: OUTAGE,
  github_unavailable: OUTAGE,
  item_stuck: FAILED,
  bad_goal: FAILED,
  missing_key: OUTAGE,
  // The attempt counts: work that may never land must not be paid for at every tick.
  forbidden: { ...FAILED, endsGoal: true },
  secret_found: FAILED,
  bad_settings: { ...FAILED, endsGoal: true },
  bad_state_file: FAILED,
  unexpected: FAILED,
};

export function itemEndingFacts(ending: Ending): ItemEndingFacts {
  return FACTS[ending];
}

/** Why an item ended as `time_limit` by its own limit, not by that of the wake. */
export const ITEM_TIME_UP = 'The time of this task was used up (limits.minutes).';
