import type { DueReason } from '../due/due.ts';
import type { Goal } from '../goal.ts';
import type { Settings } from '../settings.ts';
import type { Sums } from '../state.ts';
import type { EndReason } from '../work/end-reason.ts';

/** What a goal would do next, as the code of a run decides it. */
export interface GoalPreview {
  readonly goal: Goal;
  readonly settings: Settings;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** Why it is due; null: it is not. */
  readonly due: DueReason | null;
  /** ISO time; null: no time makes it due. */
  readonly nextDue: string | null;
  /** Why the agent is stopped; null: it is not. */
  readonly stop: string | null;
  /** Why the goal is paused; null: it is not. */
  readonly pause: string | null;
  /** What it would do when it is due, or if a person asked for it where no time makes it due. */
  readonly run: RunPreview;
  /** What it would do if a person asked for it now; null: `run` has a task already, or says it. */
  readonly asked: RunPreview | null;
  readonly files: FilesPreview;
  /** What it has spent in this month; null: nothing. */
  readonly spent: Sums | null;
}

export interface RunPreview {
  /** How it would end where it works on nothing; null: it has a task. */
  readonly left: EndReason | null;
  /** Titles of the tasks that the window's queue still holds, in order. */
  readonly queue: readonly string[];
  /** Older tasks fill the queue, and there are more. */
  readonly isCut: boolean;
  /** How many of them one run takes. */
  readonly tasks: number;
  /** ISO times of what it would cover; null: no window would be opened. */
  readonly window: { readonly from: string; readonly to: string } | null;
  /** Null: there is none. */
  readonly first: TaskPreview | null;
}

export interface TaskPreview {
  readonly title: string;
  /** Null: no model would be asked. */
  readonly question: QuestionPreview | null;
  /** How the task would end without a model. Where one is asked, it says nothing. */
  readonly ended: EndReason & { readonly summary: string };
}

/** What a model would be asked first, word for word. */
export interface QuestionPreview {
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly tools: readonly { readonly name: string; readonly description: string }[];
  /** Of all of it; no fewer than its tokens. */
  readonly bytes: number;
}

/** Paths of the default branch as it is now. */
export interface FilesPreview {
  readonly total: number;
  readonly mayRead: readonly string[];
  readonly mayWrite: readonly string[];
  /** The goal names them, and no goal may write them. */
  readonly protected: readonly string[];
}
