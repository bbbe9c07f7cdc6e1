import { askToYield, MOST_REQUESTS, runsNotBegun, withoutRequests, withRequest } from '../due/inbox.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { NoSuchGoal } from '../log/oversight-events.ts';
import { newCheckpoint } from '../progress/checkpoint.ts';
import type { WorkRequest } from '../request.ts';
import type { State } from '../state.ts';
import { afterRequest, answerLine, type RequestedGoal, reasonNoGoal } from './settle-requests.ts';

/** Why a person's request is not taken. */
export type RequestRefusal =
  | NoSuchGoal
  | { readonly kind: 'disabled'; readonly file: string }
  /** So many wait already. */
  | { readonly kind: 'too_many'; readonly waiting: number }
  | { readonly kind: 'not_paused' };

/** Null: it is taken. */
export function reasonToRefuse(
  { kind, goal: id }: Pick<WorkRequest, 'kind' | 'goal'>,
  { goal, badFile, checkpoint }: RequestedGoal,
  waiting: number,
): RequestRefusal | null {
  const isKnown = goal !== undefined || (kind !== 'run' && checkpoint !== undefined);
  if (!isKnown) return reasonNoGoal(id, badFile);
  if (kind === 'run' && goal?.enabled === false) return { kind: 'disabled', file: goal.file };
  if (kind === 'run' && waiting >= MOST_REQUESTS) return { kind: 'too_many', waiting: MOST_REQUESTS };
  return kind === 'resume' && (checkpoint?.pause ?? null) === null ? { kind: 'not_paused' } : null;
}

/**
 * The state with a person's request taken: a run is stored, a pause or a resume is done. An autonomous wake that holds the
 * goal is asked to give way. `askedFor`: words the reason of a pause for which none was given.
 */
export function withPersonRequest(
  state: State,
  request: WorkRequest,
  askedFor: (by: string) => string,
): State {
  if (request.kind === 'run') return askToYield(withRequest(state, request), request);
  const before = state.checkpoints[request.goal] ?? newCheckpoint(request.goal);
  const checkpoints = { ...state.checkpoints, [request.goal]: afterRequest(before, request, askedFor) };
  const after = { ...state, checkpoints };
  if (request.kind !== 'pause') return after;
  const ids = overruledBy(request, state).map(({ id }) => id);
  return askToYield(withoutRequests(after, ids), request);
}

/** The newest word counts: a run that was asked for before the pause would lift it. */
export function overruledBy({ kind, goal }: WorkRequest, state: State): readonly WorkRequest[] {
  return kind === 'pause' ? runsNotBegun(state, goal) : [];
}

/** For an answer that was lost: whether a state from the remote holds the request, or what it asked for. */
export function isTaken(state: State, request: WorkRequest): boolean {
  const checkpoint = state.checkpoints[request.goal];
  switch (request.kind) {
    case 'run':
      return state.requests[request.id] !== undefined;
    case 'pause':
      return checkpoint?.pause?.by === request.by && runsNotBegun(state, request.goal).length === 0;
    case 'resume':
      return (checkpoint?.pause ?? null) === null;
  }
}

/** What the log says of it. `overruled`: runs that it takes back. */
export function personRequestLines(
  request: WorkRequest,
  overruled: readonly WorkRequest[],
): readonly LogEvent[] {
  const lines = overruled.map((run) => answerLine(run, { kind: 'overruled', by: request.by }));
  return [...ownLines(request), ...lines];
}

function ownLines(request: WorkRequest): readonly LogEvent[] {
  const { goal, by, reason } = request;
  switch (request.kind) {
    case 'run':
      return [{ event: 'request_stored', goal, what: { kind: 'person', request } }];
    case 'pause':
      return [
        { event: 'goal_paused', goal, by, reason },
        { event: 'request_served', goal, request, outcome: { kind: 'paused' }, isRoutine: true },
      ];
    case 'resume':
      return [
        { event: 'goal_resumed', goal, because: { kind: 'resumed', by, reason } },
        { event: 'request_served', goal, request, outcome: { kind: 'resumed' }, isRoutine: true },
      ];
  }
}
