import { createMask } from '../../core/access/mask.ts';
import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { REQUEST_TEXTS } from '../../report/oversight/request-texts.ts';
import type { ControlContext } from '../command-context.ts';
import { type PersonRequest, type RequestAnswer, takeRequest } from '../inbox.ts';
import { lookAt } from '../observe.ts';

/** Takes a person's request, and starts a wake where one is needed and may be started. */
export async function serveRequest(context: ControlContext, request: PersonRequest): Promise<RequestAnswer> {
  const taken = await takeRequest(context, request);
  const { access, signal } = context;
  const { wakeOn } = taken;
  if (wakeOn === null || access.kind === 'closed') return taken;
  if (access.stopValue !== null && access.stopValue !== '')
    return also(taken, REQUEST_TEXTS.stoppedByVariable(oneLine(access.stopValue, REASON_LENGTH)));
  const { mask } = createMask({ values: context.secrets, patterns: [] });
  const reason = mask(REQUEST_TEXTS.runReason(request.by, request.goal));
  const start = { branch: wakeOn, inputs: { reason } };
  const started = await lookAt(access, (control) => control.startWorkflow(WAKE_WORKFLOW, start, signal));
  if (started.kind === 'seen') return { ...taken, detail: `${taken.detail} ${REQUEST_TEXTS.runStarted}` };
  return also(taken, REQUEST_TEXTS.runNotStarted(started.why));
}

function also(taken: RequestAnswer, words: string): RequestAnswer {
  return { ...taken, detail: `${taken.detail} ${words}`, besides: [...(taken.besides ?? []), words] };
}
