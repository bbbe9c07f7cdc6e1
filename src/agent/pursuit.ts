import type { Ending } from '../core/ending.ts';
import type { Goal } from '../core/goal.ts';
import type { Meter, Price } from '../core/money/meter.ts';
import type { CommitForm } from '../core/progress/commit-form.ts';
import type { RejectedDraft } from '../core/progress/rejected.ts';
import type { Clock, CommitInfo, IssueReader, IssueThread, Model, Random, WorkTree } from '../ports.ts';
import type { CommandDependencies } from './command-context.ts';
import type { ItemFinder } from './found-work.ts';
import type { ItemSubject } from './subject/subject-text.ts';

/** What is known of earlier attempts at an item. */
export interface AttemptSoFar {
  /** From 1. */
  readonly number: number;
  readonly most: number;
  /** Null: none has ended. */
  readonly last: { readonly ending: Ending; readonly detail: string } | null;
}

/** A model that reads a finished change without knowing the conversation. */
export interface SecondReader {
  /** The name that its server knows. */
  readonly name: string;
  readonly maxOutputTokens: number;
  /** Null: dollars are not counted for it. */
  price(): Price | null;
  open(): Promise<Model>;
}

/** What a check comes to without the change. */
export interface BaseChecks {
  /** Null: that is not known, and finding it out is not possible or takes too long. */
  resultOf(command: string, deps: CommandDependencies): Promise<'passed' | 'failed' | null>;
}

/** What is to be done: one item of a goal's window. */
export interface Assignment {
  readonly goal: Goal;
  readonly item: { readonly key: string; readonly title: string };
  /** The file that the item is, where it may change no other; null or missing: it may change all that the goal may. */
  readonly ownFile?: string | null;
  /** The file that the item is; null or missing: it is none. */
  readonly file?: string | null;
  readonly window: {
    /** ISO times. */
    readonly from: string;
    readonly to: string;
    readonly commits: readonly CommitInfo[];
    /** Paths. */
    readonly changed: readonly string[];
  };
  /** Which attempt this is, and how the one before it ended; missing: nothing is known of others. */
  readonly attempt?: AttemptSoFar;
  /** Drafts about the same that persons have closed without merging; missing: none. */
  readonly rejected?: readonly RejectedDraft[];
  /** Notes of earlier attempts at this item. */
  readonly notes: readonly string[];
  /** The work tree already has what an earlier attempt at this item changed. */
  readonly isContinued: boolean;
  /** The issue that the item is, as it is now; null: the item is not an issue. */
  readonly issue: IssueThread | null;
  /** What the item is about otherwise; missing: a file, an issue, or the whole window. */
  readonly subject?: ItemSubject;
  readonly issues: IssueReader;
  /** Labels that put an issue into the queue of some goal. */
  readonly queueLabels: readonly string[];
  /** Labels that keep an issue out of the queue of some goal; missing: there are none. */
  readonly excludedLabels?: readonly string[];
  readonly tree: WorkTree;
  /** Missing: no program has found the item. */
  readonly finder?: ItemFinder;
  /** In what form commits are written here; missing: in none in particular. */
  readonly commitForm?: CommitForm;
  /** Missing: nobody finds out what failed before. */
  readonly baseChecks?: BaseChecks;
  /** Missing: nobody reads what the model calls finished. */
  readonly reader?: SecondReader;
  readonly model: Model;
  readonly maxOutputTokens: number;
  readonly protectedGlobs: readonly string[];
  readonly goalsFolder: string;
}

/** What the wake lends to an item while it is worked on. */
export interface LoopDependencies extends CommandDependencies {
  readonly meter: Meter;
  readonly clock: Clock;
  readonly random: Random;
}
