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
  /** When the watchdog last had something to write down. */
  readonly watched_at?: string;
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
