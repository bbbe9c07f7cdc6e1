import { ENDINGS, type Ending } from '../ending.ts';
import type { Checkpoint } from '../state.ts';
import type { GoalStatus, Status } from '../status.ts';
import type { Trigger } from '../trigger.ts';
import type { LogEvent, ModelEvent } from './log-event.ts';
import type { PassedReason } from './run-events.ts';

/*
 * Which lines say nothing new. They are written all the same, at level debug, so that the log holds everything and people read
 * each thing once. What is new follows from the committed state, so that every wake comes to the same answer.
 */

/** A sign of life after another one, or after a wake that had nothing to do either. */
export function isRepeatedHeartbeat({ seen_at, last_wake }: Pick<Status, 'seen_at' | 'last_wake'>): boolean {
  if (seen_at === null) return false;
  const ending = last_wake?.ending ?? null;
  return seen_at !== last_wake?.ended_at || (ending !== null && isQuiet(ending));
}

/** Whether a wake that ends like this has changed nothing, and nothing has gone wrong with it. */
function isQuiet(ending: Ending): boolean {
  const { outcome } = ENDINGS[ending];
  return outcome === 'not_due' || outcome === 'unchanged' || outcome === 'left_alone';
}

/** A slot that was skipped for the draft for which the one before it was skipped. `known`: the goal's last status. */
export function isRepeatedSkip(why: PassedReason, known: KnownEnding): boolean {
  return why === 'waiting_for_draft' && known?.ending === 'waiting_for_draft';
}

/** A window that begins when it is expected to: what comes of it is told, or its death is. */
export function isExpectedStart(
  { kind, skipped }: Pick<LogEvent<'window_started'>, 'kind' | 'skipped'>,
  isFirst: boolean,
): boolean {
  return kind === 'ran' && skipped === 0 && !isFirst;
}

/** A slot at which nothing new was there to read, after another such slot: the goal's last news is older than its last window. */
export function isRepeatedRest(
  finished: Checkpoint['finished'],
  known: Pick<GoalStatus, 'at'> | undefined,
): boolean {
  if (finished === null || known === undefined || known.at === null) return false;
  return Date.parse(finished.time) > Date.parse(known.at);
}

interface ReleaseLineFacts
  extends Pick<LogEvent<'lease_released'>, 'ending' | 'tokens' | 'unchanged' | 'failedBefore'> {
  readonly detail: string;
  /** Items that ended as done under this lease. */
  readonly done: number;
  /** A line of this lease says that slots were skipped for a draft. */
  readonly hasSkipLine: boolean;
}

/** A lease under which nothing was done, and that ended as the goal's last one did or as another line says. */
export function isRepeatedRelease(facts: ReleaseLineFacts, known: KnownEnding): boolean {
  const { ending, detail, tokens, unchanged, failedBefore, done } = facts;
  const isIdle = tokens === 0 && done === 0 && unchanged.length === 0;
  if (!isIdle || failedBefore > 1) return false;
  if (ending === 'nothing_due') return true;
  if (ending === 'waiting_for_draft' && facts.hasSkipLine) return true;
  return known?.ending === ending && (ending === 'no_change' || known.detail === detail);
}

interface WakeEndFacts {
  readonly trigger: Trigger['kind'];
  readonly goals: readonly { readonly goal: string; readonly ending: Ending }[];
  /** How many goals have lines that people read. */
  readonly goalsShown: number;
  /** By goal id, as this wake leaves it. */
  readonly known: Readonly<Record<string, Pick<GoalStatus, 'ending'>>>;
}

/**
 * The end of a scheduled wake of which the lines of at most one goal have told everything. A goal whose lease was not taken has
 * no lines, so what kept it from working is told here, unless its status has it already. Files that are not valid have lines of
 * their own.
 */
export function isExpectedEnd({ trigger, goals, goalsShown, known }: WakeEndFacts): boolean {
  if (trigger !== 'schedule' || goalsShown > 1) return false;
  return goals.every(
    ({ goal, ending }) => ENDINGS[ending].level === 'info' || known[goal]?.ending === ending,
  );
}

/** What makes another line of one lease the same; null: each is told. */
export function repeatedAs(event: ModelEvent): string | null {
  switch (event.event) {
    case 'limit_near':
      // Each item's model is told of a limit that all items share.
      return event.limit === 'tokens' || event.limit === 'dollars' ? `${event.event} ${event.limit}` : null;
    case 'paths_left_out':
      return event.event;
    case 'checks_not_run':
      return `${event.event} ${event.commands.join(' ')} ${event.reason}`;
    case 'change_unread':
      return `${event.event} ${event.model} ${event.reason}`;
    case 'tool_refused':
      return `${event.event} ${event.tool} ${event.path ?? ''} ${event.reason}`;
    default:
      return null;
  }
}

type KnownEnding = Pick<GoalStatus, 'ending' | 'detail'> | undefined;
