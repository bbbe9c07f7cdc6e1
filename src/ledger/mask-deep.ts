import type { Mask } from '../core/access/mask.ts';
import type { State } from '../core/state.ts';
import type { WakeResult } from '../core/wake-result.ts';

/**
 * What the program makes itself and finds things again by. A pattern of the settings, say for 40 hexadecimal digits,
 * must not change it. Keys of items hold words of others: those are masked when the key is made.
 */
const IDENTITIES: ReadonlySet<string> = new Set(
  [
    'version kind event status ending outcome cause trigger origin id nonce wake goal goal_blob',
    'commit tip base branch marker shown about queue own_versions draft slot time from to at since until',
    'classified_to updated_at opened_at raised_at started_at ended_at seen_at watched_at next_due days last_event disabled',
  ].flatMap((names) => names.split(' ')),
);

/** The value with every secret in its texts masked; keys stay as they are. */
export function maskDeep<T>(value: T, mask: Mask): T {
  return deep({ value, before: undefined }, mask) as T;
}

interface ChangedValue {
  readonly value: unknown;
  /** What stood there before; what is the same was masked when it was written. */
  readonly before: unknown;
}

function deep({ value, before }: ChangedValue, mask: Mask): unknown {
  if (value === before) return value;
  if (typeof value === 'string') return mask.mask(value);
  if (Array.isArray(value)) return value.map((each) => deep({ value: each, before: undefined }, mask));
  if (!isObject(value)) return value;
  const old = isObject(before) ? before : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      IDENTITIES.has(key) && !isObject(each) ? each : deep({ value: each, before: old[key] }, mask),
    ]),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Masks what a step changed; the rest was masked when it was written. */
export function maskChanges(before: State, after: State, mask: Mask): State {
  const changed = <T>(part: T, old: T): T => deep({ value: part, before: old }, mask) as T;
  return {
    ...after,
    status: changed(after.status, before.status),
    alerts: changed(after.alerts, before.alerts),
    checkpoints: changed(after.checkpoints, before.checkpoints),
    requests: changed(after.requests, before.requests),
    stop: changed(after.stop, before.stop),
  };
}

/** What is printed at the end of a wake is read by others too. */
export function maskResult(result: WakeResult, mask: Mask): WakeResult {
  return {
    ...result,
    detail: mask.mask(result.detail),
    problems: result.problems.map((problem) => ({
      ...problem,
      file: mask.mask(problem.file),
      message: mask.mask(problem.message),
    })),
    alerts: result.alerts.map((alert) => ({ ...alert, title: mask.mask(alert.title) })),
    goals: result.goals.map((goal) => ({
      ...goal,
      title: mask.mask(goal.title),
      detail: mask.mask(goal.detail),
      drafts: goal.drafts.map((draft) => ({
        ...draft,
        title: mask.mask(draft.title),
        files: draft.files?.map((file) => ({ ...file, path: mask.mask(file.path) })) ?? null,
      })),
    })),
  };
}
