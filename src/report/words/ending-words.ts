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
  taken_over: 'a person took over the branch of the draft',
  time_limit: 'the time was used up',
  call_limit: 'the model calls were used up',
  budget_spent: 'the budget is spent',
  lease_lost: 'another run took over the lock',
  gave_up: 'the model gave up',
  no_progress: 'the model went round in circles',
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
