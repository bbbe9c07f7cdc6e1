import type { Ending } from '../ending.ts';
import type { WorkRequest } from '../request.ts';

interface AlertIssue {
  readonly issue: number;
  readonly title: string;
}

/** Alerts, and what the watchdog sees. */
export interface AlertEvents {
  readonly alert_opened: AlertIssue;
  /** The repository has no issues. */
  readonly alert_untold: { readonly title: string };
  readonly alert_updated: AlertIssue;
  readonly alert_closed: { readonly issue: number };
  /** The standing issue that shows the status. */
  readonly dashboard_opened: { readonly issue: number };
  readonly dashboard_closed: { readonly issue: number; readonly why: 'switched_off' | 'second' };
  /** `detail`: as the alert says it. */
  readonly silence_seen: { readonly detail: string };
  readonly lease_stuck: { readonly detail: string };
  readonly security_release_seen: { readonly detail: string };
  readonly work_not_begun: { readonly detail: string };
  readonly workflow_disabled: { readonly detail: string };
  /** GitHub had disabled it because nothing had happened. */
  readonly workflow_enabled: { readonly file: string };
}

type Asked = Pick<WorkRequest, 'id' | 'kind' | 'goal' | 'origin' | 'by' | 'reason'>;

/** What persons and events ask for. */
export interface RequestEvents {
  readonly request_stored: { readonly what: StoredRequest };
  readonly request_served: { readonly request: Asked; readonly outcome: ServedOutcome };
  readonly request_answered: { readonly request: Asked; readonly why: NotServed };
}

export type StoredRequest =
  | { readonly kind: 'person'; readonly request: Asked }
  | {
      readonly kind: 'event';
      readonly by: string;
      readonly goals: readonly string[];
      /** Ids, one for each goal. */
      readonly requests: readonly string[];
    };

export type ServedOutcome =
  | { readonly kind: 'ran'; readonly ending: Ending }
  | { readonly kind: 'paused' | 'resumed' };

/** Why a request cannot be served. */
export type NotServed =
  | { readonly kind: 'not_paused' }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'disabled'; readonly file: string }
  | NoSuchGoal
  /** A person has paused the goal since. */
  | { readonly kind: 'overruled'; readonly by: string }
  | { readonly kind: 'run_ended'; readonly ending: Ending; readonly detail: string };

/** Why there is no goal of a name. `bad_file`: its file is not valid. */
export type NoSuchGoal =
  | { readonly kind: 'unknown_goal'; readonly id: string }
  | { readonly kind: 'bad_file'; readonly file: string };

/** The stop of the whole agent. */
export interface StopEvents {
  /** `where`: `state/STOP`, or the variable. `by`: login; missing: somebody. */
  readonly stop_set: { readonly where: string; readonly reason: string; readonly by?: string };
  readonly stop_removed: { readonly what: RemovedStop };
}

export type RemovedStop =
  | { readonly kind: 'over'; readonly reason: string; readonly by?: string }
  /** The variable is gone, and `state/STOP` is still set. */
  | { readonly kind: 'half_over'; readonly where: string };
