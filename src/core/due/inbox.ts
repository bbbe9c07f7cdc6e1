import { withLease } from '../lease.ts';
import type { WorkRequest } from '../request.ts';
import type { Lease, State } from '../state.ts';
import { MINUTE_MS } from '../time.ts';

/** Events make a goal due at most once in this time; what comes sooner waits, and is not lost. */
const EVENT_REST_MS = 30 * MINUTE_MS;
/** More than these are not stored: the state branch must not grow without bound. */
export const MOST_REQUESTS = 200;

/** Everything that waits, oldest first. */
export function waitingRequests(state: State): readonly WorkRequest[] {
  return Object.values(state.requests).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The runs that are wanted of a goal, ripe or not: one run serves them all. */
export function runsWanted(state: State, goal: string): readonly WorkRequest[] {
  return waitingRequests(state).filter((request) => request.kind === 'run' && request.goal === goal);
}

/** Runs of the goal that no lease has begun to serve. */
export function runsNotBegun(state: State, goal: string): readonly WorkRequest[] {
  return runsWanted(state, goal).filter((request) => request.begun_epoch === undefined);
}

/** Whether a request makes its goal due at `now`, ms: a person's at once, an event's after the rest of the last one. */
export function isRipe(request: WorkRequest, state: State, now: number): boolean {
  if (request.origin === 'person' || request.begun_epoch !== undefined) return true;
  const last = state.checkpoints[request.goal]?.last_event;
  return last === undefined || now - Date.parse(last) >= EVENT_REST_MS;
}

/** Those of event requests that are to be stored: a goal that is paused, or waits for an event's run already, needs none. */
export function requestsToStore(state: State, requests: readonly WorkRequest[]): readonly WorkRequest[] {
  if (Object.keys(state.requests).length >= MOST_REQUESTS) return [];
  return requests.filter(
    ({ goal }) =>
      (state.checkpoints[goal]?.pause ?? null) === null &&
      !runsNotBegun(state, goal).some(({ origin }) => origin === 'event'),
  );
}

export function withRequest(state: State, request: WorkRequest): State {
  return { ...state, requests: { ...state.requests, [request.id]: request } };
}

export function withoutRequests(state: State, ids: readonly string[]): State {
  const left = Object.entries(state.requests).filter(([id]) => !ids.includes(id));
  return { ...state, requests: Object.fromEntries(left) };
}

/** The lease that has to give way to a person; null: there is none, or it is already for a person. */
export function leaseToYield(state: State, goal: string): Lease | null {
  const lease = state.lock.leases[goal];
  return lease === undefined || lease.for_person === true ? null : lease;
}

/** Asks the autonomous holder to give way to a person. This names the holder's epoch, so it means nothing to another one. */
export function askToYield(state: State, request: WorkRequest): State {
  const lease = leaseToYield(state, request.goal);
  if (lease === null || lease.yield?.epoch === lease.epoch) return state;
  const asking = { epoch: lease.epoch, by: request.by, request: request.id };
  return { ...state, lock: withLease(state.lock, request.goal, { ...lease, yield: asking }) };
}
