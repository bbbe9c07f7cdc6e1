import type { Ending } from './ending.ts';

/** What `state/status.json` holds. */
export interface Status {
  readonly version: number;
  readonly last_wake: WakeRecord | null;
  /** The last sign of life, a heartbeat's included. */
  readonly seen_at: string | null;
  /** By goal id. */
  readonly goals: Readonly<Record<string, GoalStatus>>;
  readonly stop: StopRecord | null;
  /** Stops that are over, newest last, at most 20: slots inside them are skipped, not missed. */
  readonly stops?: readonly (TimeSpan & { readonly reason: string })[];
  /** Comments whose command is carried out, newest last: run again, their job does nothing a second time. */
  readonly comments?: readonly number[];
  /** Ticks of boxes whose command is carried out, oldest first; each begins with its time. */
  readonly ticks?: readonly string[];
  /** The standing issue that shows the status; missing: none was opened yet. */
  readonly dashboard?: DashboardRecord;
  /** Goals that are left to a job with a sandbox. Missing: none is. */
  readonly left?: readonly LeftGoal[];
  /** When the watchdog last had something to write down. */
  readonly watched_at?: string;
  /** What the watchdog knows of newer releases; missing: it has never looked. */
  readonly releases?: ReleasesRecord;
}

/** The releases of the repository that Wakeful comes from. */
export interface ReleasesRecord {
  /** `owner/name`. */
  readonly home: string;
  /** When GitHub was last asked, whatever came of it. */
  readonly asked_at: string;
  /** GitHub's tag of its answer, by which it tells that nothing has changed. */
  readonly tag?: string;
  /** Versions whose notes tell of a security fix, newest first. */
  readonly security: readonly string[];
}

export interface LeftGoal {
  readonly goal: string;
  /** Since when it is due and no such job has begun with it. */
  readonly since: string;
}

/** The stop that lasts, as somebody has seen it. */
export interface StopRecord {
  readonly reason: string;
  readonly since: string;
  /** Value of WAKEFUL_STOP, where the variable stops the agent, alone or as well. */
  readonly variable?: string;
  /** Workflows that this stop has disabled, and that a resume enables again. */
  readonly disabled?: readonly string[];
}

export interface WakeRecord {
  readonly id: string;
  readonly url: string | null;
  readonly trigger: 'schedule' | 'event' | 'person';
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly ending: Ending | null;
}

export interface GoalStatus {
  readonly title: string;
  readonly ending: Ending | null;
  readonly detail: string;
  readonly at: string | null;
  readonly consecutive_failures: number;
  /** Unfinished items. */
  readonly queue_depth: number;
  readonly next_due: string | null;
}

export interface TimeSpan {
  readonly since: string;
  readonly until: string;
}

/** What `state/status.json` remembers of the dashboard. */
export interface DashboardRecord {
  /** Null: none is known. */
  readonly issue: number | null;
  /** The agent itself has closed it, because the settings switch it off. */
  readonly is_off?: true;
  /** The day on which GitHub did not let it be opened, e.g. `2026-11-22`: it is not asked again on that day. */
  readonly refused_on?: string;
  /** Another run may have opened one, too, whose answer never came, and nobody has looked for it yet. */
  readonly is_unswept?: true;
  /** What became of ticked boxes, oldest first. */
  readonly answers?: readonly BoxAnswer[];
}

/** What became of a ticked box. */
export interface BoxAnswer {
  /** Id of the tick. */
  readonly tick: string;
  readonly at: string;
  /** Login. */
  readonly by: string;
  readonly action: BoxAction;
  readonly goal: string | null;
  readonly is_done: boolean;
  /** Plain sentences. */
  readonly said: string;
}

/** What a box of the dashboard does when it is ticked. `retry`: tasks that are stuck are tried again. */
export const BOX_ACTIONS = ['run', 'retry', 'pause', 'resume', 'stop', 'start'] as const;
export type BoxAction = (typeof BOX_ACTIONS)[number];
