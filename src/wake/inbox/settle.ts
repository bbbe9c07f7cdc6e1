import { waitingRequests } from '../../core/due/inbox.ts';
import { stoppedBy } from '../../core/halt.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import type { WorkRequest } from '../../core/request.ts';
import type { State } from '../../core/state.ts';
import { answerLine, lineSettling, withSettled } from '../../core/work/settle-requests.ts';
import { requestedGoal } from '../../ledger/snapshot.ts';
import { STATE_COMMITS } from '../../report/on-github/state-commits.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';
import type { Session } from '../lease/session.ts';

interface Settled {
  readonly request: WorkRequest;
  readonly line: LogEvent;
}

/**
 * Does at once what needs no lease: pauses and resumes, and answers to what cannot be served. One commit for all of
 * them, none where there are none.
 */
export async function settleInbox(session: Session): Promise<void> {
  const { state } = session.ledger;
  const settled = waitingRequests(state).flatMap((request): readonly Settled[] => {
    const line = lineSettling(request, requestedGoal(session.snapshot, state, request.goal));
    return line === null ? [] : [{ request, line }];
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
    line: answerLine(request, { kind: 'run_ended', ending: 'bad_goal', detail: why }),
  }));
  if (settled.length > 0) await commit(session, settled);
}

async function commit(session: Session, settled: readonly Settled[]): Promise<void> {
  const requests = settled.map(({ request }) => request);
  const isThere = (state: State) => requests.every(({ id }) => state.requests[id] !== undefined);
  await session.ledger.commit(
    {
      apply: (state) => {
        if (state.stop !== null) throw stoppedBy(state.stop);
        return isThere(state) ? withSettled(state, requests, PAUSE_REASONS.askedFor) : 'stale';
      },
      describe: () => ({ goal: null, what: STATE_COMMITS.settleRequests(), epoch: null, step: null }),
      events: () => settled.map(({ line }) => line),
      isIn: (state) => requests.every(({ id }) => state.requests[id] === undefined),
    },
    session.deadline.work,
  );
}
