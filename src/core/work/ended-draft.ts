import { hasFailedTooOften } from '../due/back-off.ts';
import { DEAD_WAKES_ALLOWED, PAUSED_BY_AGENT, resumeGoal } from '../due/pause.ts';
import type { LogEvent } from '../log/log-event.ts';
import { withDraft } from '../progress/checkpoint.ts';
import { circleIn } from '../progress/circles.ts';
import {
  type OutcomeFacts,
  type WithdrawnAnswer,
  withOutcome,
  withoutNo,
} from '../progress/draft-outcome.ts';
import type { Checkpoint, DraftRecord } from '../state.ts';

const EVENTS = { merged: 'draft_merged', closed: 'draft_refused', taken_over: 'draft_taken_over' } as const;

export interface EndedDraft {
  readonly checkpoint: Checkpoint;
  readonly events: readonly LogEvent[];
}

/** How a draft ended, and how that is known. */
export interface DraftEnd extends OutcomeFacts {
  /** The default branch that holds the change of a draft which was closed; missing: GitHub says that it was merged. */
  readonly landedIn?: string | undefined;
  /** What a person wrote who closed it; missing: nothing. */
  readonly reason?: string | undefined;
}

/** Records how a draft ended, and says so. Nothing where the goal has no such draft. */
export function endDraft(checkpoint: Checkpoint, facts: DraftEnd): EndedDraft {
  const draft = checkpoint.drafts[facts.key];
  if (draft === undefined) return { checkpoint, events: [] };
  const { reason } = facts;
  const said = reason === undefined ? {} : { reason };
  const event: LogEvent = {
    event: EVENTS[facts.outcome],
    ...named(draft, facts.goal.id),
    ...landed(facts),
    ...said,
  };
  const ended = withOutcome(checkpoint, facts);
  const record = ended.drafts[facts.key];
  const isKept = record?.outcome === 'closed' && reason !== undefined;
  return { checkpoint: isKept ? withDraft(ended, facts.key, { ...record, reason }) : ended, events: [event] };
}

/** A "no" that is taken back, and what follows from that. Nothing where the draft does not count as closed. */
export function withdrawNo(
  checkpoint: Checkpoint,
  facts: WithdrawnAnswer & Pick<DraftEnd, 'landedIn'>,
): EndedDraft {
  const draft = checkpoint.drafts[facts.key];
  if (draft?.outcome !== 'closed') return { checkpoint, events: [] };
  const goal = facts.goal.id;
  const about = named(draft, goal);
  const event: LogEvent =
    facts.outcome === 'open'
      ? { event: 'draft_reopened', ...about }
      : { event: 'draft_merged', ...about, ...landed(facts) };
  const after = withoutNo(checkpoint, facts);
  if (!isPausedForRefusals(checkpoint) || isPausedForRefusals(after))
    return { checkpoint: after, events: [event] };
  const resumed = { ...resumeGoal(after, facts.at), refusals: after.refusals ?? 0 };
  return {
    checkpoint: resumed,
    events: [event, { event: 'goal_resumed', goal, because: { kind: 'answered' } }],
  };
}

/** Whether the agent paused the goal because drafts were closed, and for nothing else. */
function isPausedForRefusals(checkpoint: Checkpoint): boolean {
  const hasOtherCause = checkpoint.dead_wakes >= DEAD_WAKES_ALLOWED || hasFailedTooOften(checkpoint);
  if (checkpoint.pause?.by !== PAUSED_BY_AGENT || hasOtherCause) return false;
  return circleIn(checkpoint)?.kind === 'refusals';
}

function named({ branch, generation, number }: DraftRecord, goal: string) {
  return { goal, name: number === null ? branch : `#${number}`, branch, generation };
}

function landed({ landedIn }: Pick<DraftEnd, 'landedIn'>) {
  return landedIn === undefined ? {} : { landedIn };
}
