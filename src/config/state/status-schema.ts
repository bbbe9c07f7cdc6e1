import * as v from 'valibot';
import { BOX_ACTIONS } from '../../core/status.ts';
import { RELEASE_NAME } from '../../core/text/versions.ts';
import { stateValues } from '../../report/problems/state-file-problems.ts';
import { count, day, ending, mapOf, maybeText, maybeTime, text, time, version } from './state-fields.ts';

/** The schema of `state/status.json`. Fields that it does not know are allowed and kept. */

const WakeEntry = v.looseObject({
  id: text,
  url: maybeText,
  trigger: v.picklist(['schedule', 'event', 'person']),
  started_at: time,
  ended_at: maybeTime,
  ending,
});

const GoalEntry = v.looseObject({
  title: text,
  ending,
  detail: text,
  at: maybeTime,
  consecutive_failures: count,
  queue_depth: count,
  next_due: maybeTime,
});

const BoxAnswer = v.looseObject({
  tick: text,
  at: time,
  by: text,
  action: v.picklist(BOX_ACTIONS),
  goal: maybeText,
  is_done: v.boolean(),
  said: text,
});

export const StatusFile = v.looseObject({
  version,
  last_wake: v.nullable(WakeEntry),
  seen_at: maybeTime,
  goals: mapOf(text, GoalEntry),
  stop: v.nullable(
    v.looseObject({
      reason: text,
      since: time,
      variable: v.exactOptional(text),
      disabled: v.exactOptional(v.array(text)),
    }),
  ),
  stops: v.exactOptional(v.array(v.looseObject({ since: time, until: time, reason: text }))),
  comments: v.exactOptional(v.array(count)),
  ticks: v.exactOptional(v.array(text)),
  dashboard: v.exactOptional(
    v.looseObject({
      issue: v.nullable(count),
      is_off: v.exactOptional(v.literal(true)),
      refused_on: v.exactOptional(day),
      is_unswept: v.exactOptional(v.literal(true)),
      answers: v.exactOptional(v.array(BoxAnswer)),
    }),
  ),
  left: v.exactOptional(v.array(v.looseObject({ goal: text, since: time }))),
  watched_at: v.exactOptional(time),
  releases: v.exactOptional(
    v.looseObject({
      home: text,
      asked_at: time,
      tag: v.exactOptional(text),
      security: v.array(v.pipe(text, v.regex(RELEASE_NAME, stateValues.release))),
    }),
  ),
});
