import type { BudgetLimit } from '../budget-state.ts';
import type { AlertFigures, AlertPlace } from '../checkpoint-state.ts';
import { hasFailedTooOften } from '../due/back-off.ts';
import { PAUSED_BY_AGENT } from '../due/pause.ts';
import { ENDINGS, type Ending } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { loggedTitle } from '../item.ts';
import { itemRecord, itemTitle, openDrafts, stuckItems } from '../progress/checkpoint.ts';
import { failureFigures, stuckFigures } from '../progress/failures.ts';
import { isSpentTwoDaysRunning } from '../progress/spent-days.ts';
import type { Settings } from '../settings.ts';
import type { AlertRecord, Checkpoint } from '../state.ts';
import { DAY_MS } from '../time.ts';
import type { WorkFinding } from '../work-finding.ts';
import { alertPlaces, type NamedEnd, placesOfLimit } from './alert-places.ts';

export type GoalAlertCause =
  | 'failing'
  | 'item_stuck'
  | 'paused'
  | 'forbidden'
  | 'missing_key'
  | 'secret_found'
  | 'unexpected'
  | 'unfit_goal'
  | 'unfit_settings'
  | 'budget_spent'
  | 'draft_waits'
  | 'findings';

export interface GoalAlertFacts {
  readonly goal: Pick<Goal, 'file' | 'lines'>;
  /** As the release is about to write it. */
  readonly checkpoint: Checkpoint;
  readonly ending: Ending;
  readonly detail: string;
  readonly settings: Pick<Settings, 'alerts' | 'lines'>;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  /** The goal's alerts as they are recorded now. */
  readonly recorded: readonly AlertRecord[];
  /** What the goal has found and may tell in an issue; missing: nothing. */
  readonly findings?: readonly WorkFinding[];
}

/** What was seen of a cause. `about`: what makes it the same one, where the words say more. */
export interface SeenAlert {
  readonly seen: SeenFacts;
  /** How often, and what it has cost; missing: that is not known. */
  readonly figures?: AlertFigures;
  /** Lines of the goal file or of the settings that somebody may want to change; missing: none. */
  readonly places?: readonly AlertPlace[];
  readonly about?: string;
}

export type SeenFacts =
  /** In words already: how a goal ended, or what its alert says now. */
  | { readonly kind: 'said'; readonly detail: string }
  | { readonly kind: 'failing'; readonly ending: Ending; readonly detail: string }
  | { readonly kind: 'stuck'; readonly items: readonly StuckItem[] }
  /** `limit`: what left too little; null: it was not written down. */
  | { readonly kind: 'budget_spent'; readonly limit: BudgetLimit | null }
  | { readonly kind: 'drafts_wait'; readonly drafts: readonly WaitingDraft[] }
  | { readonly kind: 'findings'; readonly findings: readonly WorkFinding[] };

interface StuckItem {
  /** Null: the goal has one item only, which has no name. */
  readonly title: string | null;
  readonly ending: Ending;
  readonly detail: string;
}

interface WaitingDraft {
  /** Null: its receipt is still to come. */
  readonly number: number | null;
  /** ISO time. */
  readonly since: string;
}

interface EndingAlertFacts {
  /** The cause of the alert that it opens the first time. */
  readonly opens: GoalAlertCause | null;
  /** How many failures there are in a row after it. `same`: it needs no person, or has an alert of its own. */
  readonly failures: 'none' | 'same' | 'one_more';
  /** The wake ended too early to know whether an earlier cause is still there. */
  readonly isSilent: boolean;
}

const FACTS: Readonly<Record<Ending, EndingAlertFacts>> = {
  nothing_due: { opens: null, failures: 'same', isSilent: true },
  no_change: { opens: null, failures: 'none', isSilent: false },
  worked: { opens: null, failures: 'none', isSilent: false },
  held_by_another_wake: { opens: null, failures: 'same', isSilent: true },
  waiting_for_draft: { opens: null, failures: 'none', isSilent: true },
  paused: { opens: null, failures: 'same', isSilent: true },
  yielded_to_person: { opens: null, failures: 'same', isSilent: true },
  stopped: { opens: null, failures: 'same', isSilent: true },
  cancelled: { opens: null, failures: 'same', isSilent: true },
  taken_over: { opens: null, failures: 'same', isSilent: false },
  time_limit: { opens: null, failures: 'one_more', isSilent: true },
  call_limit: { opens: null, failures: 'one_more', isSilent: false },
  budget_spent: { opens: null, failures: 'same', isSilent: true },
  lease_lost: { opens: null, failures: 'same', isSilent: true },
  gave_up: { opens: null, failures: 'one_more', isSilent: false },
  no_progress: { opens: null, failures: 'one_more', isSilent: false },
  too_large: { opens: null, failures: 'one_more', isSilent: false },
  checks_failed: { opens: null, failures: 'one_more', isSilent: false },
  model_unavailable: { opens: null, failures: 'one_more', isSilent: true },
  github_unavailable: { opens: null, failures: 'one_more', isSilent: true },
  item_stuck: { opens: null, failures: 'one_more', isSilent: false },
  bad_goal: { opens: 'unfit_goal', failures: 'one_more', isSilent: false },
  missing_key: { opens: 'missing_key', failures: 'one_more', isSilent: false },
  forbidden: { opens: 'forbidden', failures: 'one_more', isSilent: false },
  secret_found: { opens: 'secret_found', failures: 'one_more', isSilent: false },
  bad_settings: { opens: 'unfit_settings', failures: 'one_more', isSilent: false },
  bad_state_file: { opens: null, failures: 'one_more', isSilent: false },
  unexpected: { opens: 'unexpected', failures: 'one_more', isSilent: false },
};

const OPENED_AT_ONCE = Object.values(FACTS).flatMap(({ opens }) => (opens === null ? [] : [opens]));

/** The cause of the alert that an ending opens, if it opens one. */
export function alertCauseOf(ending: Ending): string {
  return FACTS[ending].opens ?? ending;
}

/** Everything about a goal that a person should know now, by cause, with what was seen. */
export function goalAlerts(facts: GoalAlertFacts): ReadonlyMap<GoalAlertCause, SeenAlert> {
  const { checkpoint, ending, detail } = facts;
  const alerts = new Map<GoalAlertCause, SeenAlert>();
  const { opens, isSilent } = FACTS[ending];
  for (const cause of OPENED_AT_ONCE) {
    const known = isSilent ? recordedAs(facts, cause) : null;
    if (opens === cause)
      alerts.set(cause, counted(placed(said(detail), facts, [facts]), failureFigures(checkpoint)));
    else if (known !== null) alerts.set(cause, known);
  }
  const failing = failingAlert(facts);
  const stuck = stuckAlert(facts);
  const isPaused = checkpoint.pause?.by === PAUSED_BY_AGENT;
  // A goal that fails because its task is stuck, or that is paused because it fails, has one alert, not two or three.
  const isPausedForIt = isPaused && hasFailedTooOften(checkpoint);
  const runs = isPausedForIt ? failureFigures(checkpoint) : null;
  if (isPaused) alerts.set('paused', counted(pausedAlert(facts, checkpoint.pause.reason), runs));
  if (stuck !== null && !isPausedForIt) alerts.set('item_stuck', stuck);
  if (failing !== null && stuck === null && !isPaused) alerts.set('failing', failing);
  if (isSpentTwoDaysRunning(checkpoint, facts.now)) alerts.set('budget_spent', budgetAlert(facts));
  const drafts = waitingDrafts(facts);
  if (drafts.length > 0) alerts.set('draft_waits', { seen: { kind: 'drafts_wait', drafts } });
  const { findings = [] } = facts;
  if (findings.length > 0) alerts.set('findings', { seen: { kind: 'findings', findings } });
  return alerts;
}

function failingAlert(facts: GoalAlertFacts): SeenAlert | null {
  const { checkpoint, ending, detail, settings } = facts;
  if (checkpoint.consecutive_failures < settings.alerts.consecutiveFailures) return null;
  // An ending that has an alert of its own is not reported a second time as a failure.
  const isAnnounced = failuresAfter(0, ending) === 0 || ENDINGS[ending].alert === 'at_once';
  if (isAnnounced) return recordedAs(facts, 'failing');
  const seen = { kind: 'failing', ending, detail } as const;
  return counted(placed({ seen, about: ending }, facts, [facts]), failureFigures(checkpoint));
}

/** Which limit it is may change from day to day; that the budget is spent does not. */
function budgetAlert(facts: GoalAlertFacts): SeenAlert {
  const { budget_spent: spent } = facts.checkpoint;
  const limit = spent?.limit ?? null;
  const places = spent === undefined ? [] : placesOfLimit({ ...facts, spent });
  const alert = { seen: { kind: 'budget_spent', limit }, about: 'budget_spent' } as const;
  return places.length === 0 ? alert : { ...alert, places };
}

/** Behind a pause there is what ended the last tasks, or the last run. */
function pausedAlert(facts: GoalAlertFacts, reason: string): SeenAlert {
  const { checkpoint, recorded } = facts;
  const before = recorded.find(({ cause, wanted }) => cause === 'paused' && wanted);
  // A later run that finds the goal paused has ended nothing.
  if (before?.detail === reason && before.places !== undefined)
    return { ...said(reason), places: before.places };
  const stuck = stuckItems(checkpoint).now.map((key) => itemRecord(checkpoint, key));
  return placed(said(reason), facts, stuck.length > 0 ? stuck : [{ ...facts, detail: reason }]);
}

function placed(alert: SeenAlert, { goal }: GoalAlertFacts, ends: readonly NamedEnd[]): SeenAlert {
  const places = alertPlaces(goal, ends);
  return places.length === 0 ? alert : { ...alert, places };
}

/** An alert as it is recorded; null: there is none. */
function recordedAs({ recorded }: GoalAlertFacts, cause: GoalAlertCause): SeenAlert | null {
  const record = recorded.find((each) => each.cause === cause && each.wanted);
  if (record?.detail === undefined) return null;
  const { about, places, figures = null } = record;
  const same = {
    ...(about === undefined ? {} : { about }),
    ...(places === undefined ? {} : { places }),
  };
  return counted({ ...said(record.detail), ...same }, figures);
}

/** While what was stuck is only tried again, the alert says what it said: a retry that fails is no new cause. */
function stuckAlert(facts: GoalAlertFacts): SeenAlert | null {
  const { checkpoint } = facts;
  const { now, before } = stuckItems(checkpoint);
  if (now.length === 0) return before.length === 0 ? null : recordedAs(facts, 'item_stuck');
  const keys = [...now, ...before];
  const items = keys.map((key) => stuckItem(checkpoint, key));
  const about = keys.toSorted().join('\n');
  const alert = placed({ seen: { kind: 'stuck', items }, about }, facts, items);
  return counted(alert, stuckFigures(checkpoint));
}

function stuckItem(checkpoint: Checkpoint, key: string): StuckItem {
  const { ending, detail } = itemRecord(checkpoint, key);
  const title = loggedTitle({ key, title: itemTitle(checkpoint, key) });
  return { title, ending: ending ?? 'item_stuck', detail };
}

function counted(alert: SeenAlert, figures: AlertFigures | null): SeenAlert {
  return figures === null ? alert : { ...alert, figures };
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

/** Failures in a row, after this ending too. */
export function failuresAfter(before: number, ending: Ending): number {
  switch (FACTS[ending].failures) {
    case 'none':
      return 0;
    case 'same':
      return before;
    case 'one_more':
      return before + 1;
  }
}
