import { PAUSED_BY_AGENT, pauseGoal } from '../../core/due/pause.ts';
import type { Goal } from '../../core/goal.ts';
import type { LogEvent } from '../../core/log/log-event.ts';
import { circleIn } from '../../core/progress/circles.ts';
import type { Checkpoint } from '../../core/state.ts';
import { PAUSE_REASONS } from '../../report/words/pause-reasons.ts';

/** Pauses a goal that goes round in circles over many wakes. `at`: ISO time. */
export function pausedInCircle(checkpoint: Checkpoint, at: string): Checkpoint {
  const circle = checkpoint.pause === null ? circleIn(checkpoint) : null;
  if (circle === null) return checkpoint;
  return pauseGoal(checkpoint, { reason: PAUSE_REASONS.circle(circle), at, by: PAUSED_BY_AGENT });
}

/** The line that a pause by the agent is told in; none when there was no new one. */
export function pauseLines(goal: Goal, before: Checkpoint, after: Checkpoint): readonly LogEvent[] {
  if (before.pause !== null || after.pause === null) return [];
  return [{ event: 'goal_paused', goal: goal.id, by: null, reason: after.pause.reason }];
}
