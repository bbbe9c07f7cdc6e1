import type { Association } from '../core/goal.ts';
import type { IssueQuery, IssueThread } from './issues.ts';
import type { Sha } from './state-store.ts';

/** What happens on GitHub besides issues, for queues that are made of it. Nothing here changes anything. */
export interface Subjects {
  /**
   * Runs of workflows that have failed, in the order of the workflows. Only those of the repository itself count, on none of the agent's
   * branches, that a push, a schedule, a merge queue or a person started: nobody from outside can cause one. A workflow that is not
   * there has none.
   */
  failedRuns(query: RunQuery, signal: AbortSignal): Promise<readonly FailedRun[]>;
  /** One attempt of a run with its jobs that failed. Null: it is gone. */
  readRun(attempt: RunAttempt, signal: AbortSignal): Promise<AttemptReport | null>;
  /** The newest release that is neither a draft nor a prerelease. Null: there is none. */
  newestRelease(signal: AbortSignal): Promise<PublishedRelease | null>;
  /**
   * Pull requests for which all of the query holds, oldest first, at most `limit`; none that the agent has opened. Of more, those are
   * taken that `Issues.list` would take, and of merged ones the first.
   */
  pulls(query: PullQuery, signal: AbortSignal): Promise<readonly Pull[]>;
  /** Null: there is no such pull request. */
  readPull(number: number, signal: AbortSignal): Promise<PullThread | null>;
  /** What a pull request changes. */
  pullFiles(number: number, signal: AbortSignal): Promise<PullFiles>;
}

export interface RunQuery {
  /** File names below `.github/workflows/`. */
  readonly workflows: readonly string[];
  /** Null: any. */
  readonly branch: string | null;
  /** Where the agent keeps its state: no run on it counts. */
  readonly stateBranch: string;
  /**
   * Runs that have failed and then passed on the same commit, since then, oldest first; ms since 1970 UTC. Missing: of each workflow
   * the newest run, if that has failed.
   */
  readonly flakySince?: number;
}

export interface PublishedRelease {
  /** The same for all its edits. */
  readonly id: number;
  readonly tag: string;
  readonly name: string;
  /** Its notes. */
  readonly body: string;
  /** ISO time. */
  readonly publishedAt: string;
}

export interface PullQuery extends Omit<IssueQuery, 'isByOthers'> {
  /** Missing: anybody's. */
  readonly authors?: readonly Association[];
  /** Merged ones in place of open ones. */
  readonly merged?: {
    /** The branch that they were merged into. */
    readonly base: string;
    /** Milliseconds since 1970 UTC. */
    readonly since: number;
  };
}

export interface Pull {
  readonly number: number;
  /** Changes with every change that is not the agent's own: title, body, commits, comments of others. */
  readonly version: string;
}

export interface PullThread extends IssueThread {
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly isMerged: boolean;
  readonly isDraft: boolean;
  /** How its author belongs to the repository, in GitHub's word. */
  readonly association: string;
}

export interface PullFiles {
  /** At most 100. */
  readonly files: readonly PullFile[];
  /** How many more it changes. */
  readonly more: number;
}

export interface PullFile {
  readonly path: string;
  /** E.g. `added`. */
  readonly change: string;
  readonly added: number;
  readonly removed: number;
  /** Null: GitHub shows none, because it is binary or too long. */
  readonly patch: string | null;
}

interface RunAttempt {
  readonly id: number;
  /** From 1. */
  readonly attempt: number;
}

/** An attempt that has failed. */
export interface FailedRun extends RunAttempt {
  /** Its file name. */
  readonly workflow: string;
  /** The same for all failed runs in a row: it changes when the workflow has passed in between. */
  readonly version: string;
}

export interface AttemptReport extends RunAttempt {
  readonly url: string;
  /** What GitHub says of its title. */
  readonly title: string;
  readonly branch: string;
  readonly commit: Sha;
  /** What started it, e.g. `schedule`. */
  readonly event: string;
  /** How it ended, e.g. `timed_out`. */
  readonly conclusion: string;
  /** Those that have failed, in their order, at most three. */
  readonly jobs: readonly FailedJob[];
  /** How many more have failed. */
  readonly moreJobs: number;
}

export interface FailedJob {
  readonly name: string;
  readonly conclusion: string;
  /** In their order. */
  readonly steps: readonly JobStep[];
  /** What the first failed step has written, its last part; null: the log is gone. */
  readonly log: string | null;
}

export interface JobStep {
  readonly name: string;
  /** Null: it has not ended. */
  readonly conclusion: string | null;
}
