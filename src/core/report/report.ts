import type { GoalReport } from './goal-report.ts';
import type { Happened } from './happened.ts';
import type { PersonNeed } from './need.ts';
import type { DraftReport, RunReport } from './run-report.ts';
import type { Spending } from './spending.ts';

export type * from './goal-report.ts';
export type * from './happened.ts';
export type * from './need.ts';
export type * from './run-report.ts';
export type * from './spending.ts';

/**
 * Everything that the state branch tells about the agent, as facts: what the status page, the dashboard, the web page and the
 * terminal show. Times are ISO 8601 in UTC. What is not known is null, and never a zero.
 */
export interface Report {
  readonly version: 1;
  readonly repository: string;
  /** When it was made. */
  readonly at: string;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** What waits for a person, oldest first. */
  readonly needs: readonly PersonNeed[];
  readonly happened: Happened;
  /** Those that need a person come first. */
  readonly goals: readonly GoalReport[];
  /** Those that did something, newest first. */
  readonly runs: readonly RunReport[];
  /** As far as they are kept; newest first. */
  readonly drafts: readonly DraftReport[];
  /** As many drafts wait as may be open, so no goal begins new work. */
  readonly isFullOfDrafts: boolean;
  readonly spending: Spending;
  /** The next due times, soonest first, at most 10. */
  readonly next: readonly DueTime[];
}

/** What the report is made from, and what it lacks. */
export interface Evidence {
  /**
   * `missing`: the agent has not run yet. `partial`: lines of the log are missing or cannot be read. `old`: there has been no sign
   * of life for too long.
   */
  readonly kind: 'missing' | 'partial' | 'old' | 'complete';
  /** The last sign of life; null: there was none. */
  readonly seenAt: string | null;
  /** The oldest and the newest day of which there is a log; null: there is none. */
  readonly log: { readonly from: string; readonly to: string } | null;
  /** Lines of the log that cannot be read. */
  readonly unreadableLines: number;
  /** Days whose log was full, so that it has only warnings and errors of the rest. */
  readonly fullDays: readonly string[];
}

/** The first thing to know, the most urgent one first. */
export type Verdict =
  | { readonly kind: 'never_ran' }
  /** There has been no sign of life for too long. */
  | { readonly kind: 'silent'; readonly since: string }
  | { readonly kind: 'stopped'; readonly reason: string; readonly since: string | null }
  | { readonly kind: 'needs_you'; readonly reviews: number; readonly problems: number }
  /** Something fails, and the agent tries again by itself. */
  | { readonly kind: 'troubled'; readonly goals: readonly string[] }
  | { readonly kind: 'well' };

export interface DueTime {
  readonly goal: string;
  /** ISO time. */
  readonly at: string;
  /** `slot`: its schedule. `unfinished`: tasks are left. `request`: a person or an event asked. */
  readonly why: 'slot' | 'unfinished' | 'request';
}
