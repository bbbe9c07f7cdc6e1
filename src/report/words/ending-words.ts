import type { Ending } from '../../core/ending.ts';

/** What each ending means, to go on after a colon. docs/endings.md says more. */
const MEANINGS: Readonly<Record<Ending, string>> = {
  nothing_due: 'nothing was due',
  no_change: 'no change was needed',
  worked: 'the work is done',
  held_by_another_wake: 'another run is working on the goal',
  waiting_for_draft: 'a draft waits for your review',
  paused: 'the goal is paused',
  yielded_to_person: 'the run made way for a person',
  stopped: 'the agent is stopped',
  cancelled: 'the run was cancelled',
  taken_over: 'a person changed the branch under the work',
  time_limit: 'the time was used up',
  call_limit: 'the model calls were used up',
  budget_spent: 'the budget is spent',
  lease_lost: 'another run took over the lock',
  gave_up: 'the model gave up',
  no_progress: 'the model made no progress',
  too_large: 'the change is larger than a draft may be',
  checks_failed: 'the checks do not pass',
  model_unavailable: 'the model could not be reached',
  github_unavailable: 'GitHub or the remote could not be reached',
  item_stuck: 'a task used up its attempts',
  bad_goal: 'a goal file is not valid',
  missing_key: 'the model key is missing or was refused',
  forbidden: 'a permission is missing',
  secret_found: 'the change held a secret and was refused',
  bad_settings: 'the settings file is not valid',
  bad_state_file: 'the state branch cannot be read',
  unexpected: 'Wakeful itself has a defect',
};

/** `the checks do not pass`. */
export function endingWords(ending: Ending): string {
  return MEANINGS[ending];
}

/** The same in a cell of a table. */
const LABELS: Readonly<Record<Ending, string>> = {
  nothing_due: 'nothing due',
  no_change: 'no change needed',
  worked: 'done',
  held_by_another_wake: 'another run has it',
  waiting_for_draft: 'waits for review',
  paused: 'paused',
  yielded_to_person: 'request came first',
  stopped: 'stopped',
  cancelled: 'cancelled',
  taken_over: 'branch taken over',
  time_limit: 'out of time',
  call_limit: 'out of model calls',
  budget_spent: 'budget spent',
  lease_lost: 'lost its lock',
  gave_up: 'model gave up',
  no_progress: 'no progress',
  too_large: 'change too large',
  checks_failed: 'checks failed',
  model_unavailable: 'model unreachable',
  github_unavailable: 'GitHub unreachable',
  item_stuck: 'task stuck',
  bad_goal: 'bad goal file',
  missing_key: 'no usable key',
  forbidden: 'permission missing',
  secret_found: 'secret refused',
  bad_settings: 'bad settings file',
  bad_state_file: 'state unreadable',
  unexpected: 'defect in Wakeful',
};

/** Columns that the longest label takes. */
export const ENDING_LABEL_WIDTH = Math.max(...Object.values(LABELS).map(({ length }) => length));

/** `checks failed`. */
export function endingLabel(ending: Ending): string {
  return LABELS[ending];
}
