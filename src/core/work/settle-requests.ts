import { withoutRequests } from '../due/inbox.ts';
import { pauseGoal, resumeGoal } from '../due/pause.ts';
import type { Goal } from '../goal.ts';
import type { LogEvent } from '../log/log-event.ts';
import type { NoSuchGoal, NotServed } from '../log/oversight-events.ts';
import { newCheckpoint } from '../progress/checkpoint.ts';
import type { WorkRequest } from '../request.ts';
import type { Checkpoint, State } from '../state.ts';

/** Words the reason of a pause for which none was given. */
type AskedFor = (by: string) => string;

/** The checkpoint after a pause or a resume; a run changes nothing without a lease. */
export function afterRequest(
  checkpoint: Checkpoint,
  { kind, by, at, reason }: WorkRequest,
  askedFor: AskedFor,
): Checkpoint {
  switch (kind) {
    case 'run':
      return checkpoint;
    case 'pause':
      return pauseGoal(checkpoint, { reason: reason || askedFor(by), at, by });
    case 'resume':
      return resumeGoal(checkpoint, at);
  }
}

export interface RequestedGoal {
  /** Undefined: no valid file has it. */
  readonly goal: Goal | undefined;
  /** Its file, where that is not valid; null: there is none of its name, or it is valid. */
  readonly badFile: string | null;
  /** Undefined: it has never run. */
  readonly checkpoint: Checkpoint | undefined;
}

/** The line that settles a request now; null: it waits for a lease. */
export function lineSettling(
  request: WorkRequest,
  { goal, badFile, checkpoint }: RequestedGoal,
): LogEvent | null {
  const pause = checkpoint?.pause ?? null;
  if (request.kind === 'resume' && pause === null) return answerLine(request, { kind: 'not_paused' });
  if (request.kind !== 'run' && (goal !== undefined || checkpoint !== undefined))
    return servedLine(request, request.kind === 'pause' ? 'paused' : 'resumed');
  if (goal === undefined) return answerLine(request, reasonNoGoal(request.goal, badFile));
  if (!goal.enabled) return answerLine(request, { kind: 'disabled', file: goal.file });
  const mayLift = request.origin === 'person' && request.begun_epoch === undefined;
  return pause === null || mayLift ? null : answerLine(request, { kind: 'paused', reason: pause.reason });
}

/** The line about a request that cannot be served. */
export function answerLine(request: WorkRequest, why: NotServed): LogEvent {
  return { event: 'request_answered', goal: request.goal, request, why };
}

/** The line about a pause or a resume that is done. */
function servedLine(request: WorkRequest, kind: 'paused' | 'resumed'): LogEvent {
  return { event: 'request_served', goal: request.goal, request, outcome: { kind } };
}

export function reasonNoGoal(id: string, badFile: string | null): NoSuchGoal {
  return badFile === null ? { kind: 'unknown_goal', id } : { kind: 'bad_file', file: badFile };
}

/** The state with these requests done, and removed. */
export function withSettled(state: State, requests: readonly WorkRequest[], askedFor: AskedFor): State {
  const settled = requests.reduce((before, request) => settledOne(before, request, askedFor), state);
  return withoutRequests(
    settled,
    requests.map(({ id }) => id),
  );
}

function settledOne(state: State, request: WorkRequest, askedFor: AskedFor): State {
  const before = state.checkpoints[request.goal];
  const after = afterRequest(before ?? newCheckpoint(request.goal), request, askedFor);
  const isWritten = before !== undefined || after.pause !== null;
  return isWritten ? { ...state, checkpoints: { ...state.checkpoints, [request.goal]: after } } : state;
}
