import { ENDINGS, type Ending } from '../../core/ending.ts';
import type { WorkRequest } from '../../core/request.ts';
import type { Happening } from '../../ledger/journal.ts';

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

/** What a release tells those who asked. */
export function settledLine(request: WorkRequest, end: RunEnd): Happening {
  const { ending, detail, isBlocked } = end;
  const why = [`${ENDINGS[ending].meaning}.`, detail].join(' ').trim();
  if (isBlocked || REFUSED.includes(ending)) return answerLine(request, why);
  return {
    event: 'request_served',
    goal: request.goal,
    message: `${wishWords(request)} is served: ${ENDINGS[ending].meaning}.`,
    data: { request: request.id, ending },
  };
}

/** A request that cannot be served, and why: one sentence. */
export function answerLine(request: WorkRequest, why: string): Happening {
  return {
    event: 'request_answered',
    goal: request.goal,
    message: `${wishWords(request)} cannot be served: ${why}`,
    data: { request: request.id },
  };
}

export function servedLine(request: WorkRequest, what: string): Happening {
  return {
    event: 'request_served',
    goal: request.goal,
    message: `${wishWords(request)} is served: ${what}.`,
    data: { request: request.id },
  };
}

/** `octocat's wish to run docs-index (a release is near)`. */
export function wishWords({ origin, by, kind, goal, reason }: WorkRequest): string {
  if (origin === 'event') return `The event ${by}, which makes ${goal} due,`;
  return `${by}'s wish to ${kind} ${goal}${reason === '' ? '' : ` (${reason})`}`;
}
