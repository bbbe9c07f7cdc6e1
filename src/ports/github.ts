import type { BranchRule } from '../core/access/refusing-rules.ts';
import type { Masked } from '../core/text/masked.ts';

export type { BranchRule };

export interface GitHub {
  /** How long one request may take at most, ms. None is sent unless this fits into the lease. */
  readonly requestTimeoutMs: number;
  /** Drafts of this head branch in every state, oldest first. */
  findDrafts(branch: string, signal: AbortSignal): Promise<readonly Draft[]>;
  /**
   * Opens a pull request, as a draft. `Halt('no_change')`: the base holds all commits of the branch already.
   * Never repeated by itself: find first.
   */
  createDraft(draft: NewDraft, signal: AbortSignal): Promise<CreatedDraft>;
  updateDraft(number: number, change: DraftChange, signal: AbortSignal): Promise<void>;
  closeDraft(number: number, comment: Masked, signal: AbortSignal): Promise<void>;
  /**
   * What somebody who belongs to the repository wrote last under a draft, but for commands to the agent. Null: nothing, and the
   * agent's own words do not count.
   */
  lastWords(number: number, signal: AbortSignal): Promise<string | null>;
  /** The rules that hold for a branch, as a text that changes when they do; null: they cannot be read. */
  branchRules(branch: string, signal: AbortSignal): Promise<string | null>;
  /**
   * The rules that a push of the agent to a branch has to keep, whoever it pushes as. None where they cannot be read, or where the agent may be
   * exempt from them: only the token of a workflow is exempt from nothing.
   */
  bindingRules(branch: string, signal: AbortSignal): Promise<readonly BranchRule[]>;
  /** The agent's alerts: all open ones, the newest closed ones, and those of the numbers that are known, however old. */
  listAlertIssues(known: readonly number[], signal: AbortSignal): Promise<readonly AlertIssue[]>;
  /** `Halt('no_change')`: the repository has no issues. */
  openAlertIssue(text: IssueText, signal: AbortSignal): Promise<AlertIssue>;
  updateAlertIssue(number: number, text: IssueText, signal: AbortSignal): Promise<void>;
  closeAlertIssue(number: number, comment: Masked, signal: AbortSignal): Promise<void>;
  /** Whether the run attempt behind a wake id has finished. `unknown` is never taken for yes. */
  wakeState(wake: string, signal: AbortSignal): Promise<'running' | 'finished' | 'unknown'>;
  /** The server's clock, ms since 1970 UTC; null: not told. */
  serverTime(signal: AbortSignal): Promise<number | null>;
  /** Whether a person has disabled the workflow that this wake runs in; false also where GitHub does not tell. */
  isDisabled(signal: AbortSignal): Promise<boolean>;
}

export interface NewDraft {
  readonly branch: string;
  readonly base: string;
  readonly title: Masked;
  /** Markdown; ends with the hidden marker. */
  readonly body: Masked;
  readonly labels: readonly Masked[];
  /** Logins, or teams as `org/team`. */
  readonly reviewers: readonly Masked[];
  /** Opens it ready for review where the repository has no drafts; else that is `Halt('forbidden')`. */
  readonly readyWhereUnsupported: boolean;
  /** Opens it ready for review in any case: what a person asks for at the keyboard is no draft. */
  readonly isReady?: boolean;
}

export interface Draft {
  readonly number: number;
  readonly url: string;
  readonly branch: string;
  /** The branch that it is to be merged into. */
  readonly base: string;
  readonly state: 'open' | 'merged' | 'closed';
  /** The commit that its branch holds, or held when the draft was merged or closed; null: not known. */
  readonly head: string | null;
  /** When it was merged or closed, ms since 1970 UTC; null: it is open, or that is not told. */
  readonly endedAt: number | null;
  readonly title: string;
  readonly body: string;
  readonly openedBy: DraftAuthor;
}

/** The agent's own login, somebody with write permission, or anybody else. */
export type DraftAuthor = 'agent' | 'writer' | 'stranger';

export interface DraftChange extends IssueText {
  /** Added to those that are there. */
  readonly labels?: readonly Masked[];
  /** Asked to review. */
  readonly reviewers?: readonly Masked[];
  /** The branch that it is to be merged into from now on. */
  readonly base?: string;
}

export interface CreatedDraft extends Draft {
  /** Labels and reviewers that it should have and could not be given, as sentences. */
  readonly lacks: readonly string[];
}

/** What an issue or a draft of the agent is to say. */
export interface IssueText {
  readonly title: Masked;
  /** Markdown; ends with the hidden marker. */
  readonly body: Masked;
}

/** As it stands on GitHub: persons may have edited it. */
export interface AlertIssue {
  readonly title: string;
  readonly body: string;
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
}
