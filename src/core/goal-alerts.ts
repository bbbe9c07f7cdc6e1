import { itemRecord, openDrafts } from './checkpoint.ts';
import { ENDINGS, type Ending } from './ending.ts';
import { itemOf } from './item.ts';
import type { Settings } from './settings.ts';
import { isSpentTwoDaysRunning } from './spent-days.ts';
import type { Checkpoint } from './state.ts';
import { DAY_MS } from './time.ts';

export type GoalAlertCause =
  | 'failing'
  | 'item_stuck'
  | 'paused'
  | 'forbidden'
  | 'missing_key'
  | 'secret_found'
  | 'unexpected'
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
}

const AT_ONCE = ['forbidden', 'missing_key', 'secret_found', 'unexpected'] as const;

/** Everything about a goal that a person should know now, by cause, with what was seen. */
export function goalAlerts(facts: GoalAlertFacts): ReadonlyMap<GoalAlertCause, string> {
  const { checkpoint, ending, detail } = facts;
  const alerts = new Map<GoalAlertCause, string>();
  const failures = checkpoint.consecutive_failures;
  if (failures >= facts.settings.alerts.consecutiveFailures) {
    alerts.set(
      'failing',
      `The last wakes failed. The newest ending is ${ending}: ${ENDINGS[ending].meaning}. ${detail}`,
    );
  }
  const stuck = Object.keys(checkpoint.items).filter((key) => itemRecord(checkpoint, key).status === 'stuck');
  if (stuck.length > 0) alerts.set('item_stuck', stuck.map((key) => stuckWords(checkpoint, key)).join('\n'));
  if (checkpoint.pause?.by === 'wakeful') alerts.set('paused', checkpoint.pause.reason);
  const atOnce = AT_ONCE.find((cause) => cause === ending);
  if (atOnce !== undefined) alerts.set(atOnce, detail);
  if (isSpentTwoDaysRunning(checkpoint, facts.now)) {
    alerts.set(
      'budget_spent',
      'On two days running too little was left for a model call. Unfinished work waits.',
    );
  }
  const waiting = waitingDrafts(facts);
  if (waiting !== '') alerts.set('draft_waits', waiting);
  return alerts;
}

function stuckWords(checkpoint: Checkpoint, key: string): string {
  const { ending, detail } = itemRecord(checkpoint, key);
  return `${itemOf(key).title}: ${ending ?? 'item_stuck'}. ${detail}`;
}

function waitingDrafts({ checkpoint, settings, now }: GoalAlertFacts): string {
  const oldest = now - settings.alerts.draftWaitsDays * DAY_MS;
  return openDrafts(checkpoint)
    .filter(([, draft]) => draft.opened_at !== null && Date.parse(draft.opened_at) < oldest)
    .map(([, draft]) => `Draft #${draft.number} has been open since ${draft.opened_at}.`)
    .join('\n');
}

/** Failures in a row: planned endings that nobody has to look at neither count nor start anew. A spent budget has an alert of its own. */
export function failuresAfter(before: number, ending: Ending): number {
  if (ending === 'worked' || ending === 'no_change' || ending === 'waiting_for_draft') return 0;
  if (ending === 'lease_lost' || ending === 'budget_spent') return before;
  return ENDINGS[ending].alert === 'never' ? before : before + 1;
}
