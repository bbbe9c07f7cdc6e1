import type { Backlog } from '../progress/backlog.ts';
import type { GoalReport, GoalSummary } from './goal-report.ts';
import type { Happened } from './happened.ts';
import type { PersonNeed } from './need.ts';
import type { DraftReport, HeldLock, LastRun, RunReport } from './run-report.ts';
import type { Spending, SpendingSums } from './spending.ts';

export type * from './goal-report.ts';
export type * from './happened.ts';
export type * from './need.ts';
export type * from './run-report.ts';
export type * from './spending.ts';

/**
 * What the state branch and the newest lines of its log tell about the agent, as facts: what the status page, the dashboard and
 * the command `status` show. Times are ISO 8601 in UTC. What is not known is null, and never a zero.
 */
export interface ShortReport {
  readonly version: 1;
  readonly repository: string;
  /** When it was made. */
  readonly at: string;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** What waits for a person, oldest first. */
  readonly needs: readonly PersonNeed[];
  readonly happened: Happened;
  /** The newest run that has begun; null: none is known. */
  readonly lastRun: LastRun | null;
  /** Locks that runs hold now. */
  readonly running: readonly HeldLock[];
  readonly backlog: Backlog;
  /** How many requests of persons and events wait. */
  readonly requests: number;
  /** Those that need a person come first. */
  readonly goals: readonly GoalSummary[];
  /** Those that did something, newest first. */
  readonly runs: readonly RunReport[];
  /** As far as they are kept; newest first. */
  readonly drafts: readonly DraftReport[];
  /** As many drafts wait as may be open, so no goal begins new work. */
  readonly isFullOfDrafts: boolean;
  readonly spending: SpendingSums;
  /** The next due times, soonest first, at most 10. */
  readonly next: readonly DueTime[];
}

/** The same with all that is kept of the past: what the web page shows, and `why` looks into. */
export interface Report extends ShortReport {
  readonly goals: readonly GoalReport[];
  readonly spending: Spending;
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
  /** A draft of the goal waits, which kept its last due time from being run: so it will be again. */
  readonly isHeldUp: boolean;
}
