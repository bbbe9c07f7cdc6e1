import type { Checkpoint } from '../state.ts';
import { withoutBackOff } from './back-off.ts';

/** Who pauses when the agent does it by itself. */
export const PAUSED_BY_AGENT = 'wakeful';

/** This many dead wakes in a row pause the goal: what killed them would most likely kill the next one too. */
export const DEAD_WAKES_ALLOWED = 3;

const GAPS_KEPT = 20;

/** A goal that is paused already keeps the time since when. */
export function pauseGoal(checkpoint: Checkpoint, pause: NonNullable<Checkpoint['pause']>): Checkpoint {
  return { ...checkpoint, pause: { ...pause, at: checkpoint.pause?.at ?? pause.at } };
}

/** A checkpoint that is put back to an earlier one keeps the pause, and the ends of pauses, that came meanwhile. */
export function withPauseOf(checkpoint: Checkpoint, { pause, pauses }: Checkpoint): Checkpoint {
  return { ...checkpoint, pause, ...(pauses === undefined ? {} : { pauses }) };
}

/** Ends the pause: what led to it is counted from zero, and its slots will be counted as skipped. `at`: ISO time. */
export function resumeGoal(checkpoint: Checkpoint, at: string): Checkpoint {
  if (checkpoint.pause === null) return checkpoint;
  const gap = { since: checkpoint.pause.at, until: at };
  return {
    ...withoutBackOff(checkpoint),
    pause: null,
    dead_wakes: 0,
    refusals: 0,
    changes: [],
    pauses: [...(checkpoint.pauses ?? []), gap].slice(-GAPS_KEPT),
  };
}
