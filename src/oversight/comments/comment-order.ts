import type { CommentCommand } from '../../config/github/comment-command.ts';
import { createMask } from '../../core/access/mask.ts';
import { maskedAboveFoot } from '../../core/access/mask-foot.ts';
import { maskedRecord } from '../../core/access/masked-record.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import type { SwitchPart } from '../../core/health/switch-part.ts';
import type { Masked } from '../../core/text/masked.ts';
import { commentReply } from '../../report/on-github/comment-reply.ts';
import { COMMENT_TEXTS } from '../../report/oversight/request-texts.ts';
import type { CommandAnswer, ControlContext } from '../command-context.ts';
import { resumeAgent } from '../stop/resume-agent.ts';
import { stopAgent } from '../stop/stop-agent.ts';
import { serveRequest } from './serve-request.ts';

/** A command that a comment holds. */
export interface CommentOrder {
  /** Login of the author, who may command. */
  readonly by: string;
  readonly issue: number;
  readonly command: CommentCommand;
}

/** What became of a comment, and what its author is to see. */
export interface CommentDecision {
  readonly ending: Ending;
  /** Plain sentences for the log of the job. */
  readonly detail: string;
  readonly reaction: '+1' | '-1';
  /** Markdown; null: the reaction says it all. */
  readonly body: Masked | null;
}

interface Said {
  readonly detail: string;
  readonly parts?: readonly SwitchPart[];
}

/** Does what a comment asks for. A planned failure is told to its author as well. */
export async function carryOut(
  context: ControlContext & { readonly comment: number },
  order: CommentOrder,
): Promise<CommentDecision> {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const bodyOf = (said: Said) =>
    maskedAboveFoot(commentReply(context.comment, maskedRecord(said, mask)), mask);
  try {
    const { by, issue, command } = order;
    const asked = { by, command, reason: COMMENT_TEXTS.reason(issue) };
    const answer = await obey({ ...context, source: context.comment }, asked);
    const said = whatToSay(answer);
    return {
      ending: answer.isDone ? 'worked' : 'no_change',
      detail: answer.detail,
      reaction: answer.isDone ? '+1' : '-1',
      body: said === null ? null : bodyOf(said),
    };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    const { ending } = reason;
    const detail = ending === 'time_limit' ? COMMENT_TEXTS.tooLate : reason.detail;
    return { ending, detail, reaction: '-1', body: bodyOf({ detail }) };
  }
}

/** A person's command, wherever it stood. */
export interface PersonOrder {
  /** Login of somebody who may command. */
  readonly by: string;
  readonly command: CommentCommand;
  /** Where it stood, for the log. */
  readonly reason: string;
}

export function obey(context: ControlContext, { by, command, reason }: PersonOrder): Promise<CommandAnswer> {
  switch (command.kind) {
    case 'run':
    case 'pause':
      return serveRequest(context, { kind: command.kind, goal: command.goal, by, reason });
    case 'resume_goal':
      return serveRequest(context, { kind: 'resume', goal: command.goal, by, reason });
    case 'stop':
      return stopAgent(context, { reason: command.reason, by });
    case 'resume':
      return resumeAgent(context, { by });
  }
}

/** Null: the reaction says it all. */
function whatToSay({ isDone, detail, parts, besides, isRepeated }: CommandAnswer): Said | null {
  if (isRepeated === true) return null;
  if (parts !== undefined) {
    const isWhole = parts.every(({ outcome }) => outcome === 'changed' || outcome === 'unchanged');
    return isDone && isWhole ? null : { detail, parts };
  }
  if (!isDone) return { detail };
  return besides === undefined || besides.length === 0 ? null : { detail: besides.join(' ') };
}
