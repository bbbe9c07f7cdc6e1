import type { LogLevel } from './event.ts';

interface EndingFacts {
  /** How bad it is: a wake's ending is the worst of its goals'. */
  readonly rank: number;
  /** Process exit code; 0 is green. */
  readonly exitCode: 0 | 1;
  readonly level: LogLevel;
  /**
   * When it opens an alert: the first time, after the threshold of consecutive failures, or on the second of two days in a row.
   * `src/core/health/goal-alerts.ts` has the rules.
   */
  readonly alert: 'never' | 'at_once' | 'at_threshold' | 'after_two_days';
  readonly outcome: Outcome;
}

type Outcome =
  | 'not_due'
  /** The goal was looked after, and nothing had to change. */
  | 'unchanged'
  | 'worked'
  /** The goal waits for somebody, and nothing is wrong. */
  | 'left_alone'
  /** The work failed, or was broken off. */
  | 'not_done'
  /** Every further wake ends in the same way until a person has fixed the cause. */
  | 'blocked';

/**
 * The closed list of how a wake or an item ends, in the order of rank, and what follows for the wake, its log and its job.
 * Other tables have a row for each ending as well, so that none can be forgotten: what follows for the item
 * (`item-ending.ts`), for alerts (`health/goal-alerts.ts`) and for requests (`work/request-answers.ts`), and the words
 * (`src/report/words/ending-words.ts`).
 */
export const ENDINGS = {
  nothing_due: { rank: 0, exitCode: 0, level: 'info', alert: 'never', outcome: 'not_due' },
  no_change: { rank: 1, exitCode: 0, level: 'info', alert: 'never', outcome: 'unchanged' },
  worked: { rank: 2, exitCode: 0, level: 'info', alert: 'never', outcome: 'worked' },
  held_by_another_wake: { rank: 3, exitCode: 0, level: 'info', alert: 'never', outcome: 'left_alone' },
  waiting_for_draft: { rank: 4, exitCode: 0, level: 'info', alert: 'never', outcome: 'left_alone' },
  paused: { rank: 5, exitCode: 0, level: 'info', alert: 'never', outcome: 'left_alone' },
  yielded_to_person: { rank: 6, exitCode: 0, level: 'info', alert: 'never', outcome: 'not_done' },
  stopped: { rank: 7, exitCode: 0, level: 'warn', alert: 'never', outcome: 'not_done' },
  cancelled: { rank: 8, exitCode: 0, level: 'warn', alert: 'never', outcome: 'not_done' },
  taken_over: { rank: 9, exitCode: 0, level: 'warn', alert: 'never', outcome: 'not_done' },
  time_limit: { rank: 10, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  call_limit: { rank: 11, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  budget_spent: { rank: 12, exitCode: 0, level: 'warn', alert: 'after_two_days', outcome: 'not_done' },
  lease_lost: { rank: 13, exitCode: 0, level: 'warn', alert: 'never', outcome: 'not_done' },
  gave_up: { rank: 14, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  no_progress: { rank: 15, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  too_large: { rank: 16, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  checks_failed: { rank: 17, exitCode: 0, level: 'warn', alert: 'at_threshold', outcome: 'not_done' },
  model_unavailable: { rank: 18, exitCode: 0, level: 'error', alert: 'at_threshold', outcome: 'not_done' },
  github_unavailable: { rank: 19, exitCode: 0, level: 'error', alert: 'at_threshold', outcome: 'not_done' },
  item_stuck: { rank: 20, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'not_done' },
  bad_goal: { rank: 21, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'not_done' },
  missing_key: { rank: 22, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'blocked' },
  forbidden: { rank: 23, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'not_done' },
  secret_found: { rank: 24, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'not_done' },
  bad_settings: { rank: 25, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'blocked' },
  bad_state_file: { rank: 26, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'blocked' },
  unexpected: { rank: 27, exitCode: 1, level: 'error', alert: 'at_once', outcome: 'not_done' },
} as const satisfies Record<string, EndingFacts>;

export type Ending = keyof typeof ENDINGS;

/** The goal was looked after: its work is done, or nothing had to change. */
export function isGood(ending: Ending): boolean {
  const { outcome } = ENDINGS[ending];
  return outcome === 'worked' || outcome === 'unchanged';
}

/** The work failed, was broken off, or cannot go on. Not the opposite of good: a goal may also have been left alone. */
export function isBad(ending: Ending): boolean {
  const { outcome } = ENDINGS[ending];
  return outcome === 'not_done' || outcome === 'blocked';
}

/** The worst of several endings; `nothing_due` for none. */
export function worstEnding(endings: readonly Ending[]): Ending {
  return endings.reduce<Ending>(
    (worst, ending) => (ENDINGS[ending].rank > ENDINGS[worst].rank ? ending : worst),
    'nothing_due',
  );
}

/**
 * A planned ending, thrown where it is decided and caught once, where the wake or the item ends.
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
