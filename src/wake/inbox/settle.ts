import { goalId } from '../../config/goal/goal-file.ts';
import { waitingRequests, withoutRequests } from '../../core/due/inbox.ts';
import { pauseGoal, resumeGoal } from '../../core/due/pause.ts';
import { stoppedBy } from '../../core/halt.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import type { NoSuchGoal, NotServed } from '../../core/log/oversight-events.ts';
import { newCheckpoint } from '../../core/progress/checkpoint.ts';
import type { WorkRequest } from '../../core/request.ts';
import type { State } from '../../core/state.ts';
import type { GoalSnapshot } from '../../ledger/snapshot.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import type { CheckpointChange } from '../lease/held-goal.ts';
import type { Session } from '../lease/session.ts';

interface Settled {
  readonly request: WorkRequest;
  readonly change: CheckpointChange;
  readonly line: LogEvent;
}

/**
 * Does at once what needs no lease: pauses and resumes, and answers to what cannot be served. One commit for all of
 * them, none where there are none.
 */
export async function settleInbox(session: Session): Promise<void> {
  const settled = waitingRequests(session.ledger.state).flatMap((request): readonly Settled[] => {
    const line = whatNow(session, request);
    return line === null ? [] : [{ request, change: changeFor(request), line }];
  });
  if (settled.length > 0) await commit(session, settled);
}

/** Answers all runs that are wanted of a goal which turned out to be impossible. */
export async function answerRuns(session: Session, goal: string, why: string): Promise<void> {
  const wanted = waitingRequests(session.ledger.state).filter(
    (request) => request.kind === 'run' && request.goal === goal,
  );
  const settled = wanted.map((request) => ({
    request,
    change: changeFor(request),
    line: answerLine(request, { kind: 'run_ended', ending: 'bad_goal', detail: why }),
  }));
  if (settled.length > 0) await commit(session, settled);
}

/** What a pause or a resume makes of its goal's checkpoint; a run changes nothing without a lease. */
export function changeFor({ kind, by, at, reason }: WorkRequest): CheckpointChange {
  switch (kind) {
    case 'run':
      return (checkpoint) => checkpoint;
    case 'pause':
      return (checkpoint) => pauseGoal(checkpoint, { reason: reason || PAUSE_REASONS.askedFor(by), at, by });
    case 'resume':
      return (checkpoint) => resumeGoal(checkpoint, at);
  }
}

/** The line that settles a request now; null: it waits for a lease. */
function whatNow({ ledger, goals, snapshot }: Session, request: WorkRequest): LogEvent | null {
  const goal = goals.find(({ id }) => id === request.goal);
  const pause = ledger.state.checkpoints[request.goal]?.pause ?? null;
  if (request.kind === 'resume' && pause === null) return answerLine(request, { kind: 'not_paused' });
  if (request.kind !== 'run' && (goal !== undefined || ledger.state.checkpoints[request.goal] !== undefined))
    return servedLine(request, request.kind === 'pause' ? 'paused' : 'resumed');
  if (goal === undefined) return answerLine(request, reasonNoGoal(snapshot, request.goal));
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

export function reasonNoGoal({ goalProblems }: GoalSnapshot, id: string): NoSuchGoal {
  const problem = goalProblems.find(({ file }) => goalId(file) === id);
  return problem === undefined ? { kind: 'unknown_goal', id } : { kind: 'bad_file', file: problem.file };
}

async function commit(session: Session, settled: readonly Settled[]): Promise<void> {
  const ids = settled.map(({ request }) => request.id);
  const isThere = (state: State) => ids.every((id) => state.requests[id] !== undefined);
  await session.ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        if (!isThere(state)) return 'stale';
        return withoutRequests(settled.reduce(changed, state), ids);
      },
      describe: () => ({ goal: null, what: STATE_COMMITS.settleRequests(), epoch: null, step: null }),
      events: () => settled.map(({ line }) => line),
      isIn: (state) => ids.every((id) => state.requests[id] === undefined),
    },
    session.deadline.work,
  );
}

function changed(state: State, { request, change }: Settled): State {
  const before = state.checkpoints[request.goal];
  const after = change(before ?? newCheckpoint(request.goal));
  const isWritten = before !== undefined || after.pause !== null;
  return isWritten ? { ...state, checkpoints: { ...state.checkpoints, [request.goal]: after } } : state;
}
