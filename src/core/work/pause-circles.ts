import { PAUSED_BY_AGENT, pauseGoal } from '../due/pause.ts';
import type { Goal } from '../goal.ts';
import type { LogEvent } from '../log/log-event.ts';
import { type Circle, circleIn } from '../progress/circles.ts';
import type { Checkpoint } from '../state.ts';

/** When a goal is paused, and the words that the state keeps as the reason. */
export interface CirclePause {
  /** ISO time. */
  readonly at: string;
  readonly reasonOf: (circle: Circle) => string;
}

/** Pauses a goal that goes round in circles over many wakes. */
export function pausedInCircle(checkpoint: Checkpoint, { at, reasonOf }: CirclePause): Checkpoint {
  const circle = checkpoint.pause === null ? circleIn(checkpoint) : null;
  if (circle === null) return checkpoint;
  return pauseGoal(checkpoint, { reason: reasonOf(circle), at, by: PAUSED_BY_AGENT });
}

/** The line that a pause by the agent is told in; none when there was no new one. */
export function pauseLines(goal: Goal, before: Checkpoint, after: Checkpoint): readonly LogEvent[] {
  if (before.pause !== null || after.pause === null) return [];
  return [{ event: 'goal_paused', goal: goal.id, by: null, reason: after.pause.reason }];
}
