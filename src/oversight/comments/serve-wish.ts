import { oneLine, REASON_LENGTH } from '../../core/request.ts';
import { STOP_VARIABLE } from '../../core/stop.ts';
import { WAKE_WORKFLOW } from '../../core/workflows.ts';
import { takeWish, type Wish, type WishAnswer } from '../inbox.ts';
import { lookAt } from '../look.ts';
import type { ControlPlace } from '../place.ts';

/** Takes a person's wish, and starts a wake where one is needed and may be started. */
export async function serveWish(place: ControlPlace, wish: Wish): Promise<WishAnswer> {
  const taken = await takeWish(place, wish);
  const { reach, signal } = place;
  const { wakeOn } = taken;
  if (wakeOn === null || reach.kind === 'closed') return taken;
  if (reach.told !== undefined && reach.told !== '')
    return also(taken, `The agent is stopped by ${STOP_VARIABLE}: ${oneLine(reach.told, REASON_LENGTH)}.`);
  const start = { branch: wakeOn, inputs: { reason: `${wish.by} asked for ${wish.goal}` } };
  const started = await lookAt(reach, (control) => control.startWorkflow(WAKE_WORKFLOW, start, signal));
  if (started.kind === 'seen') return { ...taken, detail: `${taken.detail} GitHub is asked to start one.` };
  return also(taken, `No wake could be started for it, so the next tick serves it: ${started.why}`);
}

function also(taken: WishAnswer, words: string): WishAnswer {
  return { ...taken, detail: `${taken.detail} ${words}`, besides: [...(taken.besides ?? []), words] };
}
