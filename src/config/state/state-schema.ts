import * as v from 'valibot';
import { BUDGET_LIMITS } from '../../core/budget-state.ts';
import { EVENTS, type EventName } from '../../core/event.ts';
import { stateValues } from '../../report/problems/state-file-problems.ts';
import { finding, outbox, reading, receipt } from './item-fields.ts';
import {
  count,
  day,
  ending,
  key,
  mapOf,
  maybeText,
  maybeTime,
  sha,
  text,
  time,
  version,
} from './state-fields.ts';

/** Schemas of the files of the state branch. Fields that they do not know are allowed and kept. */

const Lease = v.looseObject({
  wake: text,
  nonce: text,
  epoch: count,
  step: count,
  taken_at: time,
  expires_at: time,
  reservation: v.looseObject({ day, tokens: count, usd_micros: count }),
  goal_blob: text,
  yield: v.nullable(v.looseObject({ epoch: count, by: text, request: text })),
  item: maybeText,
  for_person: v.exactOptional(v.boolean()),
});

export const LockFile = v.looseObject({
  version,
  repository: text,
  repository_id: v.exactOptional(count),
  began_at: v.exactOptional(time),
  epoch: count,
  leases: mapOf(text, Lease),
});

const Item = v.looseObject({
  status: v.picklist(['open', 'done', 'stuck', 'refused', 'merged', 'taken_over']),
  attempts: count,
  ending,
  detail: text,
  summary: text,
  change_title: v.exactOptional(text),
  refused: v.exactOptional(v.array(text)),
  findings: v.exactOptional(v.array(finding)),
  found_in: v.exactOptional(time),
  reading: v.exactOptional(reading),
  notes: v.array(text),
  checks: v.array(text),
  draft: maybeText,
  updated_at: time,
  spent: v.looseObject({
    ...{ tokens: count, usd_micros: count, calls: count },
    ...{ cached_tokens: v.exactOptional(count), reasoning_tokens: v.exactOptional(count) },
    reader_tokens: v.exactOptional(count),
  }),
  outbox: v.array(outbox),
  title: v.exactOptional(text),
  lifted: v.exactOptional(v.boolean()),
  given_back: v.exactOptional(count),
  effects: v.exactOptional(v.array(receipt)),
});

const commits = v.exactOptional(v.looseObject({ count, first: time, last: time }));

const DraftEntry = v.looseObject({
  branch: text,
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  tip: v.nullable(sha),
  base: sha,
  title: text,
  window: v.looseObject({ slot: time, from: time, to: time, commit: sha, commits }),
  number: v.nullable(count),
  url: maybeText,
  outcome: v.picklist(['none', 'open', 'merged', 'closed', 'taken_over']),
  opened_at: maybeTime,
  changed_files: count,
  changed_lines: count,
  complete: v.boolean(),
  full: v.boolean(),
  reason: v.exactOptional(text),
  checks: v.exactOptional(
    v.array(v.looseObject({ kind: v.picklist(['passed', 'failed', 'not_run']), text })),
  ),
  digest: v.exactOptional(text),
  aimed_at: v.exactOptional(text),
  ended_at: v.exactOptional(time),
  looked_at: v.exactOptional(sha),
});

const Window = v.looseObject({
  slot: time,
  kind: v.picklist(['ran', 'caught_up', 'asked']),
  from: v.looseObject({ time, commit: v.nullable(sha) }),
  to: v.looseObject({ time, commit: sha }),
  queue: v.array(text),
  is_cut: v.exactOptional(v.literal(true)),
  input: v.exactOptional(text),
  commits,
});

export const CheckpointFile = v.looseObject({
  version,
  goal: key,
  goal_blob: maybeText,
  last_lease: v.nullable(v.looseObject({ wake: text, nonce: text, epoch: count, at: time, step: count })),
  finished: v.nullable(v.looseObject({ slot: time, time, commit: sha, input: v.exactOptional(text) })),
  classified_to: maybeTime,
  counters: v.looseObject({ ran: count, caught_up: count, missed: count, skipped: count, overlapped: count }),
  window: v.nullable(Window),
  given_up: v.exactOptional(v.nullable(Window)),
  items: mapOf(text, Item),
  drafts: mapOf(text, DraftEntry),
  own_versions: v.array(text),
  consecutive_failures: count,
  dead_wakes: count,
  pause: v.nullable(v.looseObject({ reason: text, at: time, by: text })),
  budget_spent: v.exactOptional(
    v.looseObject({
      ...{ days: v.array(day), left_tokens: count, left_usd_micros: v.nullable(count) },
      limit: v.exactOptional(v.picklist(BUDGET_LIMITS)),
    }),
  ),
  failing: v.exactOptional(v.looseObject({ since: time, until: time, tokens: count, usd_micros: count })),
  back_off: v.exactOptional(
    v.looseObject({ failures: count, until: time, goal_blob: v.exactOptional(text) }),
  ),
  pauses: v.exactOptional(v.array(v.looseObject({ since: time, until: time }))),
  refused: v.exactOptional(
    v.nullable(
      v.looseObject({
        kind: v.picklist(['frozen', 'rule']),
        ...{ branch: text, detail: text, at: time, rules: maybeText, settings: text },
      }),
    ),
  ),
  last_event: v.exactOptional(time),
  refusals: v.exactOptional(count),
  changes: v.exactOptional(
    v.array(v.looseObject({ slot: time, characters: count, files: mapOf(text, maybeText) })),
  ),
});

const Sums = v.looseObject({
  reserved_tokens: count,
  reserved_usd_micros: count,
  spent_tokens: count,
  spent_usd_micros: count,
  calls: count,
  lost_tokens: v.exactOptional(count),
  lost_usd_micros: v.exactOptional(count),
  reader_tokens: v.exactOptional(count),
});

export const BudgetFile = v.looseObject({
  version,
  days: mapOf(day, mapOf(text, Sums)),
  months: mapOf(v.pipe(v.string(), v.regex(/^\d{4}-\d\d$/, stateValues.month)), mapOf(text, Sums)),
});

const Alert = v.looseObject({
  goal: key,
  cause: text,
  title: text,
  body: text,
  raised_at: time,
  issue: v.nullable(count),
  shown: maybeText,
  ...{ wanted: v.boolean(), known: v.boolean() },
  detail: v.exactOptional(text),
  about: v.exactOptional(text),
  figures: v.exactOptional(
    v.looseObject({
      ...{ since: time, at: time },
      ...{ times: count, tokens: count, usd_micros: count },
    }),
  ),
  places: v.exactOptional(
    v.array(v.looseObject({ file: text, line: v.nullable(count), field: v.exactOptional(text) })),
  ),
  folded: v.exactOptional(v.boolean()),
});

export const AlertsFile = v.looseObject({
  version,
  alerts: mapOf(text, Alert),
  unswept: v.exactOptional(v.array(key)),
});

export const RequestFile = v.looseObject({
  version,
  id: text,
  kind: v.picklist(['run', 'pause', 'resume']),
  goal: key,
  origin: v.picklist(['person', 'event']),
  by: text,
  at: time,
  reason: text,
  begun_epoch: v.exactOptional(count),
});

/** One line of the activity log. */
export const LogLine = v.looseObject({
  ts: time,
  level: v.picklist(['debug', 'info', 'warn', 'error']),
  event: v.picklist(Object.keys(EVENTS) as readonly EventName[]),
  message: text,
  wake: text,
  goal: v.exactOptional(text),
  item: v.exactOptional(text),
  data: v.exactOptional(mapOf(text, v.unknown())),
});
