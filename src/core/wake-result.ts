import type { EffectReceipt } from './effect.ts';
import type { Ending } from './ending.ts';
import type { Trigger } from './trigger.ts';

/** What starts a wake, as the command or the Action gives it. */
export interface WakeOrder {
  /** Unique per run attempt. */
  readonly wake: { readonly id: string; readonly url: string | null };
  /** Identity of the repository, e.g. `acme/site`; a state branch of another one is refused. */
  readonly repository: string;
  /** GitHub's number of it, which a new name does not change. Missing: not known here. */
  readonly repositoryId?: number | undefined;
  readonly trigger: Trigger;
  /** Value of `WAKEFUL_STOP`; empty: not set. */
  readonly stop: string;
  /** `OPENAI_BASE_URL` and `OPENAI_MODEL`: they replace the settings' model `default`. Null: not set. */
  readonly model: { readonly baseUrl: string | null; readonly model: string | null };
  /** Wall-clock minutes until the wake's deadline. */
  readonly minutes: number;
  /** Aborted by SIGINT or SIGTERM: save, release, end as `cancelled`. */
  readonly cancel: AbortSignal;
  /** Values that must never be written anywhere, e.g. the model key. */
  readonly secrets: readonly string[];
  /** What people open, e.g. `https://github.com`. Missing: there are no such pages. */
  readonly serverUrl?: string | undefined;
  /** `owner/name` of the repository that has the papers of Wakeful. Missing: this one, which is a copy. */
  readonly papers?: string | undefined;
  /** The login under which the agent itself acts. Default: unknown. */
  readonly actor?: string;
  /** The only goal that this wake may work on, if it is due: one job of a matrix. Missing: any. */
  readonly runGoal?: string;
  /** Where no sandbox works, goals with commands are left to other jobs and named in the result. Default: no. */
  readonly isDeferring?: boolean;
  /** Whether the state may be of a later time than now, as in a rehearsal. Default: no. */
  readonly acceptsFuture?: boolean;
  /** Whether the agent's first run works on one goal only. Default: no. */
  readonly beginsWithOneGoal?: boolean;
}

export interface WakeResult {
  readonly wake: string;
  readonly ending: Ending;
  /** One plain sentence. */
  readonly detail: string;
  readonly goals: readonly GoalResult[];
  /** Everything wrong with goal and settings files. */
  readonly problems: readonly FileProblem[];
  /** What a person should know when the wake has ended. */
  readonly alerts: readonly AlertResult[];
  /** Null: the wake did not get as far as the settings. */
  readonly stateBranch: string | null;
  /** The next slot of any goal, ISO time. */
  readonly nextDue: { readonly goal: string; readonly at: string } | null;
  /** Ids of due goals that are left to jobs with a sandbox, at most as many as run side by side. */
  readonly deferred: readonly string[];
}

/** A wake that ended before it looked at its goals. */
export function emptyResult(order: Pick<WakeOrder, 'wake'>, ending: Ending, detail: string): WakeResult {
  const nothing = { goals: [], problems: [], alerts: [], stateBranch: null, nextDue: null, deferred: [] };
  return { wake: order.wake.id, ending, detail, ...nothing };
}

export interface FileProblem {
  /** Path in the repository. */
  readonly file: string;
  /** From 1, as the column is. */
  readonly line: number;
  readonly column: number;
  /** What is wrong; what would be right. One line. */
  readonly message: string;
  /** Id of the goal; null: it is the settings file. */
  readonly goal: string | null;
}

export interface AlertResult {
  /** Null: not about one goal. */
  readonly goal: string | null;
  readonly cause: string;
  readonly title: string;
  /** The issue that shows it, alone or together with other alerts; null: it could not be opened yet. */
  readonly issue: number | null;
  /** This very wake was the first to tell it. */
  readonly opened: boolean;
  /** A person has closed the issue, or there are no issues here and the log has told it. */
  readonly known: boolean;
}

export interface GoalResult {
  readonly goal: string;
  readonly title: string;
  /** ISO time; null: the goal did not get as far as a window. */
  readonly slot: string | null;
  readonly ending: Ending;
  readonly detail: string;
  readonly items: { readonly done: number; readonly total: number };
  readonly spent: { readonly tokens: number; readonly usdMicros: number; readonly calls: number };
  readonly drafts: readonly DraftResult[];
  /** What it has done on issues, in order. */
  readonly effects: readonly EffectReceipt[];
}

export interface DraftResult {
  readonly title: string;
  readonly branch: string;
  readonly number: number | null;
  readonly url: string | null;
  readonly complete: boolean;
  /** Null: an earlier wake has put its change there, this one has only opened it. */
  readonly files:
    | null
    | readonly { readonly path: string; readonly added: number; readonly removed: number }[];
}
