import type { LogLevel } from './event.ts';

interface EndingFacts {
  /** How bad it is: a wake's ending is the worst of its goals'. */
  readonly rank: number;
  /** Process exit code; 0 is green. */
  readonly exitCode: 0 | 1;
  readonly level: LogLevel;
  /** Whether it opens an alert, at once or after the threshold of consecutive failures. */
  readonly alert: 'never' | 'at_once' | 'at_threshold';
  /** What it means, as a plain sentence without a full stop. */
  readonly meaning: string;
}

/** The closed list of how a wake or an item ends. The only place that says what each one entails. */
export const ENDINGS = {
  nothing_due: { rank: 0, exitCode: 0, level: 'info', alert: 'never', meaning: 'nothing was due' },
  no_change: { rank: 1, exitCode: 0, level: 'info', alert: 'never', meaning: 'there was nothing to change' },
  worked: { rank: 2, exitCode: 0, level: 'info', alert: 'never', meaning: 'the work is done' },
  held_by_another_wake: {
    rank: 3,
    exitCode: 0,
    level: 'info',
    alert: 'never',
    meaning: 'another wake holds the goal',
  },
  waiting_for_draft: {
    rank: 4,
    exitCode: 0,
    level: 'info',
    alert: 'never',
    meaning: 'an open draft waits for a person',
  },
  paused: { rank: 5, exitCode: 0, level: 'info', alert: 'never', meaning: 'the goal is paused' },
  yielded_to_person: {
    rank: 6,
    exitCode: 0,
    level: 'info',
    alert: 'never',
    meaning: 'a person asked, so the wake gave way',
  },
  stopped: { rank: 7, exitCode: 0, level: 'warn', alert: 'never', meaning: 'the stop is set' },
  cancelled: { rank: 8, exitCode: 0, level: 'warn', alert: 'never', meaning: 'the run was cancelled' },
  taken_over: {
    rank: 9,
    exitCode: 0,
    level: 'warn',
    alert: 'never',
    meaning: 'a person took over the work branch',
  },
  time_limit: {
    rank: 10,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the time was used up',
  },
  call_limit: {
    rank: 11,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the model calls were used up',
  },
  budget_spent: {
    rank: 12,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the budget is spent',
  },
  lease_lost: {
    rank: 13,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'another wake took the lease',
  },
  gave_up: { rank: 14, exitCode: 0, level: 'warn', alert: 'at_threshold', meaning: 'the model gave up' },
  no_progress: {
    rank: 15,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the model went round in circles',
  },
  too_large: {
    rank: 16,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the change is larger than a draft may be',
  },
  checks_failed: {
    rank: 17,
    exitCode: 0,
    level: 'warn',
    alert: 'at_threshold',
    meaning: 'the checks do not pass',
  },
  model_unavailable: {
    rank: 18,
    exitCode: 0,
    level: 'error',
    alert: 'at_threshold',
    meaning: 'the model could not be reached',
  },
  github_unavailable: {
    rank: 19,
    exitCode: 0,
    level: 'error',
    alert: 'at_threshold',
    meaning: 'GitHub or the remote could not be reached',
  },
  item_stuck: {
    rank: 20,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'an item used up its attempts',
  },
  bad_goal: { rank: 21, exitCode: 1, level: 'error', alert: 'at_once', meaning: 'a goal file is not valid' },
  missing_key: {
    rank: 22,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'the model key is missing or refused',
  },
  forbidden: { rank: 23, exitCode: 1, level: 'error', alert: 'at_once', meaning: 'a permission is missing' },
  secret_found: {
    rank: 24,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'the change held a secret and was refused',
  },
  bad_settings: {
    rank: 25,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'the settings file is not valid',
  },
  bad_state_file: {
    rank: 26,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'the state branch cannot be read',
  },
  unexpected: {
    rank: 27,
    exitCode: 1,
    level: 'error',
    alert: 'at_once',
    meaning: 'a defect in Wakeful itself',
  },
} as const satisfies Record<string, EndingFacts>;

export type Ending = keyof typeof ENDINGS;

/** The worst of several endings; `nothing_due` for none. */
export function worstEnding(endings: readonly Ending[]): Ending {
  return endings.reduce<Ending>(
    (worst, ending) => (ENDINGS[ending].rank > ENDINGS[worst].rank ? ending : worst),
    'nothing_due',
  );
}

/**
 * A planned ending, thrown where it is decided and caught once, by whoever owns the wake or the item.
 * `detail` is one plain sentence for the log: what, where, and what would be right.
 */
export class Halt extends Error {
  readonly ending: Ending;
  readonly detail: string;

  constructor(ending: Ending, detail: string, options?: ErrorOptions) {
    super(`${ending}: ${detail}`, options);
    this.name = 'Halt';
    this.ending = ending;
    this.detail = detail;
  }
}
