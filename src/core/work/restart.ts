import { withoutBackOff } from '../due/back-off.ts';
import { isEdited, isNewVersion, liftsPause } from '../due/due.ts';
import { resumeGoal } from '../due/pause.ts';
import type { Goal } from '../goal.ts';
import { reopenWindow, restartUnfinished } from '../progress/checkpoint.ts';
import type { Changed } from './changed.ts';

export interface RestartFacts {
  /** A person asks for the goal anew. */
  readonly isByPerson: boolean;
  /** ISO time. */
  readonly at: string;
}

/** A goal edit, or a person who asks, gives unfinished items a new start, and may end a pause. */
export function restarted(goal: Goal, draft: Changed, { isByPerson, at }: RestartFacts): Changed {
  const edited = isEdited(goal, draft.checkpoint) || isNewVersion(goal, draft.checkpoint);
  const started =
    edited || isByPerson
      ? {
          ...withoutBackOff(reopenWindow(restartUnfinished(draft.checkpoint, { isEdited: edited }))),
          dead_wakes: 0,
          ...withoutRefusal(draft),
        }
      : draft.checkpoint;
  const isResumed = started.pause !== null && (isByPerson || liftsPause(goal, started));
  const checkpoint = isResumed ? resumeGoal(started, at) : started;
  const because = { kind: isByPerson ? 'asked' : 'edited' } as const;
  return {
    checkpoint: { ...checkpoint, goal_blob: goal.blob },
    events: [
      ...draft.events,
      ...(edited ? [{ event: 'goal_edited', goal: goal.id, file: goal.file } as const] : []),
      ...(isResumed ? [{ event: 'goal_resumed', goal: goal.id, because } as const] : []),
    ],
  };
}

/** Whoever asks, or has edited the goal, wants it to be tried again. */
function withoutRefusal({ checkpoint }: Changed): Pick<Changed['checkpoint'], 'refused'> {
  return checkpoint.refused === undefined ? {} : { refused: null };
}
