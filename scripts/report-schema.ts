import * as v from 'valibot';
import { ENDINGS } from '../src/core/ending.ts';
import { EVENTS } from '../src/core/event.ts';
import { PASSED_REASONS } from '../src/core/log/run-events.ts';
import type { Report } from '../src/core/report/report.ts';

const time = v.pipe(v.string(), v.description('ISO 8601 in UTC'));
const day = v.pipe(v.string(), v.description('A day in UTC, e.g. 2026-11-22'));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const micros = v.pipe(count, v.description('Millionths of a US dollar'));
const ending = v.picklist(Object.keys(ENDINGS) as (keyof typeof ENDINGS)[]);
const event = v.picklist(Object.keys(EVENTS) as (keyof typeof EVENTS)[]);
const orNull = <S extends v.GenericSchema>(schema: S) => v.nullable(schema);

const cost = v.strictObject({ tokens: count, usdMicros: micros, calls: count });
const draftName = { goal: v.string(), draft: orNull(count), title: v.string() };
const logEntry = v.strictObject({
  ts: time,
  level: v.picklist(['debug', 'info', 'warn', 'error']),
  event,
  message: v.string(),
  wake: v.string(),
  goal: v.exactOptional(v.string()),
  item: v.exactOptional(v.string()),
  data: v.exactOptional(v.record(v.string(), v.unknown())),
});

const need = v.variant('kind', [
  v.strictObject({
    kind: v.literal('alert'),
    since: time,
    goal: orNull(v.string()),
    cause: v.string(),
    title: v.string(),
    detail: v.string(),
    issue: orNull(count),
    isKnown: v.boolean(),
    failures: count,
    figures: orNull(
      v.looseObject({ since: time, at: time, times: count, tokens: count, usd_micros: micros }),
    ),
    places: v.array(
      v.looseObject({ file: v.string(), line: orNull(count), field: v.exactOptional(v.string()) }),
    ),
  }),
  v.strictObject({
    kind: v.literal('review'),
    since: time,
    goal: v.string(),
    draft: orNull(count),
    title: v.string(),
    branch: v.string(),
    files: count,
    lines: count,
    isComplete: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('lock'), since: time, goal: v.string(), run: v.string() }),
]);

const happened = v.strictObject({
  since: time,
  isWhole: v.boolean(),
  runs: count,
  quietSigns: count,
  tasks: v.strictObject({ done: count, unchanged: count }),
  drafts: v.strictObject({
    opened: v.array(v.strictObject(draftName)),
    merged: v.array(v.strictObject(draftName)),
    closed: v.array(v.strictObject(draftName)),
    takenOver: v.array(v.strictObject(draftName)),
  }),
  failures: v.array(
    v.strictObject({
      goal: v.string(),
      ending,
      times: count,
      at: time,
      isOver: v.boolean(),
      why: v.string(),
    }),
  ),
  deaths: v.array(
    v.strictObject({ run: v.string(), goal: orNull(v.string()), foundAt: time, lostTokens: count }),
  ),
  missed: count,
  skipped: v.array(v.strictObject({ goal: v.string(), why: orNull(v.picklist(PASSED_REASONS)), count })),
  cost,
  lostTokens: count,
  notable: v.array(logEntry),
});

const slot = v.strictObject({
  from: time,
  to: time,
  count,
  fate: v.picklist(['ran', 'caught_up', 'asked', 'missed', 'skipped', 'overlapped']),
  why: orNull(v.picklist(PASSED_REASONS)),
  runs: v.array(v.string()),
  ending: orNull(ending),
  finishedAt: orNull(time),
});

const goal = v.strictObject({
  id: v.string(),
  title: v.string(),
  state: v.picklist(['running', 'paused', 'stuck', 'failing', 'waiting', 'unfinished', 'resting', 'new']),
  ending: orNull(ending),
  detail: v.string(),
  endedAt: orNull(time),
  failures: count,
  pause: orNull(v.looseObject({ reason: v.string(), by: v.string(), at: time })),
  waitsUntil: orNull(time),
  left: count,
  stuck: v.array(
    v.strictObject({
      title: orNull(v.string()),
      attempts: count,
      ending: orNull(ending),
      detail: v.string(),
    }),
  ),
  nextDue: orNull(time),
  counters: v.looseObject({
    ran: count,
    caught_up: count,
    missed: count,
    skipped: count,
    overlapped: count,
  }),
  slots: v.array(slot),
  drafts: v.strictObject({ merged: count, closed: count, waiting: count, takenOver: count }),
  effects: v.array(
    v.looseObject({
      kind: v.picklist(['comment_on_issue', 'open_issue', 'label_issue', 'unlabel_issue', 'keep_issue']),
      ...{ issue: count, url: v.string() },
    }),
  ),
  findings: v.array(v.looseObject({ path: orNull(v.string()), line: orNull(count), text: v.string() })),
  cost,
});

const task = v.strictObject({
  key: v.string(),
  at: time,
  ending: orNull(ending),
  message: v.string(),
  cost,
});

const run = v.strictObject({
  id: v.string(),
  startedAt: time,
  endedAt: time,
  fate: v.picklist(['ended', 'running', 'died', 'unknown']),
  trigger: orNull(v.picklist(['schedule', 'event', 'person'])),
  ending: orNull(ending),
  goals: v.array(
    v.strictObject({
      goal: v.string(),
      run: v.string(),
      startedAt: time,
      endedAt: orNull(time),
      slot: orNull(time),
      ending: orNull(ending),
      tasks: v.array(task),
      cost,
      lostTokens: count,
      hasDied: v.boolean(),
      drafts: v.array(count),
    }),
  ),
  cost,
  lostTokens: count,
});

const draft = v.strictObject({
  ...draftName,
  branch: v.string(),
  outcome: v.picklist(['none', 'open', 'merged', 'closed', 'taken_over']),
  openedAt: orNull(time),
  endedAt: orNull(time),
  reason: orNull(v.string()),
  files: count,
  lines: count,
  isComplete: v.boolean(),
  tasks: v.array(
    v.strictObject({
      key: v.string(),
      status: v.picklist(['open', 'done', 'stuck', 'refused', 'merged', 'taken_over']),
    }),
  ),
  cost,
});

const spent = v.strictObject({
  tokens: count,
  usdMicros: micros,
  calls: count,
  reservedTokens: count,
  reservedUsdMicros: micros,
  lostTokens: count,
  lostUsdMicros: micros,
  readerTokens: v.pipe(count, v.description('Of the tokens: of second readers')),
  tokenLimit: orNull(count),
  usdLimit: orNull(v.pipe(v.number(), v.minValue(0), v.description('US dollars'))),
});

const dayOfGoal = v.strictObject({
  runs: count,
  failed: count,
  missed: count,
  tasks_done: count,
  drafts_opened: count,
  drafts_merged: count,
  drafts_closed: count,
  tokens: count,
  usd_micros: micros,
  calls: count,
  lost_tokens: count,
});

const spending = v.strictObject({
  today: spent,
  month: spent,
  byGoal: v.array(v.strictObject({ goal: v.string(), today: spent, month: spent })),
  days: v.array(v.strictObject({ day, goals: v.record(v.string(), dayOfGoal) })),
  months: v.array(v.strictObject({ month: v.string(), sum: spent })),
  perMergedDraft: orNull(v.strictObject({ tokens: count, usdMicros: micros })),
});

const verdict = v.variant('kind', [
  v.strictObject({ kind: v.literal('never_ran') }),
  v.strictObject({ kind: v.literal('silent'), since: time }),
  v.strictObject({ kind: v.literal('stopped'), reason: v.string(), since: orNull(time) }),
  v.strictObject({ kind: v.literal('needs_you'), reviews: count, problems: count }),
  v.strictObject({ kind: v.literal('troubled'), goals: v.array(v.string()) }),
  v.strictObject({ kind: v.literal('well') }),
]);

/** The field `report` of `status --json`, for programs of others. It says the same as the type. */
export const ReportSchema = v.pipe(
  v.strictObject({
    version: v.literal(1),
    repository: v.string(),
    at: time,
    evidence: v.strictObject({
      kind: v.picklist(['missing', 'partial', 'old', 'complete']),
      seenAt: orNull(time),
      log: orNull(v.strictObject({ from: day, to: day })),
      unreadableLines: count,
      fullDays: v.array(day),
    }),
    verdict,
    needs: v.array(need),
    happened,
    lastRun: orNull(
      v.strictObject({
        ...{ id: v.string(), trigger: v.picklist(['schedule', 'event', 'person']), startedAt: time },
        ...{ endedAt: orNull(time), ending: orNull(ending) },
      }),
    ),
    running: v.array(
      v.strictObject({
        ...{ goal: v.string(), run: v.string(), since: time, until: time, isOverdue: v.boolean() },
      }),
    ),
    backlog: v.strictObject({ left: count, leftDayAgo: count, stuck: count, oldest: orNull(time) }),
    requests: count,
    goals: v.array(goal),
    runs: v.array(run),
    drafts: v.array(draft),
    isFullOfDrafts: v.boolean(),
    spending,
    next: v.array(
      v.strictObject({
        ...{ goal: v.string(), at: time, why: v.picklist(['slot', 'unfinished', 'request']) },
        isHeldUp: v.boolean(),
      }),
    ),
  }),
  v.title('Report of Wakeful'),
  v.description(
    'Everything that the state branch tells about the agent; the field "report" of status --json',
  ),
) satisfies v.GenericSchema<unknown, Report>;
