import type { EffectOnIssue, ProposedEffect } from '../effect.ts';
import type { Ending } from '../ending.ts';
import type { Objection } from '../item-state.ts';
import type { CheckReport } from '../progress/check-report.ts';
import type { WorkFinding } from '../work-finding.ts';

interface OfGoal {
  readonly goal: string;
}

interface OfItem extends OfGoal {
  readonly item: string;
  /** What people call it; null: it is the goal's only one. */
  readonly title: string | null;
}

interface Attempt extends OfItem {
  readonly attempt: number;
  readonly most: number;
}

interface EndedItem extends OfItem {
  readonly ending: Ending;
  readonly detail: string;
  /** Which of how many this was, from 1; null: it does not count. */
  readonly attempt: { readonly n: number; readonly of: number } | null;
  /** What its draft changes now; null: nothing was pushed. */
  readonly size: { readonly files: number; readonly added: number; readonly removed: number } | null;
  readonly spent: {
    readonly tokens: number;
    readonly usdMicros: number;
    readonly calls: number;
    readonly cachedTokens?: number;
    readonly reasoningTokens?: number;
    readonly readerTokens?: number;
  };
  /** What the model says that it did or found; missing: nothing. */
  readonly summary?: string;
  /** Missing: none. */
  readonly findings?: readonly WorkFinding[];
}

/** One item of a goal. */
export interface TaskEvents {
  readonly item_started: Attempt;
  readonly item_continued: Attempt & { readonly branch: string };
  readonly item_ended: EndedItem;
  readonly item_failed: EndedItem;
  readonly secret_found: EndedItem;
  readonly item_passed_over: OfItem & { readonly why: PassedOver };
  readonly item_stuck: OfItem & { readonly attempts: number };
}

/** Why an item was not worked on, or its change was not kept. */
export type PassedOver =
  | { readonly kind: 'gone' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'label_removed'; readonly label: string }
  /** It has got a label that keeps it out of the queue. */
  | { readonly kind: 'label_added'; readonly label: string }
  /** The workflow passes again, or its run is gone. */
  | { readonly kind: 'passes_again' }
  /** A person has closed a draft with the same change. `draft`: `#3`, or its branch. */
  | { readonly kind: 'refused_before'; readonly draft: string }
  /** Another open draft of the goal holds all of the change already. */
  | { readonly kind: 'in_other_draft'; readonly draft: string }
  /** A second reader says that the summary itself argues against the change. */
  | { readonly kind: 'argued_against'; readonly words: string };

/** A limit that the model is told of before it is reached. */
export type SpendLimitName = 'files' | 'lines' | 'calls' | 'tokens' | 'dollars' | 'time';

/** What the model does, and what is done for it. */
export interface ModelEvents {
  readonly tool_refused: {
    readonly tool: string;
    readonly path: string | null;
    readonly reason: string;
    /** It was allowed, and did not work. */
    readonly hasFailed?: boolean;
  };
  readonly check_ran: { readonly report: CheckReport; readonly exitCode: number | null };
  /** Files whose paths are not UTF-8. `paths`: the first few, with such bytes as `\\xE9`. */
  readonly paths_left_out: { readonly paths: readonly string[]; readonly count: number };
  /** What the model ran in a copy of the files. */
  readonly command_ran: {
    readonly command: string;
    readonly exitCode: number | null;
    readonly milliseconds: number;
  };
  readonly checks_not_run: { readonly commands: readonly string[]; readonly reason: string };
  /** `text`: what the model was told. */
  readonly limit_near: { readonly limit: SpendLimitName; readonly text: string };
  readonly model_fault: { readonly fault: string; readonly detail: string; readonly isCharged: boolean };
  /** Names that the servers know. */
  readonly model_replaced: { readonly from: string; readonly to: string; readonly why: string };
  /** A second reader, by the name that its server knows, has read a finished change. `objections`: what it objects to. */
  readonly change_read: {
    readonly model: string;
    readonly objections: readonly Objection[];
    readonly tokens: number;
    readonly usdMicros: number;
  };
  /** Nobody has. `reason`: the rest of a sentence behind "because". */
  readonly change_unread: { readonly model: string; readonly reason: string; readonly tokens: number };
  readonly overspent: { readonly tokens: number; readonly allowed: number };
}

interface OfDraft {
  readonly draft: number;
  readonly branch: string;
  readonly url: string | null;
}

interface EndedDraft extends OfGoal {
  /** `#3`, or its branch where it has no number. */
  readonly name: string;
  readonly branch: string;
  readonly generation: number;
}

/** Draft pull requests. */
export interface DraftEvents {
  readonly draft_opened: OfDraft & { readonly title: string };
  readonly draft_updated: OfDraft;
  readonly draft_found: OfDraft;
  /** A second one for a branch, by a wake that had lost its lease. */
  readonly draft_closed: OfDraft;
  readonly draft_behind: OfItem & { readonly branch: string; readonly base: string };
  readonly draft_merged: EndedDraft & {
    /** The branch that takes the work which came too late for it; missing: none came too late. */
    readonly nextBranch?: string;
    /** It was closed, and this default branch holds its change. */
    readonly landedIn?: string;
  };
  readonly draft_refused: EndedDraft & {
    /** What the person wrote who closed it; missing: nothing. */
    readonly reason?: string;
  };
  readonly draft_taken_over: EndedDraft;
  /** It counted as closed. */
  readonly draft_reopened: EndedDraft;
  /** It aimed at what was the default branch before. `isAimed`: it aims at the new one now. */
  readonly draft_aimed: OfGoal & {
    readonly draft: number;
    readonly from: string;
    readonly to: string;
    readonly isAimed: boolean;
  };
  /** A work branch holds work of the agent that the state does not know. */
  readonly work_found: OfGoal & { readonly item?: string; readonly branch: string };
}

interface DoneOnIssue {
  readonly issue: number;
  readonly url: string;
  /** False: an earlier wake had done it. */
  readonly isNew: boolean;
}

/** Effects on issues. */
export interface IssueEvents {
  readonly issue_commented: DoneOnIssue;
  readonly issue_labelled: DoneOnIssue & { readonly labels: readonly string[] };
  readonly issue_unlabelled: DoneOnIssue & { readonly labels: readonly string[] };
  readonly issue_opened: DoneOnIssue & { readonly title: string };
  /** The goal's one issue. `isNew`: it was opened. */
  readonly issue_kept: DoneOnIssue & { readonly title: string };
  readonly effect_failed: { readonly failure: EffectFailure };
}

/** What did not come about on GitHub. `detail` and `lack` are sentences of the port that failed. */
export type EffectFailure =
  | { readonly kind: 'given_up'; readonly effect: IntendedEffect; readonly why: GivenUp }
  | { readonly kind: 'draft_lacks'; readonly draft: number; readonly branch: string; readonly lack: string }
  | { readonly kind: 'alerts'; readonly detail: string }
  | { readonly kind: 'state_alert'; readonly detail: string }
  | { readonly kind: 'dashboard'; readonly detail: string }
  | { readonly kind: 'unwatched'; readonly detail: string };

export type IntendedEffect =
  | { readonly kind: EffectOnIssue['kind']; readonly issue: number }
  | { readonly kind: Exclude<ProposedEffect['kind'], EffectOnIssue['kind']>; readonly title: string };

/** Why an effect is never tried again. */
export type GivenUp =
  | { readonly kind: 'not_allowed'; readonly file: string }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'steering_label'; readonly label: string }
  /** The state names another issue than that of the task. */
  | { readonly kind: 'other_issue'; readonly own: number }
  | { readonly kind: 'gone' | 'closed' | 'locked'; readonly issue: number }
  | { readonly kind: 'refused'; readonly detail: string };
