import type { Ending } from '../ending.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { WorkRequest } from '../request.ts';

/** The run is not over, or an outage kept it from beginning: the requests wait for the next wake. */
const INTERRUPTED: readonly Ending[] = [
  'stopped',
  'cancelled',
  'yielded_to_person',
  'lease_lost',
  'github_unavailable',
];
/** The run did not come about. */
const REFUSED: readonly Ending[] = ['forbidden', 'bad_goal', 'missing_key', 'unexpected'];

export interface RunEnd {
  readonly ending: Ending;
  readonly detail: string;
  /** Whether there was nothing to do because something stood in the way. */
  readonly isBlocked: boolean;
}

/** The requests that a release removes. */
export function settledBy(requests: readonly WorkRequest[], { ending }: RunEnd): readonly WorkRequest[] {
  return INTERRUPTED.includes(ending) ? [] : requests;
}

/** What a release answers those who asked. */
export function settledLine(request: WorkRequest, end: RunEnd): LogEvent {
  const { ending, detail, isBlocked } = end;
  const { goal } = request;
  return isBlocked || REFUSED.includes(ending)
    ? { event: 'request_answered', goal, request, why: { kind: 'run_ended', ending, detail } }
    : { event: 'request_served', goal, request, outcome: { kind: 'ran', ending } };
}
