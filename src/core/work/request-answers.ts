import type { Ending } from '../ending.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { WorkRequest } from '../request.ts';

type RequestFate =
  | 'served'
  /** The run is not over, or an outage kept it from beginning: the requests wait for the next wake. */
  | 'waits'
  /** The run did not come about. */
  | 'refused'
  /** An obstacle: the run did not come about if it left nothing to do. */
  | 'refused_if_idle';

const FATES: Readonly<Record<Ending, RequestFate>> = {
  nothing_due: 'served',
  no_change: 'served',
  worked: 'served',
  held_by_another_wake: 'served',
  waiting_for_draft: 'refused_if_idle',
  paused: 'refused_if_idle',
  yielded_to_person: 'waits',
  stopped: 'waits',
  cancelled: 'waits',
  taken_over: 'served',
  time_limit: 'served',
  call_limit: 'served',
  budget_spent: 'refused_if_idle',
  lease_lost: 'waits',
  gave_up: 'served',
  no_progress: 'served',
  too_large: 'served',
  checks_failed: 'served',
  model_unavailable: 'served',
  github_unavailable: 'waits',
  item_stuck: 'served',
  bad_goal: 'refused',
  missing_key: 'refused',
  forbidden: 'refused',
  secret_found: 'served',
  bad_settings: 'served',
  bad_state_file: 'served',
  unexpected: 'refused',
};

/** Whether an ending says that something stood in the way of the work. */
export function isObstacle(ending: Ending): boolean {
  return FATES[ending] === 'refused_if_idle';
}

export interface RunEnd {
  readonly ending: Ending;
  readonly detail: string;
  /** Whether there was nothing to do because something stood in the way. */
  readonly isBlocked: boolean;
}

/** The requests that a release removes. */
export function settledBy(requests: readonly WorkRequest[], { ending }: RunEnd): readonly WorkRequest[] {
  return FATES[ending] === 'waits' ? [] : requests;
}

/** What a release answers those who asked. */
export function settledLine(request: WorkRequest, end: RunEnd): LogEvent {
  const { ending, detail, isBlocked } = end;
  const { goal } = request;
  return isBlocked || FATES[ending] === 'refused'
    ? { event: 'request_answered', goal, request, why: { kind: 'run_ended', ending, detail } }
    : { event: 'request_served', goal, request, outcome: { kind: 'ran', ending } };
}
