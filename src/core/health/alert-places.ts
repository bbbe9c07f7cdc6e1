import type { BudgetLimit } from '../budget-state.ts';
import type { AlertPlace, SpentDays } from '../checkpoint-state.ts';
import type { Ending } from '../ending.ts';
import type { Goal } from '../goal.ts';
import { SETTINGS_FILE, type Settings } from '../settings.ts';

type GoalFileFacts = Pick<Goal, 'file' | 'lines'>;

interface SpentFacts {
  readonly goal: GoalFileFacts;
  readonly settings: Pick<Settings, 'lines'>;
  readonly spent: SpentDays;
}

/** How something ended that has an alert. */
export interface NamedEnd {
  readonly ending: Ending | null;
  /** In the words of what failed. A refusal names the field of its limit. */
  readonly detail: string;
}

/** What of a goal file stands behind an ending, where its own words name no field. */
const FIELDS: Partial<Record<Ending, readonly string[]>> = {
  call_limit: ['limits.model_calls'],
  time_limit: ['limits.minutes'],
  checks_failed: ['checks', 'for_each'],
  gave_up: ['objective'],
  no_progress: ['objective'],
};

const NAMED = /\b(?:limits|permissions|for_each|schedule|draft|when)\.[a-z]+(?:_[a-z]+)*/g;
const MOST = 3;

/**
 * The lines of a goal file that somebody may want to change. A limit that the file does not name has its usual value and no line; other
 * fields are left out then.
 */
export function alertPlaces(goal: GoalFileFacts, ends: readonly NamedEnd[]): readonly AlertPlace[] {
  return placesOf(goal, ends.flatMap(fieldsBehind));
}

const OF_LIMITS: Readonly<Record<BudgetLimit, readonly string[]>> = {
  wake: ['limits.tokens'],
  goal_day: ['limits.tokens_per_day', 'limits.usd_per_day'],
  goal_month: ['limits.usd_per_month'],
  total_day: ['budget.tokens_per_day', 'budget.usd_per_day'],
  total_month: ['budget.tokens_per_month', 'budget.usd_per_month'],
};

/** The lines of the goal file or of the settings that limit what the goal may spend. */
export function placesOfLimit({ goal, settings, spent }: SpentFacts): readonly AlertPlace[] {
  const { limit, left_usd_micros } = spent;
  if (limit === undefined) return [];
  // Without a price there is no limit in dollars.
  const fields = OF_LIMITS[limit].filter((field) => left_usd_micros !== null || !field.includes('usd'));
  const isOfAll = limit === 'total_day' || limit === 'total_month';
  return placesOf(isOfAll ? { file: SETTINGS_FILE, ...settings } : goal, fields);
}

/** Fields that count without being named. */
const HAS_USUAL_VALUE = /^(?:limits\.|budget\.tokens_)/;

function placesOf({ file, lines }: GoalFileFacts, fields: readonly string[]): readonly AlertPlace[] {
  if (lines === undefined) return [];
  const places = [...new Set(fields)].flatMap((field): readonly AlertPlace[] => {
    const line = lines[field] ?? null;
    return line !== null || HAS_USUAL_VALUE.test(field) ? [{ file, line, field }] : [];
  });
  return places.slice(0, MOST);
}

function fieldsBehind({ ending, detail }: NamedEnd): readonly string[] {
  const named = detail.match(NAMED) ?? [];
  if (named.length > 0) return named;
  if (ending === 'checks_failed' && detail.startsWith('Setup:')) return ['setup'];
  return ending === null ? [] : (FIELDS[ending] ?? []);
}
