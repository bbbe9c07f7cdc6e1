import * as v from 'valibot';
import { notCommentEvent } from '../../report/problems/action-problems.ts';
import type { InputReading } from '../fields/inputs.ts';

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

// Null for an account that is gone.
const Author = v.nullable(v.looseObject({ login: v.string(), type: v.optional(v.string(), 'User') }));
const Words = v.looseObject({ id, body: v.nullish(v.string(), ''), user: Author });
const Pull = v.looseObject({ number: id });

/** `pull_request_review_comment` and `pull_request_review` say where they are in another way than `issue_comment`. */
const ReviewComment = v.looseObject({ action: v.string(), pull_request: Pull, comment: Words });
const Review = v.looseObject({ action: v.string(), pull_request: Pull, review: Words });

/** What is read of the payload of an `issue_comment` event; GitHub adds much more. */
const CommentEvent = v.looseObject({
  action: v.string(),
  issue: v.looseObject({ number: id }),
  comment: v.looseObject({ id, body: v.string(), user: Author }),
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
  /** It belongs to a review of the pull request, and no reaction of an issue's comment reaches it. */
  readonly isOfReview: boolean;
}

/** Reads the payload of an `issue_comment` event, of a comment of a review, or of a review. */
export function readCommentEvent(payload: unknown): InputReading<CommentEvent> {
  const comment = v.safeParse(ReviewComment, payload);
  if (comment.success && !isOfIssue(payload)) return eventOf(comment.output, comment.output.comment);
  const review = v.safeParse(Review, payload);
  if (review.success) {
    const { action, pull_request } = review.output;
    // A review is there once it is submitted.
    return eventOf(
      { action: action === 'submitted' ? 'created' : action, pull_request },
      review.output.review,
    );
  }
  const read = v.safeParse(CommentEvent, payload);
  if (!read.success) return { kind: 'wrong', problem: notCommentEvent(v.getDotPath(read.issues[0])) };
  const { action, issue, comment: words } = read.output;
  return { kind: 'value', value: { ...wordsOf(words), action, issue: issue.number, isOfReview: false } };
}

function isOfIssue(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && 'issue' in payload;
}

function eventOf(
  { action, pull_request }: { readonly action: string; readonly pull_request: { readonly number: number } },
  words: v.InferOutput<typeof Words>,
): InputReading<CommentEvent> {
  const place = { action, issue: pull_request.number, isOfReview: true };
  return { kind: 'value', value: { ...wordsOf(words), ...place } };
}

function wordsOf({ id: number, body, user }: v.InferOutput<typeof Words>) {
  const login = user?.login ?? null;
  const isBot = user?.type === 'Bot' || (login ?? '').endsWith('[bot]');
  return { id: number, body: body ?? '', author: login, isBot };
}
