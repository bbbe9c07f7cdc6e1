import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import type { ControlContext } from '../command-context.ts';
import { type PersonRequest, type RequestAnswer, takeWish } from '../inbox.ts';
import { lookAt } from '../observe.ts';

/** Takes a person's wish, and starts a wake where one is needed and may be started. */
export async function serveRequest(place: ControlContext, request: PersonRequest): Promise<RequestAnswer> {
  const taken = await takeWish(place, request);
  const { access, signal } = place;
  const { wakeOn } = taken;
  if (wakeOn === null || access.kind === 'closed') return taken;
  if (access.told !== undefined && access.told !== '')
    return also(taken, `The agent is stopped by ${STOP_VARIABLE}: ${oneLine(access.told, REASON_LENGTH)}.`);
  const start = { branch: wakeOn, inputs: { reason: `${request.by} asked for ${request.goal}` } };
  const started = await lookAt(access, (control) => control.startWorkflow(WAKE_WORKFLOW, start, signal));
  if (started.kind === 'seen') return { ...taken, detail: `${taken.detail} GitHub is asked to start one.` };
  return also(taken, `No wake could be started for it, so the next tick serves it: ${started.why}`);
}

function also(taken: RequestAnswer, words: string): RequestAnswer {
  return { ...taken, detail: `${taken.detail} ${words}`, besides: [...(taken.besides ?? []), words] };
}
