import type { Checkpoint, FailureWait } from '../state.ts';
import { DAY_MS, HOUR_MS, isoTime } from '../time.ts';

/*
 * A goal whose runs cost something and bring nothing is tried again more and more rarely, and in the end it is paused. What
 * costs nothing, like a server that is away, is not counted here: the next run may simply find it well again.
 */

/** So many are followed by the next run at once: an answer of a model may be better the next time. */
const FREE_FAILURES = 2;
const FIRST_WAIT_MS = HOUR_MS;
const LONGEST_WAIT_MS = DAY_MS;

/** How one run of a goal ended, as far as waiting is concerned. */
export interface RunOutcome {
  /** Whether the model was asked, or commands were run to find out what there is to do. */
  readonly hasCost: boolean;
  /** Whether a task was done, or nothing had to be. */
  readonly isGood: boolean;
  /** Whether it counts as a failure. */
  readonly isFailure: boolean;
  /** When it ended, milliseconds since 1970 UTC. */
  readonly now: number;
}

/** Until when a goal waits after so many failures in a row, in milliseconds from the last one; null: it is paused instead. */
export function waitAfter(failures: number): number | null {
  if (failures <= FREE_FAILURES) return 0;
  const doublings = failures - FREE_FAILURES - 1;
  const wait = FIRST_WAIT_MS * 2 ** doublings;
  if (wait < LONGEST_WAIT_MS) return wait;
  return wait / 2 < LONGEST_WAIT_MS ? LONGEST_WAIT_MS : null;
}

/** How often the goal has failed and how long it waits, after one more run; undefined: it need not wait. */
export function backOffAfter(
  { back_off: before }: Pick<Checkpoint, 'back_off'>,
  { hasCost, isGood, isFailure, now }: RunOutcome,
): FailureWait | undefined {
  if (isGood) return undefined;
  if (!hasCost || !isFailure) return before;
  const failures = (before?.failures ?? 0) + 1;
  return { failures, until: isoTime(now + (waitAfter(failures) ?? 0)) };
}

/**
 * The wait that still holds at `now`, milliseconds since 1970 UTC; null: the goal need not wait. A wait that is longer than any is
 * not believed: whoever writes one could silence the goal.
 */
export function waitAt({ back_off: wait }: Pick<Checkpoint, 'back_off'>, now: number): FailureWait | null {
  if (wait === undefined) return null;
  const left = Date.parse(wait.until) - now;
  return left > 0 && left <= LONGEST_WAIT_MS ? wait : null;
}

/** Whether the goal still waits at `now`, milliseconds since 1970 UTC. */
export function isBackingOff(checkpoint: Pick<Checkpoint, 'back_off'>, now: number): boolean {
  return waitAt(checkpoint, now) !== null;
}

/** Whether the goal has failed so often that it is paused instead of tried again. */
export function hasFailedTooOften({ back_off: wait }: Pick<Checkpoint, 'back_off'>): boolean {
  return wait !== undefined && waitAfter(wait.failures) === null;
}

/** The goal has been changed, or a person asks for it: what went wrong before says nothing about the next run. */
export function withoutBackOff(checkpoint: Checkpoint): Checkpoint {
  const { back_off: _, ...rest } = checkpoint;
  return rest;
}
