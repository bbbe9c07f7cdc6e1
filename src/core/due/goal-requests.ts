import type { WorkRequest } from '../request.ts';
import type { Checkpoint, State } from '../state.ts';
import { isoTime } from '../time.ts';
import { runsWanted } from './inbox.ts';

/** Why a goal is to run besides its slots. */
export interface GoalRequests {
  /** All that wait for this goal: one run serves them all. */
  readonly requests: readonly WorkRequest[];
  /** A person asks for it anew: this lifts what is stuck and what is paused. */
  readonly isByPerson: boolean;
  /** Anybody asks for it anew: this opens a window although no slot is due. */
  readonly isNew: boolean;
}

/** `chosen`: goals that a person chose for this wake. What an earlier lease has begun to serve starts nothing anew. */
export function goalRequests(state: State, goal: string, chosen: readonly string[]): GoalRequests {
  const requests = runsWanted(state, goal);
  const fresh = requests.filter((request) => request.begun_epoch === undefined);
  const isChosen = chosen.includes(goal);
  return {
    requests,
    isByPerson: isChosen || fresh.some((request) => request.origin === 'person'),
    isNew: isChosen || fresh.length > 0,
  };
}

/** Marks the requests as begun by a lease. */
export function begunBy(
  requests: readonly WorkRequest[],
  epoch: number,
): Readonly<Record<string, WorkRequest>> {
  return Object.fromEntries(
    requests.map((request) => [request.id, { begun_epoch: epoch, ...request }] as const),
  );
}

/** An event's run gives its goal a rest from the next events. `now` in ms. */
export function restAfterEvent(checkpoint: Checkpoint, { requests }: GoalRequests, now: number): Checkpoint {
  const isEvent = requests.some(({ origin, begun_epoch }) => origin === 'event' && begun_epoch === undefined);
  return isEvent ? { ...checkpoint, last_event: isoTime(now) } : checkpoint;
}
