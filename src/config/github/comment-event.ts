import * as v from 'valibot';
import { notCommentEvent } from '../../report/problems/action-problems.ts';
import type { InputReading } from '../fields/inputs.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** What is read of the payload of an `issue_comment` event; GitHub adds much more. */
const CommentEvent = v.looseObject({
  action: v.string(),
  issue: v.looseObject({ number: id }),
  comment: v.looseObject({
    id,
    body: v.string(),
    // Null for an account that is gone.
    user: v.nullable(v.looseObject({ login: v.string(), type: v.optional(v.string(), 'User') })),
  }),
});

/** A comment under an issue or a pull request. */
export interface CommentEvent {
  /** `created`, `edited` or `deleted`. */
  readonly action: string;
  readonly issue: number;
  readonly id: number;
  readonly body: string;
  /** Login; null: the account is gone. */
  readonly author: string | null;
  readonly isBot: boolean;
}

/** Reads the payload of an `issue_comment` event. */
export function readCommentEvent(payload: unknown): InputReading<CommentEvent> {
  const read = v.safeParse(CommentEvent, payload);
  if (!read.success) return { kind: 'wrong', problem: notCommentEvent(v.getDotPath(read.issues[0])) };
  const { action, issue, comment } = read.output;
  const login = comment.user?.login ?? null;
  const isBot = comment.user?.type === 'Bot' || (login ?? '').endsWith('[bot]');
  const value = { action, issue: issue.number, id: comment.id, body: comment.body, author: login, isBot };
  return { kind: 'value', value };
}
