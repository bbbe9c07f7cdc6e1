import { readTickEvent, type TickEvent } from '../../config/github/tick-event.ts';
import { createMask } from '../../core/access/mask.ts';
import { type Ending, Halt, worstEnding } from '../../core/ending.ts';
import { asHalt } from '../../core/halt.ts';
import { type Box, newlyTicked } from '../../core/health/box.ts';
import { readDashboard } from '../../dashboard/read-dashboard.ts';
import { Deadline } from '../../ledger/deadline.ts';
import { BOX_TEXTS } from '../../report/oversight/box-texts.ts';
import { problemSentence } from '../../report/problems/problem.ts';
import type { CommentResult } from '../comments/comment.ts';
import { rightToCommand } from '../comments/right-to-command.ts';
import { look } from '../observe.ts';
import { answerInPlace, type TickContext, untick } from './answer-ticks.ts';
import { carryOutTick, type TickAnswer } from './carry-out-tick.ts';

/** As that of a comment. */
export type TickResult = Omit<CommentResult, 'answer'>;

/** With the answer below the three minutes that the step of the workflow has. */
const MINUTES = 1.5;

/**
 * Serves the boxes that somebody with write permission has ticked in the dashboard: `payload` is that of the event `issues`. Never
 * throws. Run again for the same edit it does nothing twice, and answers what is not answered yet.
 */
export async function serveTicks(context: TickContext, payload: unknown): Promise<TickResult> {
  const mask = createMask({ values: context.secrets, patterns: [] });
  const deadline = new Deadline(context.world.clock, MINUTES, context.signal);
  try {
    const event = readTickEvent(payload);
    if (event.kind === 'wrong')
      throw new Halt('bad_settings', BOX_TEXTS.unreadable(problemSentence(event.problem)));
    const served = await serve({ ...context, signal: deadline.work }, event.value, deadline.save);
    return { ...served, detail: mask.mask(served.detail) };
  } catch (reason) {
    const { ending, detail } = asHalt(reason);
    return { ending, detail: mask.mask(detail) };
  } finally {
    deadline.close();
  }
}

/** `answerSignal` lasts a little longer than the work, so that an answer is given also when that took too long. */
async function serve(context: TickContext, event: TickEvent, answerSignal: AbortSignal): Promise<TickResult> {
  const { editor } = event;
  const ignored = reasonToIgnore(event);
  if (ignored !== null || editor === null) return { ending: 'no_change', detail: ignored ?? '' };
  const boxes = newlyTicked(event.before ?? '', event.after);
  if (boxes.length === 0) return { ending: 'no_change', detail: BOX_TEXTS.noTick };
  const place = { issue: event.issue, by: editor };
  if (!(await isDashboard(context, event)))
    return { ending: 'no_change', detail: BOX_TEXTS.notDashboard(event.issue) };
  const answering = { ...context, signal: answerSignal };
  const right = await rightToCommand(context.control, editor, context.signal);
  // Whoever may not command gets no words, and nothing of theirs is stored.
  if (right !== 'given') {
    const detail = right === 'hidden' ? BOX_TEXTS.permissionHidden(editor) : BOX_TEXTS.mayNotWrite(editor);
    return answered({ ending: 'no_change', detail }, () => untick(answering, place, boxes));
  }
  const answers: TickAnswer[] = [];
  for (const box of inOrder(boxes)) answers.push(await carryOutTick(context, event, { by: editor, box }));
  const ending = worstEnding(answers.map((answer) => answer.ending));
  const detail = answers.map((answer) => answer.record.said).join(' ');
  return answered({ ending, detail }, () =>
    answerInPlace(
      answering,
      place,
      answers.map((answer) => answer.record),
    ),
  );
}

/** A stop comes first, whatever else is asked for. */
function inOrder(boxes: readonly Box[]): readonly Box[] {
  return boxes.toSorted((a, b) => Number(b.action === 'stop') - Number(a.action === 'stop'));
}

/** Null: it may be a tick. */
function reasonToIgnore({ action, editor, isBot, before }: TickEvent): string | null {
  if (action !== 'edited') return BOX_TEXTS.notEdited(action);
  if (editor === null) return BOX_TEXTS.noEditor;
  if (isBot) return BOX_TEXTS.bot(editor);
  return before === null ? BOX_TEXTS.noTick : null;
}

/** The marker in the event proves nothing: GitHub is asked whether the agent itself has opened this issue. */
async function isDashboard({ world, signal }: TickContext, { issue }: TickEvent): Promise<boolean> {
  return (await readDashboard(world.issues, issue, signal)) !== null;
}

/** A failure to answer hides nothing: what was asked for is done, or not, all the same. */
async function answered(
  { ending, detail }: { readonly ending: Ending; readonly detail: string },
  answer: () => Promise<void>,
): Promise<TickResult> {
  const given = await look(answer);
  return {
    ending,
    detail: given.kind === 'seen' ? detail : `${detail} ${BOX_TEXTS.notAnswered(given.why)}`,
  };
}
