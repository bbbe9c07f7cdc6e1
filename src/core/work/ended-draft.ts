import type { LogEvent } from '../log/log-event.ts';
import { type OutcomeFacts, withOutcome } from '../progress/draft-outcome.ts';
import type { Checkpoint } from '../state.ts';

const EVENTS = { merged: 'draft_merged', closed: 'draft_refused', taken_over: 'draft_taken_over' } as const;

export interface EndedDraft {
  readonly checkpoint: Checkpoint;
  readonly events: readonly LogEvent[];
}

/** Records how a draft ended, and says so. Nothing where the goal has no such draft. */
export function endDraft(checkpoint: Checkpoint, facts: OutcomeFacts): EndedDraft {
  const draft = checkpoint.drafts[facts.key];
  if (draft === undefined) return { checkpoint, events: [] };
  const { branch, generation } = draft;
  const name = draft.number === null ? draft.branch : `#${draft.number}`;
  const event: LogEvent = { event: EVENTS[facts.outcome], goal: facts.goal.id, name, branch, generation };
  return { checkpoint: withOutcome(checkpoint, facts), events: [event] };
}
