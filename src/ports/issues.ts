import type { Masked } from '../core/text/masked.ts';
import type { IssueText } from './github.ts';

/** Issues as a queue, and as the place where an item's effects land. Pull requests never count as issues. */
export interface Issues {
  /**
   * Open issues for which all of the query holds, oldest first, at most `limit`. Of more, the newest are taken where the query wants new
   * or unlabelled ones, those that were quiet for longest where it wants quiet ones, and else the oldest.
   */
  list(query: IssueQuery, signal: AbortSignal): Promise<readonly Issue[]>;
  /** Null: there is no such issue, or it is a pull request. */
  read(number: number, signal: AbortSignal): Promise<IssueThread | null>;
  /** Names of the labels that the repository has, at most 1,000. */
  labelNames(signal: AbortSignal): Promise<readonly string[]>;
  /**
   * Puts a comment under an issue. `body` ends with the hidden marker; look for it with `read` first.
   * False: the issue is gone, or locked.
   */
  comment(number: number, body: Masked, signal: AbortSignal): Promise<boolean>;
  /** Adds labels and keeps the others; labels that are there already change nothing. False: the issue is gone. */
  label(number: number, labels: readonly Masked[], signal: AbortSignal): Promise<boolean>;
  /** Takes labels away; those that are not there change nothing. False: the issue is gone. */
  unlabel(number: number, labels: readonly Masked[], signal: AbortSignal): Promise<boolean>;
  /** The issue that the agent itself has opened under this marker, in whatever state. Lists may lag; this does not. */
  findOpened(marker: string, signal: AbortSignal): Promise<OpenedIssue | null>;
  /** `body` ends with the hidden marker. Never repeated by itself: find first. */
  open(text: IssueText, signal: AbortSignal): Promise<OpenedIssue>;
  /** All that the agent itself has opened under this marker, in whatever state, oldest first. Lists may lag; this does not. */
  listOpened(marker: string, signal: AbortSignal): Promise<readonly OwnIssue[]>;
  /**
   * One of these, as it stands now, also when a person has taken its marker away. Null: it is gone, has moved, or the agent has not
   * opened it under this marker.
   */
  readOpened(number: number, marker: string, signal: AbortSignal): Promise<OwnIssue | null>;
  /** Changes what is given, and comments nothing. False: the issue is gone, has moved, or the repository has no issues. */
  change(number: number, change: IssueChange, signal: AbortSignal): Promise<boolean>;
}

export interface IssueQuery {
  /** It carries all of these; empty: any. */
  readonly labels: readonly string[];
  /** It carries none of these; missing: any. */
  readonly without?: readonly string[];
  /** It carries none at all. Missing: it may. */
  readonly isUnlabelled?: true;
  /** Milliseconds since 1970 UTC. */
  readonly openedSince?: number;
  /** Nothing about it has changed since, ms since 1970 UTC. */
  readonly quietSince?: number;
  /** Those that the agent itself has opened are left out. Missing: they are not. */
  readonly isByOthers?: true;
  readonly limit: number;
}

export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  /** Login. */
  readonly author: string;
  readonly labels: readonly string[];
  /** Changes with every change that is not the agent's own: title, body, comments of others. Hex digits. */
  readonly version: string;
}

export interface IssueThread extends Issue {
  readonly state: 'open' | 'closed';
  /** Oldest first; the newest 100. */
  readonly comments: readonly IssueComment[];
}

export interface IssueComment {
  /** Login. */
  readonly author: string;
  readonly body: string;
  /** ISO time. */
  readonly createdAt: string;
  /** Written by the agent's own login. */
  readonly isByAgent: boolean;
}

/** An issue of the agent's own, as it stands on GitHub: persons may have edited it. */
export interface OwnIssue extends OpenedIssue {
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  /** When anything about it changed last, ISO time. */
  readonly updatedAt: string;
}

export interface IssueChange extends Partial<IssueText> {
  readonly state?: 'open' | 'closed';
}

export interface OpenedIssue {
  readonly number: number;
  readonly url: string;
}

/** The half of `Issues` that changes nothing. */
export type IssueReader = Pick<Issues, 'list' | 'read' | 'labelNames'>;
