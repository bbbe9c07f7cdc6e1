import * as v from 'valibot';
import { notIssueEdit } from '../../report/problems/action-problems.ts';
import type { InputReading } from '../fields/inputs.ts';

// Null for an account that is gone.
const Account = v.nullish(v.looseObject({ login: v.string(), type: v.optional(v.string(), 'User') }), null);

/** What is read of the payload of an `issues` event; GitHub adds much more. */
const IssueEvent = v.looseObject({
  action: v.string(),
  issue: v.looseObject({
    number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
    body: v.nullish(v.string(), ''),
    updated_at: v.pipe(v.string(), v.isoTimestamp()),
  }),
  /** Only what was changed is in there. */
  changes: v.optional(
    v.looseObject({ body: v.optional(v.looseObject({ from: v.nullish(v.string(), '') })) }),
  ),
  sender: Account,
});

/** Somebody has edited an issue. */
export interface TickEvent {
  /** `edited`, or whatever else happened to it. */
  readonly action: string;
  readonly issue: number;
  /** Null: the body was not edited. */
  readonly before: string | null;
  readonly after: string;
  /** ISO time. */
  readonly at: string;
  /** Login; null: the account is gone. */
  readonly editor: string | null;
  readonly isBot: boolean;
}

export function readTickEvent(payload: unknown): InputReading<TickEvent> {
  const read = v.safeParse(IssueEvent, payload);
  if (!read.success) return { kind: 'wrong', problem: notIssueEdit(v.getDotPath(read.issues[0])) };
  const { action, issue, changes, sender } = read.output;
  const editor = sender?.login ?? null;
  return {
    kind: 'value',
    value: {
      ...{ action, issue: issue.number, before: changes?.body?.from ?? null, after: issue.body ?? '' },
      ...{ at: issue.updated_at, editor },
      isBot: sender?.type === 'Bot' || (editor ?? '').endsWith('[bot]'),
    },
  };
}
