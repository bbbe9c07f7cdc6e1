import type { Ending } from './ending.ts';

/** What `state/status.json` holds. */
export interface Status {
  readonly version: number;
  readonly last_wake: WakeRecord | null;
  /** The last sign of life, a heartbeat's included. */
  readonly seen_at: string | null;
  /** By goal id. */
  readonly goals: Readonly<Record<string, GoalStatus>>;
  readonly stop: { readonly reason: string; readonly since: string } | null;
  /** Stops that are over, newest last, at most 20: slots inside them are skipped, not missed. */
  readonly stops?: readonly (Span & { readonly reason: string })[];
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

export interface Span {
  readonly since: string;
  readonly until: string;
}
