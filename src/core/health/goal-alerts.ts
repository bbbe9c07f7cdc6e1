import { PAUSED_BY_AGENT } from '../due/pause.ts';
import { ENDINGS, type Ending } from '../ending.ts';
import { itemRecord, itemTitle, openDrafts, stuckItems } from '../progress/checkpoint.ts';
import { isSpentTwoDaysRunning } from '../progress/spent-days.ts';
import type { Settings } from '../settings.ts';
import type { AlertRecord, Checkpoint } from '../state.ts';
import { DAY_MS } from '../time.ts';

export type GoalAlertCause =
  | 'failing'
  | 'item_stuck'
  | 'paused'
  | 'forbidden'
  | 'missing_key'
  | 'secret_found'
  | 'unexpected'
  | 'unfit_goal'
  | 'budget_spent'
  | 'draft_waits';

export interface GoalAlertFacts {
  /** As the release is about to write it. */
  readonly checkpoint: Checkpoint;
  readonly ending: Ending;
  readonly detail: string;
  readonly settings: Pick<Settings, 'alerts'>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The goal's alerts as they are recorded now. */
  readonly recorded: readonly AlertRecord[];
}

/** What was seen of a cause. `about`: what makes it the same one, where the words say more. */
export interface SeenAlert {
  readonly seen: SeenFacts;
  readonly about?: string;
}

export type SeenFacts =
  /** In words already: how a goal ended, or what its alert says now. */
  | { readonly kind: 'said'; readonly detail: string }
  | { readonly kind: 'failing'; readonly ending: Ending; readonly detail: string }
  | { readonly kind: 'stuck'; readonly items: readonly StuckItem[] }
  | { readonly kind: 'budget_spent' }
  | { readonly kind: 'drafts_wait'; readonly drafts: readonly WaitingDraft[] };

interface StuckItem {
  readonly title: string;
  readonly ending: Ending;
  readonly detail: string;
}

interface WaitingDraft {
  /** Null: its receipt is still to come. */
  readonly number: number | null;
  /** ISO time. */
  readonly since: string;
}

const AT_ONCE: Partial<Record<Ending, GoalAlertCause>> = {
  forbidden: 'forbidden',
  missing_key: 'missing_key',
  secret_found: 'secret_found',
  unexpected: 'unexpected',
  bad_goal: 'unfit_goal',
};

/** The cause of the alert that an ending opens, if it opens one. */
export function alertCauseOf(ending: Ending): string {
  return AT_ONCE[ending] ?? ending;
}

/** Endings of wakes that came not far enough to know whether an earlier cause is still there. */
const SILENT: ReadonlySet<Ending> = new Set<Ending>([
  ...(['nothing_due', 'paused', 'waiting_for_draft', 'budget_spent', 'held_by_another_wake'] as const),
  ...(['stopped', 'cancelled', 'yielded_to_person', 'lease_lost', 'time_limit'] as const),
  ...(['github_unavailable', 'model_unavailable'] as const),
]);

/** Everything about a goal that a person should know now, by cause, with what was seen. */
export function goalAlerts(facts: GoalAlertFacts): ReadonlyMap<GoalAlertCause, SeenAlert> {
  const { checkpoint, ending, detail } = facts;
  const alerts = new Map<GoalAlertCause, SeenAlert>();
  for (const cause of Object.values(AT_ONCE)) {
    const known = SILENT.has(ending) ? recordedAs(facts, cause) : null;
    if (AT_ONCE[ending] === cause) alerts.set(cause, said(detail));
    else if (known !== null) alerts.set(cause, known);
  }
  const failing = failingAlert(facts);
  if (failing !== null) alerts.set('failing', failing);
  const stuck = stuckAlert(facts);
  if (stuck !== null) alerts.set('item_stuck', stuck);
  if (checkpoint.pause?.by === PAUSED_BY_AGENT) alerts.set('paused', said(checkpoint.pause.reason));
  if (isSpentTwoDaysRunning(checkpoint, facts.now))
    alerts.set('budget_spent', { seen: { kind: 'budget_spent' } });
  const drafts = waitingDrafts(facts);
  if (drafts.length > 0) alerts.set('draft_waits', { seen: { kind: 'drafts_wait', drafts } });
  return alerts;
}

function failingAlert(facts: GoalAlertFacts): SeenAlert | null {
  const { checkpoint, ending, detail, settings } = facts;
  if (checkpoint.consecutive_failures < settings.alerts.consecutiveFailures) return null;
  // An ending that has an alert of its own is not reported a second time as a failure.
  const isTold = failuresAfter(0, ending) === 0 || ENDINGS[ending].alert === 'at_once';
  if (isTold) return recordedAs(facts, 'failing');
  return { seen: { kind: 'failing', ending, detail }, about: ending };
}

/** An alert as it is recorded; null: there is none. */
function recordedAs({ recorded }: GoalAlertFacts, cause: GoalAlertCause): SeenAlert | null {
  const record = recorded.find((each) => each.cause === cause && each.wanted);
  if (record?.detail === undefined) return null;
  return { ...said(record.detail), ...(record.about === undefined ? {} : { about: record.about }) };
}

/** While what was stuck is only tried again, the alert says what it said: a retry that fails is no new cause. */
function stuckAlert(facts: GoalAlertFacts): SeenAlert | null {
  const { checkpoint } = facts;
  const { now, before } = stuckItems(checkpoint);
  if (now.length === 0) return before.length === 0 ? null : recordedAs(facts, 'item_stuck');
  const keys = [...now, ...before];
  const items = keys.map((key) => stuckItem(checkpoint, key));
  return { seen: { kind: 'stuck', items }, about: keys.toSorted().join('\n') };
}

function stuckItem(checkpoint: Checkpoint, key: string): StuckItem {
  const { ending, detail } = itemRecord(checkpoint, key);
  return { title: itemTitle(checkpoint, key), ending: ending ?? 'item_stuck', detail };
}

function said(detail: string): SeenAlert {
  return { seen: { kind: 'said', detail } };
}

function waitingDrafts({ checkpoint, settings, now }: GoalAlertFacts): readonly WaitingDraft[] {
  const oldest = now - settings.alerts.draftWaitsDays * DAY_MS;
  return openDrafts(checkpoint).flatMap(([, { number, opened_at: since }]) =>
    since !== null && Date.parse(since) < oldest ? [{ number, since }] : [],
  );
}

/**
 * Failures in a row. Endings that need no person neither count as a failure nor set the count back to zero. A spent budget
 * has an alert of its own.
 */
export function failuresAfter(before: number, ending: Ending): number {
  if (ending === 'worked' || ending === 'no_change' || ending === 'waiting_for_draft') return 0;
  if (ending === 'lease_lost' || ending === 'budget_spent') return before;
  return ENDINGS[ending].alert === 'never' ? before : before + 1;
}
