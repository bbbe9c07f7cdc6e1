import { readComment } from '../../config/github/comment-command.ts';
import { type CommentEvent, readCommentEvent } from '../../config/github/comment-event.ts';
import { createMask } from '../../core/access/mask.ts';
import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { Deadline } from '../../ledger/deadline.ts';
import type { CommentAnswer, Control } from '../../ports.ts';
import { commentReply, isOwnComment } from '../../report/on-github/comment-reply.ts';
import { COMMENT_TEXTS } from '../../report/oversight/request-texts.ts';
import { problemSentence } from '../../report/problems/problem.ts';
import type { GitHubAccess, PersonContext } from '../command-context.ts';
import { look } from '../observe.ts';
import { type CommentDecision, carryOut } from './comment-order.ts';
import { rightToCommand } from './right-to-command.ts';

/** Where comments are served. */
export interface CommentContext extends Omit<PersonContext, 'source'> {
  readonly control: Control;
  /** Of the repository's pages, e.g. `https://github.com/acme/site`. */
  readonly address: string;
  /** Value of `WAKEFUL_STOP` as the job was told it; empty: not set. */
  readonly stop: string;
  /** Login under which the agent alone acts; its own comments are no commands. Default: unknown. */
  readonly agent?: string;
}

export interface CommentResult {
  /** `worked`: it is done. `no_change`: refused, or not for the agent. */
  readonly ending: Ending;
  /** Plain sentences for the log of the job. */
  readonly detail: string;
  /** What the person sees; null: nothing. */
  readonly answer: CommentAnswer | null;
}

/** With the answer below the three minutes that the step of the workflow has. */
const MINUTES = 1.5;

/**
 * Serves a comment such as `/wakeful run <goal>` by somebody with write permission: `payload` is that of the event
 * `issue_comment`. Never throws. Run again for the same comment it does nothing twice.
 */
export async function serveComment(context: CommentContext, payload: unknown): Promise<CommentResult> {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const deadline = new Deadline(context.world.clock, MINUTES, context.signal);
  try {
    const served = await serve({ ...context, signal: deadline.work, answerSignal: deadline.save }, payload);
    return { ...served, detail: mask.mask(served.detail) };
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { ending, detail: mask.mask(detail), answer: null };
  } finally {
    deadline.close();
  }
}

/** Where a comment is served, within its time. */
interface Serving extends CommentContext {
  /** Lasts a little longer than the work, so that a person is told also when that took too long. */
  readonly answerSignal: AbortSignal;
}

async function serve(context: Serving, payload: unknown): Promise<CommentResult> {
  const event = readCommentEvent(payload);
  if (event.kind === 'wrong')
    throw new Halt('bad_settings', COMMENT_TEXTS.unreadable(problemSentence(event.problem)));
  const comment = event.value;
  const ignored = reasonToIgnore(comment, context.agent);
  const { author } = comment;
  const reading = readComment(comment.body);
  if (ignored !== null || author === null || reading.kind === 'none')
    return { ending: 'no_change', detail: ignored ?? COMMENT_TEXTS.notForAgent, answer: null };
  const refusal = await reasonNotAllowed(context, author);
  // Whoever may not command gets no words: a reply to everybody would be a way to make the agent spam.
  if (refusal !== null)
    return reply(context, comment, { ending: 'no_change', detail: refusal, reaction: '-1', body: null });
  if (reading.kind === 'wrong') {
    const { message } = reading;
    const mask = createMask({ values: context.secrets, patterns: [] });
    const body = maskedAboveFoot(commentReply(comment.id, maskedRecord({ detail: message }, mask)), mask);
    return reply(context, comment, { ending: 'no_change', detail: message, reaction: '-1', body });
  }
  const { control, address, stop, answerSignal: _, ...hand } = context;
  const access: GitHubAccess = { kind: 'open', control, address, stopValue: stop };
  const order = { by: author, issue: comment.issue, command: reading.command };
  return reply(context, comment, await carryOut({ ...hand, comment: comment.id, access }, order));
}

/** Null: it may be a command. */
function reasonToIgnore(
  { action, author, isBot, body }: CommentEvent,
  agent: string | undefined,
): string | null {
  if (action !== 'created') return COMMENT_TEXTS.notNew(action);
  if (author === null) return COMMENT_TEXTS.noAuthor;
  if (isBot) return COMMENT_TEXTS.bot(author);
  const isAgent = agent !== undefined && agent.toLowerCase() === author.toLowerCase();
  return isAgent || isOwnComment(body) ? COMMENT_TEXTS.ownComment : null;
}

/** Null: the author may write in the repository. */
async function reasonNotAllowed({ control, signal }: CommentContext, author: string): Promise<string | null> {
  const right = await rightToCommand(control, author, signal);
  if (right === 'given') return null;
  return right === 'hidden' ? COMMENT_TEXTS.permissionHidden(author) : COMMENT_TEXTS.mayNotWrite(author);
}

/** A failure to answer hides nothing: what was asked for is done, or not, all the same. */
async function reply(
  { control, answerSignal, secrets }: Serving,
  { issue, id, isOfReview }: CommentEvent,
  { ending, detail, reaction, body }: CommentDecision,
): Promise<CommentResult> {
  const mask = createMask({ values: secrets, patterns: [] });
  const done = maskedAboveFoot(commentReply(id, maskedRecord({ detail }, mask)), mask);
  const answer = isOfReview
    ? { issue, comment: null, reaction, body: body ?? (reaction === '+1' ? done : null) }
    : { issue, comment: id, reaction, body };
  // A comment of a review takes no reaction, and whoever may not command gets no words.
  if (answer.comment === null && answer.body === null) return { ending, detail, answer: null };
  const given = await look(() => control.answerComment(answer, answerSignal));
  const missed = given.kind === 'seen' ? '' : ` ${COMMENT_TEXTS.notAnswered(given.why)}`;
  return { ending, detail: `${detail}${missed}`, answer: given.kind === 'seen' ? answer : null };
}
