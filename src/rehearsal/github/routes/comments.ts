import * as v from 'valibot';
import type { Need } from '../http/access.ts';
import { created, ok } from '../http/answer.ts';
import { type ApiCall, numberOf, type Route } from '../http/call.ts';
import { paged } from '../http/paging.ts';
import { notFound, refusal } from '../http/refusals.ts';
import { bodyOf, COMMENT_BODY } from '../http/request-body.ts';
import type { CommentFile, Thread } from '../records/records.ts';
import { commentShape, REACTIONS, reactionShape } from '../shapes/comment.ts';
import { allThreads, threadAt } from './facts.ts';
import { since, sorted } from './order.ts';

const READ: readonly Need[] = ['issues:read', 'pull_requests:read'];
const WRITE: readonly Need[] = ['issues:write', 'pull_requests:write'];

export const COMMENT_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/repos/{owner}/{repo}/issues/comments', needs: READ, answer: listAll },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
    needs: WRITE,
    answer: react,
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: READ,
    answer: list,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/comments',
    needs: WRITE,
    answer: comment,
  },
];

/** Under one issue the oldest come first. */
async function list(call: ApiCall) {
  const thread = await threadAt(call.site, numberOf(call, 'issue_number'));
  const shapes = since(call, thread.comments).map((each) => commentShape(call.site, thread, each));
  return paged(call, shapes);
}

async function listAll(call: ApiCall) {
  const threads = await allThreads(call.site);
  const all = threads.flatMap((thread) => thread.comments.map((each) => ({ ...each, thread })));
  const direction = call.query.get('direction') ?? 'asc';
  const query = new URLSearchParams([...call.query, ['direction', direction]]);
  const found = sorted({ ...call, query }, since(call, all));
  return paged(
    call,
    found.map((each) => commentShape(call.site, each.thread, each)),
  );
}

const NEW_COMMENT = v.looseObject({ body: COMMENT_BODY });

async function comment(call: ApiCall) {
  const { site, token } = call;
  const thread = await threadAt(site, numberOf(call, 'issue_number'));
  if (thread.locked && token.kind === 'workflow') {
    throw refusal(403, 'Unable to create comment because issue is locked.');
  }
  const { body } = bodyOf(call, 'IssueComment', NEW_COMMENT);
  const commented = withComment(thread, { author: token.login, body, now: site.now() });
  await site.store.save(commented.thread);
  return created(commentShape(site, commented.thread, commented.comment));
}

export interface NewComment {
  readonly author: string;
  readonly body: string;
  readonly now: string;
}

/** No thread of the stand-in has as many comments. */
const COMMENTS_OF_ONE = 10_000;

export function withComment<T extends Thread>(
  thread: T,
  { author, body, now }: NewComment,
): { readonly thread: T; readonly comment: CommentFile } {
  const id = thread.number * COMMENTS_OF_ONE + thread.comments.length + 1;
  const comment = { id, author, body, created_at: now, updated_at: now, reactions: [] };
  return { comment, thread: { ...thread, comments: [...thread.comments, comment], updated_at: now } };
}

const NEW_REACTION = v.looseObject({ content: v.picklist(REACTIONS) });

/** The same reaction twice stays one: 200 instead of 201. */
async function react(call: ApiCall) {
  const { site, token } = call;
  const id = numberOf(call, 'comment_id');
  const thread = await site.store.thread(Math.floor(id / COMMENTS_OF_ONE));
  const comment = thread?.comments.find((each) => each.id === id);
  if (thread === null || comment === undefined) throw notFound();
  const { content } = bodyOf(call, 'Reaction', NEW_REACTION);
  const before = comment.reactions.find((each) => each.content === content && each.author === token.login);
  if (before !== undefined) return ok(reactionShape(site, comment, before));
  const reaction = { content, author: token.login, created_at: site.now() };
  const reacted = { ...comment, reactions: [...comment.reactions, reaction] };
  const comments = thread.comments.map((each) => (each.id === id ? reacted : each));
  await site.store.save({ ...thread, comments });
  return created(reactionShape(site, reacted, reaction));
}
