import type { Goal } from '../goal.ts';
import { isLeaseOverdue } from '../lease.ts';
import type { Lease, State, Status } from '../state.ts';
import { HOUR_MS, isoTime } from '../time.ts';

/** What is known of wakes that have started. */
export interface Signs {
  /** GitHub's newest run of the workflow; null: it knows none, or does not tell. */
  readonly run: { readonly createdAt: string; readonly hasStarted: boolean } | null;
  readonly status: Status;
}

export interface Now {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly silentHours: number;
}

/** Clocks differ by so much; a sign from further ahead was written by a clock that is wrong. */
const AHEAD_MS = HOUR_MS;

/** When a wake last started, or when the last stop ended, before which none could start; null: not known. */
function lastSign({ run, status }: Signs, now: number): number | null {
  const signs = [
    run?.hasStarted === true ? run.createdAt : null,
    status.seen_at,
    status.last_wake?.started_at ?? null,
    status.stops?.at(-1)?.until ?? null,
  ].map((time) => Date.parse(time ?? ''));
  const times = signs.filter((time) => !Number.isNaN(time) && time <= now + AHEAD_MS);
  return times.length === 0 ? null : Math.max(...times);
}

/** Since when no wake has started, ISO time; null: one has started lately, or it is not known when the last one did. */
export function silentSince(signs: Signs, { now, silentHours }: Now): string | null {
  const last = lastSign(signs, now);
  return last !== null && now - last > silentHours * HOUR_MS ? isoTime(last) : null;
}

/**
 * Since when a stop that is seen for the first time may have lasted: a wake that ran was not stopped yet. Silence for
 * too long has another cause, so no further back than that.
 */
export function stoppedSince(status: Status, { now, silentHours }: Now): string {
  return isoTime(Math.max(lastSign({ run: null, status }, now) ?? now, now - silentHours * HOUR_MS));
}

/** Leases of goals that ought to run, whose time has been over for too long: a wake should have taken them over. */
export function overdueLeases(
  state: State,
  goals: readonly Goal[],
  { now, silentHours }: Now,
): readonly (readonly [string, Lease])[] {
  return Object.entries(state.lock.leases).filter(([id, lease]) => {
    const isWanted = goals.some((goal) => goal.id === id && goal.enabled);
    const isPaused = (state.checkpoints[id]?.pause ?? null) !== null;
    return isWanted && !isPaused && isLeaseOverdue(lease, now - silentHours * HOUR_MS);
  });
}
