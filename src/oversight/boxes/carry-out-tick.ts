import type { CommentCommand } from '../../config/github/comment-command.ts';
import type { TickEvent } from '../../config/github/tick-event.ts';
import { type Ending, Halt } from '../../core/ending.ts';
import { type Box, tickId } from '../../core/health/box.ts';
import { ANSWER_LENGTH } from '../../core/health/dashboard.ts';
import { oneLine } from '../../core/request.ts';
import type { BoxAnswer } from '../../core/status.ts';
import { BOX_TEXTS } from '../../report/oversight/box-texts.ts';
import type { CommandAnswer, ControlContext, GitHubAccess } from '../command-context.ts';
import type { CommentContext } from '../comments/comment.ts';
import { obey } from '../comments/comment-order.ts';

/** What became of one tick. */
export interface TickAnswer {
  readonly ending: Ending;
  readonly record: BoxAnswer;
}

interface TickedByPerson {
  /** Login of somebody who may command. */
  readonly by: string;
  readonly box: Box;
}

/** Does what a box says. A planned failure becomes its answer as well. */
export async function carryOutTick(
  context: CommentContext,
  { issue, at }: Pick<TickEvent, 'issue' | 'at'>,
  { by, box }: TickedByPerson,
): Promise<TickAnswer> {
  const { control, address, stop, ...hand } = context;
  const access: GitHubAccess = { kind: 'open', control, address, stopValue: stop };
  const tick = tickId({ at, by, box });
  const commanding: ControlContext = { ...hand, source: tick, access };
  const order = { by, command: commandOf(box, by), reason: BOX_TEXTS.reason(issue) };
  const { ending, answer } = await answerTo(commanding, order);
  const said = oneLine(answer.detail, ANSWER_LENGTH);
  const record = { tick, at, by, ...box, is_done: answer.isDone, said };
  return { ending, record };
}

async function answerTo(context: ControlContext, order: Parameters<typeof obey>[1]) {
  try {
    const answer: CommandAnswer = await obey(context, order);
    return { ending: answer.isDone ? ('worked' as const) : ('no_change' as const), answer };
  } catch (reason) {
    if (!(reason instanceof Halt)) throw reason;
    const { ending } = reason;
    const detail = ending === 'time_limit' ? BOX_TEXTS.tooLate : reason.detail;
    const answer: CommandAnswer = { isDone: false, detail };
    return { ending, answer };
  }
}

/** The same as the comment would ask for. A run tries stuck tasks again, and ends a pause. */
function commandOf({ action, goal }: Box, by: string): CommentCommand {
  switch (action) {
    case 'stop':
      return { kind: 'stop', reason: BOX_TEXTS.stopReason(by) };
    case 'start':
      return { kind: 'resume' };
    case 'run':
    case 'retry':
      return { kind: 'run', goal: goal ?? '' };
    case 'pause':
      return { kind: 'pause', goal: goal ?? '' };
    case 'resume':
      return { kind: 'resume_goal', goal: goal ?? '' };
  }
}
