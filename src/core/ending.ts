import type { LogLevel } from './event.ts';

interface EndingFacts {
  /** How bad it is: a wake's ending is the worst of its goals'. */
  readonly rank: number;
  /** Process exit code; 0 is green. */
  readonly exitCode: 0 | 1;
  readonly level: LogLevel;
  /** Whether it opens an alert, at once or after the threshold of consecutive failures. */
  readonly alert: 'never' | 'at_once' | 'at_threshold';
}

/** The closed list of how a wake or an item ends. The only place that says what each one entails. */
export const ENDINGS = {
  nothing_due: { rank: 0, exitCode: 0, level: 'info', alert: 'never' },
  no_change: { rank: 1, exitCode: 0, level: 'info', alert: 'never' },
  worked: { rank: 2, exitCode: 0, level: 'info', alert: 'never' },
  held_by_another_wake: { rank: 3, exitCode: 0, level: 'info', alert: 'never' },
  waiting_for_draft: { rank: 4, exitCode: 0, level: 'info', alert: 'never' },
  paused: { rank: 5, exitCode: 0, level: 'info', alert: 'never' },
  yielded_to_person: { rank: 6, exitCode: 0, level: 'info', alert: 'never' },
  stopped: { rank: 7, exitCode: 0, level: 'warn', alert: 'never' },
  cancelled: { rank: 8, exitCode: 0, level: 'warn', alert: 'never' },
  taken_over: { rank: 9, exitCode: 0, level: 'warn', alert: 'never' },
  time_limit: { rank: 10, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  call_limit: { rank: 11, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  budget_spent: { rank: 12, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  lease_lost: { rank: 13, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  gave_up: { rank: 14, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  no_progress: { rank: 15, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  too_large: { rank: 16, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  checks_failed: { rank: 17, exitCode: 0, level: 'warn', alert: 'at_threshold' },
  model_unavailable: { rank: 18, exitCode: 0, level: 'error', alert: 'at_threshold' },
  github_unavailable: { rank: 19, exitCode: 0, level: 'error', alert: 'at_threshold' },
  item_stuck: { rank: 20, exitCode: 1, level: 'error', alert: 'at_once' },
  bad_goal: { rank: 21, exitCode: 1, level: 'error', alert: 'at_once' },
  missing_key: { rank: 22, exitCode: 1, level: 'error', alert: 'at_once' },
  forbidden: { rank: 23, exitCode: 1, level: 'error', alert: 'at_once' },
  secret_found: { rank: 24, exitCode: 1, level: 'error', alert: 'at_once' },
  bad_settings: { rank: 25, exitCode: 1, level: 'error', alert: 'at_once' },
  bad_state_file: { rank: 26, exitCode: 1, level: 'error', alert: 'at_once' },
  unexpected: { rank: 27, exitCode: 1, level: 'error', alert: 'at_once' },
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
